package org.switchboard.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * A run to start. It ends at the first limit that it reaches, and keeps its best plan.
 *
 * @param limitSeconds after how long it ends; where steps or a gap are given, the longest that this service allows if left out
 * @param steps after how many plans tried it ends; only runs that end by steps or by the gap repeat exactly
 * @param gapPercent it may end once its plan is proven to be within so many per cent of the best possible, counted in level 1
 * @param unimprovedSteps it may end after so many steps that brought nothing better
 * @param policy version to match by; the one in force if left out
 * @param seed of the draws that decide between equals; recorded with the run
 * @param pins matches that its plan holds
 * @param leftAlone needs that get nothing beside what is pinned
 * @param bans matches that its plan does not hold
 * @param lockedOffers offers that keep exactly their rows of the plan that it starts from, and take no others; a row on a
 *     need that is no longer asked for or is cut into fewer parts by now is not kept
 * @param startFrom run whose plan it starts from: among plans that are as good on level 1, the one that changes less is
 *     better
 * @param mostChangedRows how many rows may be new, gone or of other parts, compared with the plan that it starts from
 * @param whatIf makes it a what-if run
 */
@NullUnmarked
@Schema(examples = "{\"limitSeconds\": 10, \"seed\": 1}")
public record CreateRun(
        @Min(1) @Max(3600) @Schema(description = "Left out: 10, unless steps or a gap are given")
        Integer limitSeconds,

        @Min(1) Long steps,
        @DecimalMin("0") @DecimalMax("100") Double gapPercent,
        @Min(1) Long unimprovedSteps,
        @Min(1) Integer policy,
        @Min(0) @Schema(defaultValue = "1") Long seed,
        @Size(max = 5000) List<@NotNull @Valid Pin> pins,
        @Size(max = 5000) List<@NotNull UUID> leftAlone,
        @Size(max = 5000) List<@NotNull @Valid Ban> bans,
        @Size(max = 1000) List<@NotNull UUID> lockedOffers,
        UUID startFrom,
        @Min(0) Integer mostChangedRows,
        @Valid WhatIf whatIf) {

    private static final int USUAL_SECONDS = 10;

    public CreateRun {
        boolean endsOtherwise = steps != null || gapPercent != null;
        limitSeconds = limitSeconds == null && !endsOtherwise ? Integer.valueOf(USUAL_SECONDS) : limitSeconds;
        seed = seed == null ? 1L : seed;
        pins = pins == null ? List.of() : pins;
        leftAlone = leftAlone == null ? List.of() : leftAlone;
        bans = bans == null ? List.of() : bans;
        lockedOffers = lockedOffers == null ? List.of() : lockedOffers;
    }

    /** A run of which nothing else is said. */
    public static CreateRun ofSeconds(int limitSeconds) {
        return new CreateRun(limitSeconds, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}

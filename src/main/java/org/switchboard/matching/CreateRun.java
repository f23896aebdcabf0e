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
 * @param limitSeconds after how long it ends; where steps are given, the longest that this service allows if left out
 * @param steps after how many plans tried it ends; what was found after so many is the same each time
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
 * @param priority which of the runs that wait is solved first; what-if runs are LOW and others NORMAL if left out
 */
@NullUnmarked
@Schema(examples = {"{\"limitSeconds\": 10, \"seed\": 1, \"priority\": \"URGENT\"}", """
                {"steps": 5000000, "seed": 1, "startFrom": "7b0c0b2e-52fc-4f5a-9f0b-3d6a0b0a54c2", "mostChangedRows": 20,
                 "pins": [{"need": "422f224e-cbfd-4ea2-b201-03521d5e987c",
                           "offer": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "parts": 2}],
                 "leftAlone": ["84528721-4212-4ddf-9317-58fee2b38937"],
                 "bans": [{"need": "422f224e-cbfd-4ea2-b201-03521d5e987c", "provider": "LAF"}],
                 "lockedOffers": ["1e186f4d-7889-43a7-9366-e46e962c5ef4"],
                 "whatIf": {"name": "Twice the money for East Africa",
                    "budgets": [{"offer": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "budgetUsd": 4000000}]}}"""})
public record CreateRun(
        @Min(1) @Max(3600) @Schema(description = "Left out: 10, unless steps are given")
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
        @Valid WhatIf whatIf,
        RunPriority priority) {

    private static final int USUAL_SECONDS = 10;

    public CreateRun {
        seed = seed == null ? 1L : seed;
        pins = pins == null ? List.of() : pins;
        leftAlone = leftAlone == null ? List.of() : leftAlone;
        bans = bans == null ? List.of() : bans;
        priority = priority != null ? priority : whatIf == null ? RunPriority.NORMAL : RunPriority.LOW;
        lockedOffers = lockedOffers == null ? List.of() : lockedOffers;
    }

    /** After how many seconds it ends in any case, where the service allows no more than the longest. */
    int seconds(int longest) {
        if (limitSeconds != null) {
            return limitSeconds;
        }
        return steps != null ? longest : Math.min(USUAL_SECONDS, longest);
    }

    /** A run of which nothing else is said. */
    public static CreateRun ofSeconds(int limitSeconds) {
        return new CreateRun(
                limitSeconds, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}

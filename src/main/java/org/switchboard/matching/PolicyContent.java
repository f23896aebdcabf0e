package org.switchboard.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * What people have decided about how needs and offers are weighed. Null marks are off because the validator says which
 * parts of a body are missing.
 *
 * @param fitWeights how many of the hundred points of a fit each part can give
 * @param slopes value of a State's weighted coverage in its three bands, falling: the first help counts most
 * @param band1 where the first band ends, in weight: a fully covered need of medium priority costing $100,000 weighs 2
 * @param band2 where the second band ends
 * @param costExponent how the weight of a need grows with its cost: 0 counts needs alike, 1 counts dollars alike
 * @param absorption how many needs a State can be served with at once, where it has no figure of its own
 * @param absorptionOfStates that figure for single States, by ISO 3166-1 alpha-3
 * @param furtherProviderCharge on level 2, for every further provider of one need
 * @param changeCharge on level 2, for every quarter of a need that leaves the plan last put forward
 * @param dueDiligenceThemes areas or sub-areas in which a human-rights finding must be on record before a match
 */
@NullUnmarked
@Schema(examples = """
                {"fitWeights": {"languages": 25, "period": 25, "specificity": 25, "pastWork": 15, "stage": 10},
                 "slopes": [10, 6, 3], "band1": 30, "band2": 60, "costExponent": 0.5, "absorption": 8,
                 "absorptionOfStates": {"TUV": 2}, "furtherProviderCharge": 40, "changeCharge": 20,
                 "dueDiligenceThemes": ["FTF"]}""")
public record PolicyContent(
        @NotNull @Valid FitPoints fitWeights,
        @NotNull @Size(min = 3, max = 3) List<@NotNull @Min(0) @Max(1000) Integer> slopes,
        @NotNull @Min(0) @Max(100_000) Integer band1,
        @NotNull @Min(0) @Max(100_000) Integer band2,
        @NotNull @DecimalMin("0") @DecimalMax("1") Double costExponent,
        @NotNull @Min(0) @Max(1000) Integer absorption,
        Map<
                        @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 3166-1 alpha-3 code") String,
                        @NotNull @Min(0) @Max(1000) Integer>
                absorptionOfStates,
        @NotNull @Min(0) @Max(10_000) Integer furtherProviderCharge,
        @NotNull @Min(0) @Max(10_000) Integer changeCharge,
        @Size(max = 200) List<@NotNull String> dueDiligenceThemes) {

    /** Points of each part of a fit; together 100. */
    @Schema(examples = "{\"languages\": 25, \"period\": 25, \"specificity\": 25, \"pastWork\": 15, \"stage\": 10}")
    public record FitPoints(
            @Min(0) @Max(100) int languages,
            @Min(0) @Max(100) int period,
            @Min(0) @Max(100) int specificity,
            @Min(0) @Max(100) int pastWork,
            @Min(0) @Max(100) int stage) {

        int sum() {
            return languages + period + specificity + pastWork + stage;
        }
    }

    public PolicyContent {
        absorptionOfStates = absorptionOfStates == null ? Map.of() : absorptionOfStates;
        dueDiligenceThemes = dueDiligenceThemes == null ? List.of() : dueDiligenceThemes;
    }

    /** The policy with which the service starts. */
    static PolicyContent initial() {
        return new PolicyContent(
                new FitPoints(25, 25, 25, 15, 10), List.of(10, 6, 3), 30, 60, 0.5, 8, Map.of(), 40, 20, List.of());
    }
}

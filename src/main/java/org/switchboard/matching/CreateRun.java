package org.switchboard.matching;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * A run to start.
 *
 * @param limitSeconds after how long the search ends and keeps its best plan
 * @param limitSteps after how many plans tried it ends; only runs that end by steps repeat exactly
 * @param policy version to match by; the one in force if left out
 * @param seed of the draws that decide between equals; recorded with the run
 */
@NullUnmarked
@Schema(examples = "{\"limitSeconds\": 10, \"seed\": 1}")
public record CreateRun(
        @Min(1) @Max(3600) @Schema(defaultValue = "10") Integer limitSeconds,
        @Min(1) Long limitSteps,
        @Min(1) Integer policy,
        @Min(0) @Schema(defaultValue = "1") Long seed) {

    private static final int USUAL_SECONDS = 10;

    public CreateRun {
        limitSeconds = limitSeconds == null ? USUAL_SECONDS : limitSeconds;
        seed = seed == null ? 1L : seed;
    }
}

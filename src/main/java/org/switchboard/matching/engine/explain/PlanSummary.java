package org.switchboard.matching.engine.explain;

import java.util.List;
import org.switchboard.matching.engine.Closeness;

/**
 * How good a plan is as a whole.
 *
 * @param level1 points of level 1
 * @param level2 points of level 2
 * @param bound no plan has more points of level 1
 * @param largestUnmet needs without a row, those that would add most to level 1 first
 */
public record PlanSummary(long level1, long level2, long bound, List<UnmetValue> largestUnmet) {

    public PlanSummary {
        largestUnmet = List.copyOf(largestUnmet);
    }

    /** @param adds points of level 1, were the need served whole and all else as it is */
    public record UnmetValue(int need, long adds) {}

    /** How near the best possible the plan is proven to be. */
    public Closeness closeness() {
        return new Closeness(level1, bound);
    }
}

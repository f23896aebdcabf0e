package org.switchboard.matching.engine.explain;

import java.util.List;
import org.switchboard.matching.engine.Closeness;

/**
 * How good a plan is as a whole.
 *
 * @param level1 points of level 1
 * @param level2 points of level 2
 * @param bound no plan has more points of level 1
 * @param states what it covers, State by State
 * @param largestUnmet needs without a row, those that would add most to level 1 first
 */
public record PlanSummary(
        long level1, long level2, long bound, List<StateCoverage> states, List<UnmetValue> largestUnmet) {

    public PlanSummary {
        states = List.copyOf(states);
        largestUnmet = List.copyOf(largestUnmet);
    }

    /**
     * What a plan covers of the needs of one State.
     *
     * @param served needs that get some help
     * @param askedUsd whole dollars, by whole parts
     * @param coveredUsd of which the plan pays
     * @param weightAsked weighted quarters of all its needs
     * @param weightCovered of which the plan covers
     */
    public record StateCoverage(
            int state, int needs, int served, long askedUsd, long coveredUsd, long weightAsked, long weightCovered) {}

    /** @param adds points of level 1, were the need served whole and all else as it is */
    public record UnmetValue(int need, long adds) {}

    /** How near the best possible the plan is proven to be. */
    public Closeness closeness() {
        return new Closeness(level1, bound);
    }
}

package org.switchboard.matching.engine.explain;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

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

    private static final int TENTHS_OF_PER_CENT = 1000;

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

    /** Tenths of a per cent of the best possible that the plan reaches at least, rounded down. */
    public int shareInTenthsOfPerCent() {
        if (level1 >= bound) {
            return TENTHS_OF_PER_CENT;
        }
        // a gap of a millionth is no gap of nothing: the division cuts off, it never rounds up
        return BigInteger.valueOf(level1)
                .multiply(BigInteger.valueOf(TENTHS_OF_PER_CENT))
                .divide(BigInteger.valueOf(bound))
                .intValueExact();
    }

    /** One sentence on how near the best possible the plan is. */
    public String quality() {
        if (level1 >= bound) {
            return "The best possible, counted in level 1.";
        }
        int share = shareInTenthsOfPerCent();
        return String.format(
                Locale.ROOT, "At least %d.%d %% of the best possible, counted in level 1.", share / 10, share % 10);
    }
}

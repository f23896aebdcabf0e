package org.switchboard.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How far a plan is from the best possible at most, counted in level 1. It is never said to be nearer than is proven.
 *
 * @param level1 that the plan reaches
 * @param bound that no plan exceeds
 */
record Gap(long level1, long bound) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** In per cent of the bound, with two decimals, rounded up. */
    BigDecimal percent() {
        if (bound <= level1) {
            return BigDecimal.ZERO.setScale(2);
        }
        return BigDecimal.valueOf(bound)
                .subtract(BigDecimal.valueOf(level1))
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(bound), 2, RoundingMode.CEILING);
    }

    /** The same as a sentence, with one decimal, rounded down. */
    String inWords() {
        BigDecimal reached = HUNDRED.subtract(percent()).setScale(1, RoundingMode.FLOOR);
        return bound <= level1
                ? "No plan is better, counted in level 1."
                : "At least " + reached.toPlainString() + " % of the best possible, counted in level 1.";
    }
}

package org.switchboard.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How close a plan is proven to be to the best possible, on level 1; never rounded in its favour. */
record Closeness(long level1, long bound) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    String inWords() {
        return level1 >= bound ? "the best possible" : "at least " + sharePercent() + " % of the best possible";
    }

    private BigDecimal sharePercent() {
        return BigDecimal.valueOf(level1).multiply(HUNDRED).divide(BigDecimal.valueOf(bound), 1, RoundingMode.FLOOR);
    }

    /** The distance to the bound in per cent of it. */
    BigDecimal gapPercent() {
        if (level1 >= bound) {
            return BigDecimal.ZERO.setScale(2);
        }
        BigDecimal distance = BigDecimal.valueOf(bound).subtract(BigDecimal.valueOf(level1));
        return distance.multiply(HUNDRED).divide(BigDecimal.valueOf(bound), 2, RoundingMode.CEILING);
    }
}

package org.switchboard.matching.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How close a plan is proven to be to the best possible, on level 1; never rounded in its favour.
 *
 * @param level1 that the plan reaches
 * @param bound that no plan exceeds
 */
public record Closeness(long level1, long bound) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The distance to the bound in per cent of it, with two decimals, rounded up. */
    public BigDecimal gapPercent() {
        return isReached()
                ? BigDecimal.ZERO.setScale(2)
                : percent(BigDecimal.valueOf(bound).subtract(BigDecimal.valueOf(level1)), 2, RoundingMode.CEILING);
    }

    /** What the plan reaches at least, in per cent of the best possible, with one decimal, rounded down. */
    public BigDecimal sharePercent() {
        return isReached() ? HUNDRED.setScale(1) : percent(BigDecimal.valueOf(level1), 1, RoundingMode.FLOOR);
    }

    private BigDecimal percent(BigDecimal points, int decimals, RoundingMode rounding) {
        return points.multiply(HUNDRED).divide(BigDecimal.valueOf(bound), decimals, rounding);
    }

    private boolean isReached() {
        return level1 >= bound;
    }

    /** As part of a sentence. */
    public String inWords() {
        return isReached() ? "the best possible" : "at least " + sharePercent() + " % of the best possible";
    }

    /** As a sentence of its own. */
    public String inASentence() {
        String words = inWords();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ", counted in level 1.";
    }
}

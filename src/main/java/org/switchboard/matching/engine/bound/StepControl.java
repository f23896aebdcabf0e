package org.switchboard.matching.engine.bound;

/**
 * Tells a search for prices when its steps are too long for the problem. At equal distances on its way it looks back: a
 * stretch that found no lower bound, and whose last bound is no lower than that of the stretch before, went astray.
 */
final class StepControl {

    private static final double SHORTER = 0.3;

    private final int stretches;
    private int stretch;
    private boolean improved;
    private double endOfLast = Double.POSITIVE_INFINITY;
    private double factor = 1;

    /** @param stretches into which the way is cut */
    StepControl(int stretches) {
        this.stretches = stretches;
    }

    /**
     * Notes a round.
     *
     * @param share of the way that is behind, from 0 to 1
     * @param lowest whether the bound is the lowest yet
     * @return whether to go back to the best prices, from where steps are shorter
     */
    boolean hasGoneAstray(double share, double bound, boolean lowest) {
        improved |= lowest;
        int now = (int) (share * stretches);
        if (now == stretch) {
            return false;
        }
        boolean astray = !improved && bound >= endOfLast;
        stretch = now;
        improved = false;
        endOfLast = astray ? Double.POSITIVE_INFINITY : bound;
        factor *= astray ? SHORTER : 1;
        return astray;
    }

    /** Of the usual step. */
    double factor() {
        return factor;
    }
}

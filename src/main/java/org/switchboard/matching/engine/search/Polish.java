package org.switchboard.matching.engine.search;

/** After level 2, by simulated annealing; level 1 is never given up. */
final class Polish implements Leg {

    /** First and last temperature, in points of level 2: a quarter of a need at a fit of 100 is 100 of them. */
    private static final double FIRST = 40;

    private static final double LAST = 2;

    /** In shares of what a need is worth on average. */
    private static final double LEVEL_2 = 1e-4;

    private final Schedule schedule;
    private final double meanValue;

    Polish(Work work) {
        this.schedule = work.schedule();
        this.meanValue = work.meanValue();
    }

    @Override
    public boolean isOver() {
        return schedule.polishDone();
    }

    @Override
    public double level2Weight() {
        return LEVEL_2 * meanValue;
    }

    @Override
    public boolean stays(long gain1, long gain2, double chance) {
        return gain1 > 0 || (gain1 == 0 && (gain2 >= 0 || chance < Math.exp(gain2 / temperature())));
    }

    private double temperature() {
        return FIRST * Math.pow(LAST / FIRST, schedule.shareOfPolish());
    }
}

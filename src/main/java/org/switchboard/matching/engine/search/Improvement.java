package org.switchboard.matching.engine.search;

/** After level 1, by simulated annealing; level 2 decides between plans that are alike. */
final class Improvement implements Leg {

    /** First and last temperature, in shares of what a need is worth on average. */
    private static final double FIRST = 0.088;

    private static final double LAST = 0.014;

    /** Trials per need above which a search may be as hot as that. */
    private static final double FULL_SEARCH = 1_000;

    /** A search that starts from an earlier plan must not forget it: it is so cold that a row kept is worth something. */
    private static final double FIRST_FROM_PLAN = 0.0005;

    private static final double LAST_FROM_PLAN = FIRST_FROM_PLAN / 10;

    /** In shares of what a need is worth on average, as all of level 2 of a need counts some hundreds. */
    private static final double LEVEL_2 = 2.5e-6;

    private final Schedule schedule;
    private final double meanValue;
    private final boolean fromPlan;

    Improvement(Work work) {
        this.schedule = work.schedule();
        this.meanValue = work.meanValue();
        this.fromPlan = !work.start().isEmpty();
    }

    @Override
    public boolean isOver() {
        return schedule.improvementDone();
    }

    @Override
    public double level2Weight() {
        return LEVEL_2 * meanValue;
    }

    @Override
    public boolean stays(long gain1, long gain2, double chance) {
        double gain = gain1 + level2Weight() * gain2;
        return gain >= 0 || chance < Math.exp(gain / temperature());
    }

    private double temperature() {
        double room = Math.min(1, Math.sqrt(schedule.trialsPerNeed() / FULL_SEARCH));
        double first = fromPlan ? FIRST_FROM_PLAN : FIRST * room;
        double last = fromPlan ? LAST_FROM_PLAN : LAST * room;
        return meanValue * first * Math.pow(last / first, schedule.shareOfImprovement());
    }
}

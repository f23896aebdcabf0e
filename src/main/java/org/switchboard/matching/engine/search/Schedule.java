package org.switchboard.matching.engine.search;

/**
 * How many trials a search makes, and how far it has come. Temperatures follow this count, never the clock, so a search
 * repeats exactly from its seed and two numbers: the trials that were planned and those that were made.
 *
 * <p>Where only time is limited, the search measures its speed over a warm-up at the first temperature and then plans once.
 */
final class Schedule {

    private static final double SHARE_OF_IMPROVEMENT = 0.9;

    /** A problem is searched no longer than this, however much time there is: nothing is found any more. */
    private static final long MOST_TRIALS_PER_NEED = 20_000;

    private static final long LEAST_WARM_UP = 50_000;
    private static final long WARM_UP_PER_NEED = 10;

    /** What is left of the time for the unforeseen: a planned search that the clock cuts short has not cooled down. */
    private static final double SHARE_OF_TIME_PLANNED = 0.92;

    private final long most;
    private final long fullWarmUp;
    private final int needs;
    private final long end;
    private final Stopwatch stopwatch;
    private final long deadlineNanos;

    private long planned;
    private long done;
    private long halfWarmUpNanos;

    /**
     * @param needs for which something is to be decided
     * @param trials to plan with, or {@link SolveLimits#NONE} to plan them from the time there is
     * @param end trials after which to end, whatever was planned
     * @param deadlineNanos on the stopwatch when all must have ended
     */
    Schedule(int needs, long trials, long end, Stopwatch stopwatch, long deadlineNanos) {
        this.needs = needs;
        this.end = end;
        this.most = needs * MOST_TRIALS_PER_NEED;
        this.fullWarmUp = Math.max(LEAST_WARM_UP, needs * WARM_UP_PER_NEED);
        this.planned = trials == SolveLimits.NONE && most <= 10 * fullWarmUp ? most : trials;
        this.stopwatch = stopwatch;
        this.deadlineNanos = deadlineNanos;
    }

    /** A trial was made. */
    void count() {
        done++;
        if (planned == SolveLimits.NONE) {
            if (2 * done == fullWarmUp) {
                halfWarmUpNanos = stopwatch.elapsedNanos();
            } else if (done == fullWarmUp) {
                plan();
            }
        }
    }

    private void plan() {
        long now = stopwatch.elapsedNanos();
        double trialsPerNano = 0.5 * fullWarmUp / Math.max(1, now - halfWarmUpNanos);
        double left = Math.max(0, deadlineNanos - now) * SHARE_OF_TIME_PLANNED;
        // the warm-up is a tenth of the whole at most, so that a repetition can tell it from the whole alone
        planned = Math.max(10 * fullWarmUp, Math.min(most, done + (long) (trialsPerNano * left)));
    }

    long done() {
        return done;
    }

    /** Trials planned; {@link SolveLimits#NONE} as long as that is not known. */
    long planned() {
        return planned;
    }

    /** What a search that is to repeat this one has to plan with. */
    long plannedToRepeat() {
        return planned == SolveLimits.NONE ? most : planned;
    }

    /** A warm-up as long as one by time is knows nothing of the plan yet, and it has to be repeated like that. */
    double trialsPerNeed() {
        boolean mayBeUnplanned = done < fullWarmUp && planned >= 10 * fullWarmUp;
        return (mayBeUnplanned ? most : planned) / (double) needs;
    }

    private long endOfImprovement() {
        return planned == SolveLimits.NONE ? SolveLimits.NONE : (long) (planned * SHARE_OF_IMPROVEMENT);
    }

    boolean improvementDone() {
        return done >= Math.min(end, endOfImprovement());
    }

    boolean polishDone() {
        return done >= Math.min(end, planned);
    }

    /** From 0 to 1, after the warm-up. */
    double shareOfImprovement() {
        long warmUp = Math.min(fullWarmUp, planned / 10);
        if (done <= warmUp) {
            return 0;
        }
        return Math.min(1, (done - warmUp) / (double) Math.max(1, endOfImprovement() - warmUp));
    }

    double shareOfPolish() {
        long begin = endOfImprovement();
        return Math.min(1, (done - begin) / (double) Math.max(1, planned - begin));
    }
}

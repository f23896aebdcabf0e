package org.switchboard.matching.engine.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How far a search has come on its way from hot to cold. The way has twenty laps. A search by steps gives all of them as many
 * trials; a search by time ends a lap after each twentieth of the time, and notes how many trials were made by then.
 *
 * <p>Temperatures follow trials and the laps that have ended, never the clock, so a search repeats exactly from its seed, the
 * trials that it made and the ends of its laps.
 */
final class Schedule {

    static final int LAPS = 20;

    private static final int LAPS_OF_IMPROVEMENT = 18;
    private static final int LAPS_OF_POLISH = LAPS - LAPS_OF_IMPROVEMENT;

    /** A problem is searched no longer than this, however much time there is: nothing is found any more. */
    private static final long MOST_TRIALS_PER_NEED = 20_000;

    private static final int TRIALS_PER_READING = 50;

    /** What is left of the time is for the last trials, which may be slow. */
    private static final double SHARE_OF_TIME = 0.98;

    private final int needs;
    private final long end;
    private final List<Long> lapEnds;
    private final boolean byTime;
    private final Stopwatch stopwatch;
    private final long deadlineNanos;

    private long beganNanos = -1;
    private long done;
    private int lap;

    private Schedule(int needs, long end, List<Long> lapEnds, boolean byTime, Stopwatch stopwatch, long deadlineNanos) {
        this.needs = needs;
        this.end = end;
        this.lapEnds = lapEnds;
        this.byTime = byTime;
        this.stopwatch = stopwatch;
        this.deadlineNanos = deadlineNanos;
    }

    /** So many trials on an even way. */
    static Schedule ofTrials(int needs, long trials) {
        return repeating(
                needs,
                LongStream.rangeClosed(1, LAPS)
                        .mapToObj(lap -> trials / LAPS * lap + trials % LAPS * lap / LAPS)
                        .toList(),
                trials);
    }

    /**
     * The way of an earlier search.
     *
     * @param lapEnds trials made when each lap ended; fewer than there are laps if that search was ended before
     * @param end trials that it made
     */
    static Schedule repeating(int needs, List<Long> lapEnds, long end) {
        return new Schedule(needs, end, List.copyOf(lapEnds), false, () -> 0, 0);
    }

    /**
     * As many trials as there is time for, from the first on.
     *
     * @param needs for which something is to be decided
     * @param deadlineNanos on the stopwatch when all must have ended
     */
    static Schedule byTime(int needs, Stopwatch stopwatch, long deadlineNanos) {
        return new Schedule(needs, SolveLimits.NONE, new ArrayList<>(), true, stopwatch, deadlineNanos);
    }

    /** A trial was made. */
    void count() {
        if (byTime) {
            note();
        }
        done++;
        while (lap < lapEnds.size() && done >= lapEnds.get(lap)) {
            lap++;
        }
    }

    private void note() {
        if (beganNanos < 0) {
            beganNanos = stopwatch.elapsedNanos();
        }
        long next = done + 1;
        if (next % TRIALS_PER_READING == 0) {
            double nanos = SHARE_OF_TIME * Math.max(1, deadlineNanos - beganNanos);
            double share = Math.max(
                    (stopwatch.elapsedNanos() - beganNanos) / nanos, next / (double) (needs * MOST_TRIALS_PER_NEED));
            while (lapEnds.size() < LAPS && share * LAPS >= lapEnds.size() + 1) {
                lapEnds.add(next);
            }
        }
    }

    long done() {
        return done;
    }

    /** Trials made when each lap ended, as far as that is known: what {@link #repeating} asks for. */
    List<Long> lapEnds() {
        return Collections.unmodifiableList(lapEnds);
    }

    /** Trials per need in all, as far as can be told from the laps that have ended. */
    double trialsPerNeed() {
        return lap == 0 ? MOST_TRIALS_PER_NEED : lapEnds.get(lap - 1) / (double) lap * LAPS / needs;
    }

    boolean improvementDone() {
        return done >= end || lap >= LAPS_OF_IMPROVEMENT;
    }

    boolean polishDone() {
        return done >= end || lap >= LAPS;
    }

    /** From 0 to 1. It stays at 0 for the first lap, in which the speed of the search is not known yet. */
    double shareOfImprovement() {
        return Math.max(0, laps() - 1) / (LAPS_OF_IMPROVEMENT - 1);
    }

    /** From 0 to 1. */
    double shareOfPolish() {
        return Math.max(0, laps() - LAPS_OF_IMPROVEMENT) / LAPS_OF_POLISH;
    }

    /** Laps made, the present one in part: as if it were as long as the one before. */
    private double laps() {
        if (lap == 0 || lap >= LAPS) {
            return lap;
        }
        long began = lapEnds.get(lap - 1);
        long lengthBefore = lap == 1 ? began : began - lapEnds.get(lap - 2);
        return lap + Math.min(1, (done - began) / (double) Math.max(1, lengthBefore));
    }
}

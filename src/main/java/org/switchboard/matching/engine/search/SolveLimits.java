package org.switchboard.matching.engine.search;

/**
 * When a search ends: at the first limit it reaches. Only runs that end by steps repeat exactly.
 *
 * @param seconds of wall time
 * @param steps of work: plans tried and scored, those of the start included
 * @param gapPercent the search may end once level 1 is proven to be within so many per cent of the best possible
 * @param stepsUnimproved steps since the best plan was found; counted after the start, and looked at whenever a plan was accepted
 */
public record SolveLimits(long seconds, long steps, long stepsUnimproved, double gapPercent) {

    /** Stands for a limit that is not set. */
    public static final long NONE = Long.MAX_VALUE;

    public SolveLimits {
        if (seconds <= 0 || steps <= 0 || stepsUnimproved <= 0) {
            throw new IllegalArgumentException("limits of a search must be above zero");
        }
        if (!(gapPercent >= 0 && gapPercent <= 100)) {
            throw new IllegalArgumentException("a gap is 0 to 100 per cent, is " + gapPercent);
        }
        if (seconds == NONE && steps == NONE) {
            throw new IllegalArgumentException("a search needs a limit in seconds or in steps");
        }
    }

    public static SolveLimits ofSeconds(long seconds) {
        return new SolveLimits(seconds, NONE, NONE, 0);
    }

    public static SolveLimits ofSteps(long steps) {
        return new SolveLimits(NONE, steps, NONE, 0);
    }

    public SolveLimits andSeconds(long limitSeconds) {
        return new SolveLimits(limitSeconds, steps, stepsUnimproved, gapPercent);
    }

    public SolveLimits andSteps(long limitSteps) {
        return new SolveLimits(seconds, limitSteps, stepsUnimproved, gapPercent);
    }

    public SolveLimits andStepsUnimproved(long limitSteps) {
        return new SolveLimits(seconds, steps, limitSteps, gapPercent);
    }

    public SolveLimits andGapPercent(double limitPercent) {
        return new SolveLimits(seconds, steps, stepsUnimproved, limitPercent);
    }
}

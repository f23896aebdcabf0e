package org.switchboard.matching;

import org.switchboard.matching.engine.search.Solution;
import org.switchboard.matching.engine.search.SolveLimits;

/** What ended the search of a run. */
public enum RunEnd {
    TIME,
    STEPS,
    /** Its plan was proven to be as near to the best possible as was asked. */
    GAP,
    NO_IMPROVEMENT,
    /** Somebody ended it, or the service was stopped. */
    STOPPED,
    /** All that there is to match stands already, or nothing can be matched. */
    NOTHING_TO_DECIDE;

    /**
     * What ended a search, read from where it came to. Where several limits were reached at once it is the one that does
     * not depend on the machine.
     *
     * @param stopped whether it was told to end
     * @param elapsedMillis since its start
     */
    static RunEnd of(Solution solution, SolveLimits limits, boolean stopped, long elapsedMillis) {
        if (solution.steps() == 0 && !stopped) {
            return NOTHING_TO_DECIDE;
        }
        if (solution.steps() >= limits.steps()) {
            return STEPS;
        }
        if (stopped) {
            return STOPPED;
        }
        if (limits.seconds() != SolveLimits.NONE && elapsedMillis >= limits.seconds() * 1000) {
            return TIME;
        }
        double gapPercent =
                100 * solution.certificate().gap(solution.plan().figures().level1());
        return gapPercent <= limits.gapPercent() ? GAP : NO_IMPROVEMENT;
    }
}

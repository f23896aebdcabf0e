package org.switchboard.matching;

import org.switchboard.matching.engine.search.Ending;

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

    static RunEnd of(Ending ending) {
        return switch (ending) {
            case NOTHING_TO_DECIDE -> NOTHING_TO_DECIDE;
            case GAP_REACHED -> GAP;
            case NOTHING_IMPROVED -> NO_IMPROVEMENT;
            case STEPS_MADE -> STEPS;
            case TIME_OVER -> TIME;
            case STOPPED -> STOPPED;
        };
    }
}

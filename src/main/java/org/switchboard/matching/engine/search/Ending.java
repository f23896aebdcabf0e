package org.switchboard.matching.engine.search;

/** What ended a search. */
public enum Ending {
    /** Pinned rows are all that the plan can hold. */
    NOTHING_TO_DECIDE,
    /** The plan is proven to be as near to the best possible as was asked. */
    GAP_REACHED,
    /** No better plan was found in as many steps as were asked. */
    NOTHING_IMPROVED,
    /** All steps that were asked for were made. */
    STEPS_MADE,
    /** The time is over, or as much of it as the search found worth planning. */
    TIME_OVER,
    /** Somebody stopped it. */
    STOPPED
}

package org.switchboard.matching.engine.search;

/** What ended a search. */
public enum Ending {
    /** The time is over, or as much of it as the search found worth planning. */
    TIME,
    /** All steps that were asked for were made. */
    STEPS,
    /** The plan is proven to be as near to the best possible as was asked. */
    GAP,
    /** No better plan was found in as many steps as were asked. */
    NO_IMPROVEMENT,
    /** Somebody stopped it. */
    STOPPED,
    /** Pinned rows are all that the plan can hold. */
    NOTHING_TO_DECIDE
}

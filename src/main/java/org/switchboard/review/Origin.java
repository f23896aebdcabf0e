package org.switchboard.review;

/** Where a proposal comes from. */
public enum Origin {
    /** A row of a plan, as the engine suggested it. */
    PLAN,
    /** A row of a plan that an expert changed. */
    CHANGED,
    /** Added by an expert. */
    ADDED,
    /** The next best offer after another came to nothing. */
    NEXT_BEST
}

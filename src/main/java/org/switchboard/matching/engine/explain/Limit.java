package org.switchboard.matching.engine.explain;

/** What can keep an offer from giving to a need beside the rest of a plan. */
public enum Limit {
    /** Dollars of the offer for all needs. */
    BUDGET,
    /** Needs that the offer may serve. */
    SLOTS,
    /** Dollars of the offer for all needs of the State. */
    STATE_CAP,
    /** Needs of the State that can be served in a period. */
    ABSORPTION,
    /** Least dollars of the offer for one need. */
    FLOOR,
    /** Most dollars of the offer for one need. */
    CEILING
}

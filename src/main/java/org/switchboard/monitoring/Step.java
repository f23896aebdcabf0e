package org.switchboard.monitoring;

/** What is counted on the way from a request to help delivered. */
enum Step {
    REQUEST_RECEIVED,
    NEED_RECEIVED,
    NEED_ACKNOWLEDGED,
    NEED_ACKNOWLEDGED_IN_TIME,
    /** The first proposal for a need that was acknowledged. */
    NEED_ANSWERED,
    PUT_FORWARD,
    LET_PASS,
    CONSENTED_BY_STATE,
    CONFIRMED,
    DELIVERED,
    OBJECTED,
    DECLINED,
    LAPSED,
    WITHDRAWN,
    SUPERSEDED,
    COMMITTED,
    PAID
}

package org.switchboard.review;

/** What became of a pledge: neither is the other, and a pledge is none of both. */
public enum PaymentKind {
    /** Bound by contract. */
    COMMITTED,
    PAID
}

package org.switchboard.review;

/** Who or what brought a proposal to an end before help came of it. */
public enum EndedBy {
    RECIPIENT,
    PROVIDER,
    COMMITTEE,
    EXPERTS,
    /** Its term passed in silence. */
    TERM
}

package org.switchboard.monitoring;

/** As what somebody decided; persons are not named. */
public enum DecidedBy {
    EXPERTS,
    /** One member State of the Committee. */
    MEMBER,
    /** The Committee, by its silence. */
    COMMITTEE,
    /** The State that would be helped. */
    STATE,
    PROVIDER,
    /** Nobody: a term ended. */
    TERM
}

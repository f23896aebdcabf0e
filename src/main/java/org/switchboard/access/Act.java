package org.switchboard.access;

/** What the record of access tells of. */
public enum Act {
    READ,
    /** Took a file away. */
    EXPORT,
    SIGN_IN,
    SIGN_IN_REFUSED,
    SIGN_OUT,
    /** Somebody's roles, or how somebody comes in, were changed. */
    RIGHTS
}

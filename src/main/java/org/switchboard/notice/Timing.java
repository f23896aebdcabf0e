package org.switchboard.notice;

/** When a notice goes by mail as well. */
public enum Timing {
    AT_ONCE,
    /** Together with the others of the day, in one mail. */
    DAILY,
    NONE
}

package org.switchboard.review;

/** What people do with a proposal. */
public enum ActKind {
    LET_PASS,
    HELD,
    RELEASED,
    EXTENDED,
    OBJECTED,
    CONSENTED,
    DECLINED,
    WITHDRAWN,
    SUPERSEDED,
    BAN_LIFTED
}

package org.switchboard.monitoring;

/** What somebody decided about a proposal, or what came of nobody deciding. */
public enum Decision {
    PUT_FORWARD,
    LET_PASS,
    HELD,
    RELEASED,
    EXTENDED,
    OBJECTED,
    /** The Committee's period ended without an objection. */
    PASSED,
    CONSENTED,
    DECLINED,
    WITHDRAWN,
    /** A term ended without an answer. */
    LAPSED,
    SUPERSEDED,
    /** The provider may be suggested for the need again although one side said no. */
    BAN_LIFTED
}

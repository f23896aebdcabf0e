package org.switchboard.notice;

/** Kinds of notices for which one choice about mail is made together. */
public enum NoticeGroup {
    /** What asks for an answer within a term: nobody can do without. */
    ANSWERS,
    NEEDS,
    PROPOSALS,
    DELIVERIES,
    EDITIONS;

    /** Whether mail about it is sent in any case. */
    boolean isMandatory() {
        return this == ANSWERS;
    }
}

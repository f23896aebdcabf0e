package org.switchboard.notice;

import java.util.Locale;

/** What the sentence of a notice leaves open, to be filled from the words of what happened. */
enum Gap {
    /** Of the need, request or proposal. */
    REFERENCE,
    /** ISO 3166-1 alpha-3; read as the State's name. */
    STATE,
    /** A code. */
    PROVIDER,
    /** The last day of a term, ISO 8601; read as a day is written in the language. */
    UNTIL,
    /** A number. */
    DAYS,
    /** In the words of whoever decided, in their language; follows the sentence where a reason was given. */
    WHY;

    /** As it stands in the words of a happening and, in braces, in messages. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says so little that it may go by mail, which others can read on its way. */
    boolean mayTravel() {
        return this == UNTIL || this == DAYS;
    }
}

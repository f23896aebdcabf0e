package org.switchboard.matching.engine;

import java.io.Serial;

/** Says which value of a problem cannot stand, and where it is. */
public final class InvalidProblemException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String complaint;

    public InvalidProblemException(String place, String message) {
        super(place + ": " + message);
        this.place = place;
        this.complaint = place + ": " + message;
    }

    @Override
    public String getMessage() {
        return complaint;
    }

    /** Where the value is, for example {@code needs[3].state}. */
    public String place() {
        return place;
    }

    static void unless(boolean holds, String place, String message) {
        if (!holds) {
            throw new InvalidProblemException(place, message);
        }
    }

    static void unlessNotNegative(long value, String place) {
        unless(value >= 0, place, "must not be negative, is " + value);
    }
}

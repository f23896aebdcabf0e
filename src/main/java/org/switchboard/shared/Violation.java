package org.switchboard.shared;

/**
 * One thing that is wrong with what was sent.
 *
 * @param pointer where, as a JSON pointer into the body ({@code /cost/amount}); for a parameter its name
 * @param code stable name of the rule, for programs
 * @param message what is wrong and what to do, for people
 */
public record Violation(String pointer, String code, String message) {

    /** The same, where its body is itself a part of a larger one. */
    public Violation under(String place) {
        return new Violation(place + pointer, code, message);
    }
}

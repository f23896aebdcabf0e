package org.switchboard.matching.engine;

/**
 * A State, as far as matching reads it.
 *
 * @param region the region the exchange format carries; no rule of the engine reads it
 * @param absorption how many of its needs can be served at one time, in every period
 * @param b1 where the first band of its concave value ends, in weighted quarters
 * @param b2 where the second band ends, in weighted quarters, not below b1
 */
public record State(int region, int absorption, long b1, long b2) {

    public State {
        InvalidProblemException.unlessNotNegative(region, "state.region");
        InvalidProblemException.unlessNotNegative(absorption, "state.absorption");
        InvalidProblemException.unlessNotNegative(b1, "state.b1");
        InvalidProblemException.unless(b2 >= b1, "state.b2", "must not be below b1 (" + b1 + "), is " + b2);
    }
}

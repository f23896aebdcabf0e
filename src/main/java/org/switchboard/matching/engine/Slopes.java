package org.switchboard.matching.engine;

/**
 * What a quarter of weighted coverage of a State is worth in each of its three bands. They may not rise from band to
 * band: the first help to a State counts at least as much as the next.
 */
public record Slopes(long first, long second, long third) {

    public Slopes {
        InvalidProblemException.unless(
                first >= second && second >= third && third >= 0,
                "slopes",
                "must fall or stay from band to band and not be negative, are " + first + ", " + second + ", " + third);
    }

    /** The concave value of a State's weighted coverage: the first slope up to b1, the second up to b2, then the third. */
    public long valueOf(long coverage, State state) {
        if (coverage <= state.b1()) {
            return first * coverage;
        }
        if (coverage <= state.b2()) {
            return first * state.b1() + second * (coverage - state.b1());
        }
        return first * state.b1() + second * (state.b2() - state.b1()) + third * (coverage - state.b2());
    }
}

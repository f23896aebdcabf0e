package org.switchboard.matching.engine.bound;

/**
 * A proof that no plan reaches more than {@code bound} on level 1: whoever puts the multipliers into the formula that
 * {@link Multipliers} states gets a number that is no larger.
 */
public record Certificate(long bound, Multipliers multipliers) {

    /** How far a plan may be from the best possible, as a share of the bound; 0 where the bound is reached. */
    public double gap(long level1) {
        return bound <= 0 ? 0 : Math.max(0, bound - level1) / (double) bound;
    }
}

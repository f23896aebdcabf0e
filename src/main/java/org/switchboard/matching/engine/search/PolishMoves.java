package org.switchboard.matching.engine.search;

/** The moves of the {@link Polish}. */
public final class PolishMoves extends Stretches {

    @Override
    Leg leg(Work work) {
        return new Polish(work);
    }
}

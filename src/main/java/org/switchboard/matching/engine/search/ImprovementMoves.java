package org.switchboard.matching.engine.search;

/** The moves of the {@link Improvement}. */
public final class ImprovementMoves extends Stretches {

    @Override
    Leg leg(Work work) {
        return new Improvement(work);
    }
}

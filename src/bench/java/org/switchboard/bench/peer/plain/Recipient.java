package org.switchboard.bench.peer.plain;

import org.switchboard.matching.engine.Slopes;
import org.switchboard.matching.engine.State;

/** A State that asks; its index in the problem tells it from others. */
public final class Recipient {

    private final int index;
    private final State state;
    private final Slopes slopes;

    Recipient(int index, State state, Slopes slopes) {
        this.index = index;
        this.state = state;
        this.slopes = slopes;
    }

    public State state() {
        return state;
    }

    /** The points of level 1 that so many weighted quarters of coverage are worth. */
    public long valueOf(long coverage) {
        return slopes.valueOf(coverage, state);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recipient that && index == that.index;
    }

    @Override
    public int hashCode() {
        return index;
    }
}

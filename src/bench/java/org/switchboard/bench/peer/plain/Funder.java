package org.switchboard.bench.peer.plain;

import org.switchboard.matching.engine.Offer;

/** An offer, as a value of the planning variable; its index in the problem tells it from others with the same terms. */
public final class Funder {

    private final int index;
    private final Offer offer;

    Funder(int index, Offer offer) {
        this.index = index;
        this.offer = offer;
    }

    public int index() {
        return index;
    }

    public Offer offer() {
        return offer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Funder that && index == that.index;
    }

    @Override
    public int hashCode() {
        return index;
    }
}

package org.switchboard.bench.peer.plain;

import java.util.List;

/**
 * What one funder pays for: one part of a need, or all of them where covering some would not help. Each library adds the
 * planning variable, who the funder is.
 */
public abstract class Portion {

    private Slice slice;

    /** For the libraries. */
    protected Portion() {}

    protected Portion(Slice slice) {
        this.slice = slice;
    }

    /** Null while nobody pays. */
    public abstract Funder getFunder();

    public Slice slice() {
        return slice;
    }

    public Demand demand() {
        return slice.demand();
    }

    public Recipient recipient() {
        return slice.demand().recipient();
    }

    public int parts() {
        return slice.parts();
    }

    public List<Funder> choices() {
        return slice.choices();
    }

    public long moneyUsd() {
        return parts() * demand().need().partCostUsd();
    }

    public long quarters() {
        return (long) parts() * demand().need().quartersPerPart();
    }

    public long weightedQuarters() {
        return demand().need().weight() * quarters();
    }

    public long fit() {
        return quarters() * demand().fit(getFunder());
    }

    /** A portion and its copies are the same one to a solver with several threads. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Portion that && slice.number() == that.slice.number();
    }

    @Override
    public int hashCode() {
        return slice.number();
    }
}

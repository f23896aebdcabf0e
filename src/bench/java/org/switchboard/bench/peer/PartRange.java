package org.switchboard.bench.peer;

import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;

/** How many parts of a need an offer may pay for by its floor, ceiling, budget and cap, if it pays for any. */
record PartRange(int least, int most) {

    static PartRange of(Need need, Offer offer) {
        return within(need, offer, Math.min(offer.budgetUsd(), offer.perStateCapUsd()));
    }

    /** @param moneyUsd that is left for this need */
    static PartRange within(Need need, Offer offer, long moneyUsd) {
        long part = need.partCostUsd();
        long least = Math.max(1, 1 + (offer.floorUsd() - 1) / part);
        long most = Math.min(need.parts(), Math.min(offer.ceilingUsd(), moneyUsd) / part);
        return new PartRange((int) Math.min(least, Integer.MAX_VALUE), (int) most);
    }

    boolean isEmpty() {
        return least > most;
    }
}

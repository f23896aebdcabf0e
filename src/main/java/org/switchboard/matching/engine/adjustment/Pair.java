package org.switchboard.matching.engine.adjustment;

import org.switchboard.matching.engine.PlanRow;

/** A need and an offer, whatever the one may get of the other. */
public record Pair(int need, int offer) {

    static Pair of(PlanRow row) {
        return new Pair(row.need(), row.offer());
    }
}

package org.switchboard.matching.engine;

import java.util.Comparator;

/** One match: so many equal parts of a need are paid by an offer. */
public record PlanRow(int need, int offer, int parts) {

    /** The order in which plans are written. */
    public static final Comparator<PlanRow> BY_NEED_THEN_OFFER =
            Comparator.comparingInt(PlanRow::need).thenComparingInt(PlanRow::offer);

    Place.AtMatch place() {
        return new Place.AtMatch(need, offer);
    }
}

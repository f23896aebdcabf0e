package org.switchboard.cli;

import java.util.Locale;
import org.switchboard.matching.engine.Breach;
import org.switchboard.matching.engine.Place;

/** A broken rule in words: which, where, what the plan holds there and what the rule allows. */
final class BreachWords {

    private BreachWords() {}

    static String of(Breach breach) {
        return rule(breach) + ": " + where(breach.place()) + " "
                + String.format(Locale.ROOT, found(breach), breach.found(), breach.limit());
    }

    /** For example "offer budget is not exceeded". */
    static String rule(Breach breach) {
        return breach.rule().name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("state", "State");
    }

    static String where(Place place) {
        if (place instanceof Place.AtNeed at) {
            return "need " + at.need();
        }
        if (place instanceof Place.AtOffer at) {
            return "offer " + at.offer();
        }
        if (place instanceof Place.AtMatch at) {
            return "need " + at.need() + " with offer " + at.offer();
        }
        if (place instanceof Place.AtOfferAndState at) {
            return "offer " + at.offer() + " in State " + at.state();
        }
        Place.AtStateAndPeriod at = (Place.AtStateAndPeriod) place;
        return "State " + at.state() + " in period " + at.period();
    }

    private static String found(Breach breach) {
        return switch (breach.rule()) {
            case PAIR_IS_A_CANDIDATE -> "is not one of the candidates";
            case PAIR_IS_LISTED_ONCE -> "is listed %,d times";
            case NEED_IS_NOT_OVER_COVERED -> "gets %,d parts and has %,d";
            case NEED_IS_COVERED_WHOLLY_UNLESS_PARTIAL_COVER_HELPS -> "gets %,d of its %,d parts";
            case MATCH_REACHES_THE_FLOOR -> "holds %,d dollars, the least is %,d";
            case MATCH_STAYS_UNDER_THE_CEILING, OFFER_BUDGET_IS_NOT_EXCEEDED, OFFER_STATE_CAP_IS_NOT_EXCEEDED ->
                "holds %,d dollars, the most is %,d";
            case OFFER_SERVES_NO_MORE_NEEDS_THAN_IT_MAY, STATE_ABSORBS_ITS_NEEDS_AT_ANY_TIME ->
                "serves %,d needs, the most is %,d";
            case PINNED_ROW_STANDS -> "must stand with %2$,d parts and does not";
        };
    }
}

package org.switchboard.matching.engine.candidate;

import java.time.LocalDate;
import org.switchboard.matching.engine.Ids;
import org.switchboard.matching.engine.InvalidProblemException;

/**
 * What the candidate rules read of an offer. Money is in whole dollars.
 *
 * @param provider who offers
 * @param themes themes and sub-themes covered; empty is any
 * @param kinds kinds of assistance covered; empty is any
 * @param regions regions of any level whose States are eligible
 * @param states States eligible by themselves; with no regions and no States listed any State is
 * @param excludedStates States the provider does not serve
 * @param languages working languages
 * @param from first day
 * @param to last day, inclusive
 * @param budgetUsd for all needs together
 * @param floorUsd least money for one need
 * @param ceilingUsd most money for one need
 * @param perStateCapUsd most money for one State
 * @param active whether it can be matched at all
 * @param dueDiligenceRequired whether the provider asks for a recorded human-rights finding before a match
 * @param preferredStages stages it prefers; empty is no preference
 */
public record OfferTerms(
        int provider,
        Ids themes,
        Ids kinds,
        Ids regions,
        Ids states,
        Ids excludedStates,
        Ids languages,
        LocalDate from,
        LocalDate to,
        long budgetUsd,
        long floorUsd,
        long ceilingUsd,
        long perStateCapUsd,
        boolean active,
        boolean dueDiligenceRequired,
        Ids preferredStages) {

    public OfferTerms {
        if (to.isBefore(from)) {
            throw new InvalidProblemException("offer terms.to", to + " is before " + from);
        }
    }

    boolean servesAnyState() {
        return regions.isEmpty() && states.isEmpty();
    }

    /** Most money one need can get. */
    long mostForOneNeedUsd() {
        return Math.min(ceilingUsd, Math.min(budgetUsd, perStateCapUsd));
    }
}

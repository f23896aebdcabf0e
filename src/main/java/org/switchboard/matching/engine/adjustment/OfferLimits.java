package org.switchboard.matching.engine.adjustment;

import org.switchboard.matching.engine.Offer;

/**
 * The money of an offer as a run supposes it, in whole dollars; all else of the offer stays.
 *
 * @param budgetUsd for all needs together
 * @param ceilingUsd most money for one need; not below the offer's floor
 * @param perStateCapUsd most money for all needs of one State together
 */
public record OfferLimits(long budgetUsd, long ceilingUsd, long perStateCapUsd) {

    Offer in(Offer offer) {
        return new Offer(
                offer.provider(),
                offer.areas(),
                offer.types(),
                offer.regions(),
                budgetUsd,
                offer.floorUsd(),
                ceilingUsd,
                offer.maxNeeds(),
                perStateCapUsd,
                offer.languages(),
                offer.from(),
                offer.to());
    }
}

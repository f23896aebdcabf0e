package org.switchboard.matching.engine;

/**
 * What a provider is ready to give. Money is in whole dollars.
 *
 * @param provider number of the provider
 * @param areas areas, types, regions and languages: carried by the exchange format; the candidate filter has read them
 * @param budgetUsd for all needs together
 * @param floorUsd least money for one need
 * @param ceilingUsd most money for one need
 * @param maxNeeds how many needs it may serve
 * @param perStateCapUsd most money for all needs of one State together
 * @param from first period
 * @param to last period, inclusive
 */
public record Offer(
        int provider,
        Ids areas,
        Ids types,
        Ids regions,
        long budgetUsd,
        long floorUsd,
        long ceilingUsd,
        int maxNeeds,
        long perStateCapUsd,
        Ids languages,
        int from,
        int to) {

    public Offer {
        InvalidProblemException.unlessNotNegative(provider, "offer.provider");
        InvalidProblemException.unlessNotNegative(budgetUsd, "offer.budget");
        InvalidProblemException.unlessNotNegative(floorUsd, "offer.floor");
        InvalidProblemException.unless(
                ceilingUsd >= floorUsd,
                "offer.ceiling",
                "must not be below the floor (" + floorUsd + "), is " + ceilingUsd);
        InvalidProblemException.unlessNotNegative(maxNeeds, "offer.maxNeeds");
        InvalidProblemException.unlessNotNegative(perStateCapUsd, "offer.perStateCap");
        InvalidProblemException.unlessNotNegative(from, "offer.from");
        InvalidProblemException.unless(to >= from, "offer.to", "must not be before from (" + from + "), is " + to);
        areas.unlessNotNegative("offer.areas");
        types.unlessNotNegative("offer.types");
        regions.unlessNotNegative("offer.regions");
        languages.unlessNotNegative("offer.languages");
    }
}

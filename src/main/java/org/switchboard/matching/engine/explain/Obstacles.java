package org.switchboard.matching.engine.explain;

import java.util.ArrayList;
import java.util.List;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Place;

/** Finds what stands in the way of one more row in a plan. */
final class Obstacles {

    private final PlanPrices prices;
    private final PlanUse use;
    private final OpenProblem open;

    Obstacles(PlanPrices prices) {
        this.prices = prices;
        this.use = prices.use();
        this.open = prices.open();
    }

    /** What keeps the offer of a candidate from giving so many parts, the rest of the plan as it is. */
    List<Obstacle> ofCandidate(int candidate, int parts) {
        int need = open.needOf(candidate);
        int offer = open.offerOf(candidate);
        int state = open.need(need).state();
        long usd = parts * open.need(need).partCostUsd();
        Offer terms = open.problem().offers().get(offer);
        Place match = new Place.AtMatch(need, offer);
        List<Obstacle> found = new ArrayList<>();
        if (usd < terms.floorUsd()) {
            found.add(new Obstacle(Limit.FLOOR, match, usd, terms.floorUsd(), 0));
        }
        if (usd > terms.ceilingUsd()) {
            found.add(new Obstacle(Limit.CEILING, match, usd, terms.ceilingUsd(), 0));
        }
        if (usd > use.budgetLeft(offer)) {
            found.add(new Obstacle(
                    Limit.BUDGET, new Place.AtOffer(offer), usd, use.budgetLeft(offer), prices.budget(offer)));
        }
        if (use.slotsLeft(offer) < 1) {
            found.add(new Obstacle(Limit.SLOTS, new Place.AtOffer(offer), 1, 0, prices.slot(offer)));
        }
        if (usd > use.stateCapLeft(offer, state)) {
            found.add(new Obstacle(
                    Limit.STATE_CAP,
                    new Place.AtOfferAndState(offer, state),
                    usd,
                    use.stateCapLeft(offer, state),
                    prices.stateCap(offer, state)));
        }
        return found;
    }

    /** The periods in which the need's State can take no more; none where the need is served already. */
    List<Obstacle> ofAbsorption(int need) {
        Need of = open.need(need);
        List<Obstacle> found = new ArrayList<>();
        for (int t = of.from(); t <= of.to() && !use.isServed(need); t++) {
            if (use.absorptionLeft(of.state(), t) < 1) {
                found.add(new Obstacle(
                        Limit.ABSORPTION,
                        new Place.AtStateAndPeriod(of.state(), t),
                        1,
                        0,
                        prices.absorption(of.state(), t)));
            }
        }
        return found;
    }

    /** Most parts that the offer of a candidate could give, the rest of the plan as it is; 0 where it can give none. */
    int partsPossible(int candidate) {
        int need = open.needOf(candidate);
        int offer = open.offerOf(candidate);
        if (!open.usable(candidate) || use.slotsLeft(offer) < 1) {
            return 0;
        }
        long usd = Math.min(
                use.budgetLeft(offer), use.stateCapLeft(offer, open.need(need).state()));
        long most = Math.min(open.mostParts(candidate), usd / open.need(need).partCostUsd());
        return most < open.leastParts(candidate) ? 0 : (int) most;
    }
}

package org.switchboard.matching.engine.search;

import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.bound.CheapestParts;
import org.switchboard.matching.engine.bound.Prices;

/**
 * The pattern that serves a need best as the plan stands: what its State gains on level 1, less what the offers' money and
 * slots and the State's absorption are worth to others. A little of level 2 decides between patterns that are worth alike.
 */
final class BestPattern {

    private final Ledger ledger;
    private final OpenProblem open;
    private final CandidateTable candidates;
    private final Prices prices;
    private final double level2Weight;
    private final CheapestParts cheapest = new CheapestParts();
    private int parts;

    /** @param level2Weight points of level 1 that one of level 2 counts for */
    BestPattern(Ledger ledger, Prices prices, double level2Weight) {
        this.ledger = ledger;
        this.open = ledger.open();
        this.candidates = open.problem().candidates();
        this.prices = prices;
        this.level2Weight = level2Weight;
    }

    /**
     * Finds the best pattern of a need that has none in the plan.
     *
     * @return what it is worth beyond its price, in points of level 1, of any sign; minus infinity where nothing fits
     */
    double find(int index) {
        parts = 0;
        int openParts = open.openParts(index);
        if (openParts == 0 || !ledger.canAbsorb(index)) {
            return Double.NEGATIVE_INFINITY;
        }
        Need need = ledger.need(index);
        cheapest.clear(openParts);
        for (int c = open.first(index), end = open.end(index); c < end; c++) {
            int most = ledger.partsLeft(c, index);
            if (most > 0 && most >= open.leastParts(c)) {
                offer(need, c, most);
            }
        }
        double absorption = open.servedByPins(index) ? 0 : prices.absorption(need.state(), need.from(), need.to());
        double most = Double.NEGATIVE_INFINITY;
        long quarters = need.weight() * need.quartersPerPart();
        for (int m = open.leastToAdd(index); m <= openParts; m++) {
            double cost = cheapest.cost(m);
            if (cost < Double.POSITIVE_INFINITY) {
                double worth = ledger.gain(need.state(), m * quarters) - cost - absorption;
                if (worth > most) {
                    most = worth;
                    parts = m;
                }
            }
        }
        return most;
    }

    private void offer(Need need, int c, int most) {
        int j = open.offerOf(c);
        double fit = candidates.fit(c);
        if (open.partsBefore(c) > 0) {
            fit += open.problem().changePenalty();
        }
        double perPart =
                need.partCostUsd() * prices.moneyTo(j, need.state()) - level2Weight * need.quartersPerPart() * fit;
        double fixed = prices.slot(j) + level2Weight * open.problem().fragPenalty();
        cheapest.offer(c, open.leastParts(c), most, fixed, perPart);
    }

    /** Puts the pattern found last into the plan. */
    void put(int index) {
        for (int o = 0; o < cheapest.offers(parts); o++) {
            ledger.give(index, cheapest.candidate(parts, o), cheapest.parts(parts, o));
        }
    }
}

package org.switchboard.matching.engine.bound;

import java.util.function.IntUnaryOperator;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Problem;

/**
 * The prices of an earlier problem of which another is a small change: a search that begins with them soon has prices as
 * good again. What either problem lacks simply has no earlier price.
 *
 * @param problem the earlier one
 * @param multipliers that were found for it
 * @param needBefore the index that a need of the later problem had in the earlier, or -1
 * @param offerBefore likewise for offers
 * @param stateBefore likewise for States
 */
public record EarlierPrices(
        Problem problem,
        Multipliers multipliers,
        IntUnaryOperator needBefore,
        IntUnaryOperator offerBefore,
        IntUnaryOperator stateBefore) {

    /** For a later problem whose needs, offers and States have the same indexes. */
    public static EarlierPrices sameIndexes(Problem problem, Multipliers multipliers) {
        return new EarlierPrices(
                problem,
                multipliers,
                i -> i < problem.needs().size() ? i : -1,
                j -> j < problem.offers().size() ? j : -1,
                s -> s < problem.states().size() ? s : -1);
    }

    /** The earlier candidate of the same need and offer, if the need was cut into as many parts; otherwise -1. */
    int candidateBefore(OpenProblem open, int candidate) {
        int need = needBefore.applyAsInt(open.needOf(candidate));
        int offer = offerBefore.applyAsInt(open.offerOf(candidate));
        if (need < 0 || offer < 0) {
            return -1;
        }
        int parts = open.need(open.needOf(candidate)).parts();
        return problem.needs().get(need).parts() == parts ? problem.candidates().find(need, offer) : -1;
    }

    /** Points of level 1, not scaled. */
    double part(int earlierCandidate, int number) {
        return multipliers.part(earlierCandidate, number) / (double) multipliers.scale();
    }

    /** The prices of the limits of the later problem; a dollar of an offer has the mean price that its parts had. */
    Prices prices(OpenProblem open) {
        double scale = multipliers.scale();
        Prices prices = new Prices(open);
        for (int s = 0; s < open.states(); s++) {
            int state = stateBefore.applyAsInt(s);
            for (int t = 0; state >= 0 && t < Math.min(open.periods(), problem.periods()); t++) {
                prices.absorption[s * open.periods() + t] = multipliers.absorption(state, t) / scale;
            }
        }
        double[] money = moneyPrices();
        for (int j = 0; j < open.offers(); j++) {
            int offer = offerBefore.applyAsInt(j);
            if (offer >= 0) {
                prices.slots[j] = multipliers.slot(offer) / scale;
                prices.money[j] = money[offer];
                for (int s = 0; s < open.states(); s++) {
                    int state = stateBefore.applyAsInt(s);
                    prices.stateCaps[j * open.states() + s] =
                            state < 0 ? 0 : multipliers.stateCap(offer, state) / scale;
                }
            }
        }
        return prices;
    }

    private double[] moneyPrices() {
        double[] paid = new double[problem.offers().size()];
        double[] dollars = new double[paid.length];
        CandidateTable candidates = problem.candidates();
        for (int i = 0; i < problem.needs().size(); i++) {
            Need need = problem.needs().get(i);
            for (int c = candidates.first(i); c < candidates.end(i); c++) {
                int j = candidates.offer(c);
                for (int k = 1; k <= multipliers.mostParts(c); k++) {
                    long price = multipliers.part(c, k);
                    if (price != 0) { // no price was needed where the offer cannot give so many parts
                        double money = (double) k * need.partCostUsd();
                        paid[j] += price - multipliers.slot(j) - multipliers.stateCap(j, need.state()) * money;
                        dollars[j] += money;
                    }
                }
            }
        }
        for (int j = 0; j < paid.length; j++) {
            paid[j] = dollars[j] == 0 ? 0 : Math.max(0, paid[j] / dollars[j] / multipliers.scale());
        }
        return paid;
    }
}

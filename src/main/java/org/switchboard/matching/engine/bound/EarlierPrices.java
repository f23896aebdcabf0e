package org.switchboard.matching.engine.bound;

import java.util.function.IntUnaryOperator;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Problem;

/**
 * Prices to begin a search with: found before for the same problem, or carried over from one of which it is a small change.
 * Such a search soon has prices as good again. A price of zero for parts stands for one that nobody knows yet.
 */
public record EarlierPrices(Multipliers multipliers) {

    /**
     * The prices of an earlier problem in the terms of a later one. What the earlier lacks has no price.
     *
     * @param needBefore the index that a need of the later problem had in the earlier, or -1
     * @param offerBefore likewise for offers
     * @param stateBefore likewise for States
     */
    public static EarlierPrices carriedOver(
            Problem earlier,
            Multipliers prices,
            Problem later,
            IntUnaryOperator needBefore,
            IntUnaryOperator offerBefore,
            IntUnaryOperator stateBefore) {
        Multipliers carried = new Multipliers(later, prices.scale());
        for (int s = 0; s < later.states().size(); s++) {
            int state = stateBefore.applyAsInt(s);
            for (int t = 0; state >= 0 && t < Math.min(later.periods(), earlier.periods()); t++) {
                carried.setAbsorption(s, t, prices.absorption(state, t));
            }
        }
        for (int j = 0; j < later.offers().size(); j++) {
            int offer = offerBefore.applyAsInt(j);
            if (offer >= 0) {
                carried.setSlot(j, prices.slot(offer));
                for (int s = 0; s < later.states().size(); s++) {
                    int state = stateBefore.applyAsInt(s);
                    carried.setStateCap(j, s, state < 0 ? 0 : prices.stateCap(offer, state));
                }
            }
        }
        carryParts(earlier, prices, later, needBefore, offerBefore, carried);
        return new EarlierPrices(carried);
    }

    /** A need that is cut otherwise than before has new prices: a part of it is another good. */
    private static void carryParts(
            Problem earlier,
            Multipliers prices,
            Problem later,
            IntUnaryOperator needBefore,
            IntUnaryOperator offerBefore,
            Multipliers carried) {
        for (int i = 0; i < later.needs().size(); i++) {
            int need = needBefore.applyAsInt(i);
            int parts = later.needs().get(i).parts();
            if (need < 0 || earlier.needs().get(need).parts() != parts) {
                continue;
            }
            for (int c = later.candidates().first(i); c < later.candidates().end(i); c++) {
                int offer = offerBefore.applyAsInt(later.candidates().offer(c));
                int before = offer < 0 ? -1 : earlier.candidates().find(need, offer);
                for (int k = 1; before >= 0 && k <= parts; k++) {
                    carried.setPart(c, k, prices.part(before, k));
                }
            }
        }
    }

    /** Points of level 1, not scaled. */
    double part(int candidate, int number) {
        return multipliers.part(candidate, number) / (double) multipliers.scale();
    }

    /** The prices of the limits; a dollar of an offer has the mean price that its parts have. */
    Prices prices(OpenProblem open) {
        double scale = multipliers.scale();
        Prices prices = new Prices(open);
        for (int s = 0; s < open.states(); s++) {
            for (int t = 0; t < open.periods(); t++) {
                prices.absorption[s * open.periods() + t] = multipliers.absorption(s, t) / scale;
            }
        }
        double[] money = moneyPrices(open.problem());
        for (int j = 0; j < open.offers(); j++) {
            prices.slots[j] = multipliers.slot(j) / scale;
            prices.money[j] = money[j];
            for (int s = 0; s < open.states(); s++) {
                prices.stateCaps[s * open.offers() + j] = multipliers.stateCap(j, s) / scale;
            }
        }
        return prices;
    }

    private double[] moneyPrices(Problem problem) {
        double[] paid = new double[problem.offers().size()];
        double[] dollars = new double[paid.length];
        CandidateTable candidates = problem.candidates();
        for (int i = 0; i < problem.needs().size(); i++) {
            Need need = problem.needs().get(i);
            for (int c = candidates.first(i); c < candidates.end(i); c++) {
                int j = candidates.offer(c);
                for (int k = 1; k <= multipliers.mostParts(c); k++) {
                    long price = multipliers.part(c, k);
                    if (price != 0) {
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

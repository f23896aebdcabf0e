package org.switchboard.matching.engine.bound;

import static java.lang.Math.addExact;
import static java.lang.Math.multiplyExact;
import static java.lang.Math.subtractExact;

import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Problem;

/**
 * The formula of {@link Multipliers}, by listing all that an offer could give and all that a State could cover. It
 * shares only what the pins leave open with the code that looks for good multipliers; whole numbers throughout.
 */
final class PlainBound {

    private static final long IMPOSSIBLE = Long.MIN_VALUE;

    private final Problem problem;
    private final OpenProblem open;
    private final Multipliers prices;

    private PlainBound(Problem problem, Multipliers prices) {
        this.problem = problem;
        this.open = new OpenProblem(problem);
        this.prices = prices;
    }

    /** The bound on level 1 that these multipliers prove. */
    static long of(Problem problem, Multipliers prices) {
        return Math.floorDiv(new PlainBound(problem, prices).sum(), prices.scale());
    }

    private long sum() {
        long sum = 0;
        for (int j = 0; j < open.offers(); j++) {
            sum = addExact(sum, multiplyExact(prices.slot(j), open.slots(j)));
            sum = addExact(sum, mostCollected(j, 0, open.budget(j)));
            for (int s = 0; s < open.states(); s++) {
                sum = addExact(sum, multiplyExact(prices.stateCap(j, s), open.stateCap(j, s)));
            }
        }
        for (int s = 0; s < open.states(); s++) {
            for (int t = 0; t < open.periods(); t++) {
                sum = addExact(sum, multiplyExact(prices.absorption(s, t), open.absorption(s, t)));
            }
            sum = addExact(sum, mostKept(s, 0, 0, 0));
        }
        return sum;
    }

    /** K, from this candidate on. */
    private long mostCollected(int offer, int candidate, long left) {
        if (candidate == problem.candidates().size()) {
            return 0;
        }
        long most = mostCollected(offer, candidate + 1, left);
        if (open.offerOf(candidate) == offer) {
            Need need = open.need(open.needOf(candidate));
            for (int k = 1; k <= prices.mostParts(candidate); k++) {
                long money = k * need.partCostUsd();
                if (canGive(candidate, k) && money <= left) {
                    long collected = subtractExact(
                            subtractExact(prices.part(candidate, k), prices.slot(offer)),
                            multiplyExact(prices.stateCap(offer, need.state()), money));
                    most = Math.max(most, addExact(collected, mostCollected(offer, candidate + 1, left - money)));
                }
            }
        }
        return most;
    }

    private boolean canGive(int candidate, int parts) {
        return parts >= open.leastParts(candidate) && parts <= open.mostParts(candidate);
    }

    /** S, from this need on. */
    private long mostKept(int state, int need, long covered, long paid) {
        if (need == open.needs()) {
            return subtractExact(multiplyExact(prices.scale(), open.value(state, covered)), paid);
        }
        long most = mostKept(state, need + 1, covered, paid);
        if (open.need(need).state() == state && open.openParts(need) > 0) {
            for (int parts = open.leastToAdd(need); parts <= open.openParts(need); parts++) {
                long cost = leastCost(need, open.first(need), parts);
                if (cost != IMPOSSIBLE) {
                    long further =
                            parts * open.need(need).weight() * open.need(need).quartersPerPart();
                    long nowPaid = addExact(paid, addExact(cost, absorption(need)));
                    most = Math.max(most, mostKept(state, need + 1, covered + further, nowPaid));
                }
            }
        }
        return most;
    }

    private long leastCost(int need, int candidate, int parts) {
        if (candidate == open.end(need)) {
            return parts == 0 ? 0 : IMPOSSIBLE;
        }
        long least = leastCost(need, candidate + 1, parts);
        for (int k = 1; k <= parts; k++) {
            if (canGive(candidate, k)) {
                long others = leastCost(need, candidate + 1, parts - k);
                if (others != IMPOSSIBLE) {
                    long cost = addExact(prices.part(candidate, k), others);
                    least = least == IMPOSSIBLE ? cost : Math.min(least, cost);
                }
            }
        }
        return least;
    }

    private long absorption(int index) {
        Need need = open.need(index);
        long sum = 0;
        for (int t = need.from(); t <= need.to() && !open.servedByPins(index); t++) {
            sum = addExact(sum, prices.absorption(need.state(), t));
        }
        return sum;
    }
}

package org.switchboard.matching.engine.certificate;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Multipliers;

/**
 * Recomputes from its prices alone what a certificate proves, by the formula that {@link Multipliers} states and in exact
 * whole numbers: no part of it is rounded, only the result goes down to a whole number of points. Where one offer or one
 * State would take too long, a slightly larger amount takes its place, so that the bound holds all the same.
 */
public final class CertificateCheck {

    private static final int MOST_PARTS = 4;

    /** The cost of what cannot be had. */
    private static final long NEVER = Long.MAX_VALUE;

    private final Problem problem;
    private final Multipliers prices;
    private final Remaining remaining;
    private final int[][] needsOfState;
    private final int[] needOf;
    private final int[][] candidatesOfOffer;

    private CertificateCheck(Problem problem, Multipliers prices) {
        this.problem = problem;
        this.prices = prices;
        this.remaining = new Remaining(problem);
        this.needsOfState = needsOfState();
        this.needOf = needOfCandidates();
        this.candidatesOfOffer = candidatesOfOffers();
    }

    /**
     * A number of points of level 1 that no plan exceeds which keeps the rules beside its pins.
     *
     * @param prices made for this problem; whatever they are, the bound holds
     * @throws InvalidProblemException if prices or amounts are so large that their sums leave the range of 64 bits
     */
    public static long provenBound(Problem problem, Multipliers prices) {
        try {
            return new CertificateCheck(problem, prices).bound();
        } catch (ArithmeticException overflow) {
            throw new InvalidProblemException(
                    "certificate", "numbers out of range: the sums of its prices leave the range of 64 bits");
        }
    }

    private long bound() {
        long limits = Math.addExact(worthOfSlotsAndCaps(), worthOfAbsorption());
        long offers = sum(IntStream.range(0, problem.offers().size()).mapToObj(this::collectedBy));
        long states = sum(IntStream.range(0, problem.states().size()).mapToObj(this::keptBy));
        return Math.floorDiv(Math.addExact(limits, Math.addExact(offers, states)), prices.scale());
    }

    private static long sum(Stream<Long> amounts) {
        return amounts.parallel().reduce(0L, Math::addExact);
    }

    private long worthOfSlotsAndCaps() {
        long worth = 0;
        for (int j = 0; j < problem.offers().size(); j++) {
            worth = Math.addExact(worth, Math.multiplyExact(prices.slot(j), remaining.slots(j)));
            for (int s = 0; s < problem.states().size(); s++) {
                long price = prices.stateCap(j, s);
                if (price > 0) {
                    worth = Math.addExact(worth, Math.multiplyExact(price, remaining.stateCapUsd(j, s)));
                }
            }
        }
        return worth;
    }

    private long worthOfAbsorption() {
        long worth = 0;
        for (int s = 0; s < problem.states().size(); s++) {
            for (int t = 0; t < problem.periods(); t++) {
                worth = Math.addExact(worth, Math.multiplyExact(prices.absorption(s, t), remaining.absorption(s, t)));
            }
        }
        return worth;
    }

    /** K: the most that an offer can collect from States for parts of needs, with its budget. */
    private long collectedBy(int offer) {
        Items matches = new Items();
        for (int c : candidatesOfOffer[offer]) {
            Need need = problem.needs().get(needOf[c]);
            long perDollar = prices.stateCap(offer, need.state());
            matches.open();
            for (int parts = remaining.fewest(c); parts <= remaining.most(c); parts++) {
                long usd = parts * need.partCostUsd();
                long asked = Math.addExact(prices.slot(offer), Math.multiplyExact(perDollar, usd));
                long left = Math.subtractExact(prices.part(c, parts), asked);
                if (left > 0) {
                    matches.option(usd, left);
                }
            }
        }
        return BestChoice.worth(matches, ConcaveValue.upTo(remaining.budgetUsd(offer)));
    }

    /** S: the most that a State can keep of the value of its coverage, after it has paid for it. */
    private long keptBy(int state) {
        Items needs = new Items();
        for (int i : needsOfState[state]) {
            long[] costs = cheapestCosts(i);
            long weightOfPart = Remaining.weightOfPart(problem.needs().get(i));
            needs.open();
            for (int parts = Math.max(1, remaining.fewestParts(i)); parts <= remaining.openParts(i); parts++) {
                if (costs[parts] != NEVER) {
                    needs.option(parts * weightOfPart, Math.negateExact(costs[parts]));
                }
            }
        }
        ConcaveValue value = ConcaveValue.ofCoverage(
                problem.slopes(), problem.states().get(state), remaining.pinnedCoverage(state), prices.scale());
        return BestChoice.worth(needs, value);
    }

    /** By parts of the need: the least that the State pays for them, to different offers and for absorbing the need. */
    private long[] cheapestCosts(int need) {
        int open = remaining.openParts(need);
        long[] costs = new long[MOST_PARTS + 1];
        Arrays.fill(costs, 1, costs.length, NEVER);
        CandidateTable candidates = problem.candidates();
        for (int c = candidates.first(need); c < candidates.end(need); c++) {
            for (int parts = open; parts > 0; parts--) { // downwards, so that the offer is not taken twice
                costs[parts] = cheapestWith(c, parts, costs);
            }
        }
        long absorbing = priceOfAbsorbing(need);
        for (int parts = 1; parts <= open; parts++) {
            costs[parts] = costs[parts] == NEVER ? NEVER : Math.addExact(costs[parts], absorbing);
        }
        return costs;
    }

    private long cheapestWith(int candidate, int parts, long[] costsWithout) {
        long cheapest = costsWithout[parts];
        int most = Math.min(parts, remaining.most(candidate));
        for (int given = remaining.fewest(candidate); given <= most; given++) {
            long others = costsWithout[parts - given];
            if (others != NEVER) {
                cheapest = Math.min(cheapest, Math.addExact(others, prices.part(candidate, given)));
            }
        }
        return cheapest;
    }

    private long priceOfAbsorbing(int index) {
        if (remaining.isServed(index)) {
            return 0;
        }
        Need need = problem.needs().get(index);
        long price = 0;
        for (int t = need.from(); t <= need.to(); t++) {
            price = Math.addExact(price, prices.absorption(need.state(), t));
        }
        return price;
    }

    private int[][] needsOfState() {
        IntStream.Builder[] found = builders(problem.states().size());
        for (int i = 0; i < problem.needs().size(); i++) {
            if (remaining.openParts(i) > 0) {
                found[problem.needs().get(i).state()].add(i);
            }
        }
        return arrays(found);
    }

    private int[] needOfCandidates() {
        int[] owner = new int[problem.candidates().size()];
        for (int i = 0; i < problem.needs().size(); i++) {
            Arrays.fill(
                    owner, problem.candidates().first(i), problem.candidates().end(i), i);
        }
        return owner;
    }

    private int[][] candidatesOfOffers() {
        IntStream.Builder[] found = builders(problem.offers().size());
        for (int c = 0; c < problem.candidates().size(); c++) {
            if (remaining.most(c) > 0) {
                found[problem.candidates().offer(c)].add(c);
            }
        }
        return arrays(found);
    }

    private static IntStream.Builder[] builders(int count) {
        return IntStream.range(0, count).mapToObj(i -> IntStream.builder()).toArray(IntStream.Builder[]::new);
    }

    private static int[][] arrays(IntStream.Builder[] found) {
        return Arrays.stream(found).map(builder -> builder.build().toArray()).toArray(int[][]::new);
    }
}

package org.switchboard.matching.engine.certificate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;

/**
 * What is left to decide once the pinned rows stand: limits less what the pins use and never below zero, needs less the
 * parts that are pinned. Every row that a plan may hold beside its pins fits in here.
 */
final class Remaining {

    private record OfferAndState(int offer, int state) {}

    private final Problem problem;
    private final long[] budgetUsd;
    private final long[] slots;
    private final Map<OfferAndState, Long> pinnedUsd = new HashMap<>();
    private final long[][] absorption;
    private final long[] pinnedCoverage;
    private final int[] openParts;
    private final boolean[] served;
    private final byte[] fewest;
    private final byte[] most;

    Remaining(Problem problem) {
        this.problem = problem;
        this.budgetUsd = problem.offers().stream().mapToLong(Offer::budgetUsd).toArray();
        this.slots = problem.offers().stream().mapToLong(Offer::maxNeeds).toArray();
        this.absorption = new long[problem.states().size()][problem.periods()];
        this.pinnedCoverage = new long[problem.states().size()];
        this.openParts = problem.needs().stream().mapToInt(Need::parts).toArray();
        this.served = new boolean[openParts.length];
        this.fewest = new byte[problem.candidates().size()];
        this.most = new byte[problem.candidates().size()];
        for (int s = 0; s < absorption.length; s++) {
            Arrays.fill(absorption[s], problem.states().get(s).absorption());
        }
        Arrays.fill(fewest, (byte) 1);
        problem.pinned().forEach(this::take);
        noneBelowZero(budgetUsd);
        noneBelowZero(slots);
        Arrays.stream(absorption).forEach(Remaining::noneBelowZero);
        closeNeeds();
        measureCandidates();
    }

    private void take(PlanRow pin) {
        Need need = problem.needs().get(pin.need());
        long usd = Math.multiplyExact(pin.parts(), need.partCostUsd());
        budgetUsd[pin.offer()] = Math.subtractExact(budgetUsd[pin.offer()], usd);
        slots[pin.offer()]--;
        pinnedUsd.merge(new OfferAndState(pin.offer(), need.state()), usd, Math::addExact);
        pinnedCoverage[need.state()] =
                Math.addExact(pinnedCoverage[need.state()], Math.multiplyExact(pin.parts(), weightOfPart(need)));
        openParts[pin.need()] -= pin.parts();
        if (!served[pin.need()]) {
            served[pin.need()] = true;
            for (int t = need.from(); t <= need.to(); t++) {
                absorption[need.state()][t]--;
            }
        }
    }

    private static void noneBelowZero(long[] left) {
        Arrays.setAll(left, i -> Math.max(0, left[i]));
    }

    /** A need that its State cannot absorb any more, or of which nothing is left, gets nothing. */
    private void closeNeeds() {
        for (int i = 0; i < openParts.length; i++) {
            openParts[i] = served[i] || isAbsorbed(problem.needs().get(i)) ? Math.max(0, openParts[i]) : 0;
        }
    }

    private boolean isAbsorbed(Need need) {
        return Arrays.stream(absorption[need.state()], need.from(), need.to() + 1)
                .allMatch(left -> left > 0);
    }

    private void measureCandidates() {
        CandidateTable candidates = problem.candidates();
        for (int i = 0; i < openParts.length; i++) {
            for (int c = candidates.first(i); c < candidates.end(i); c++) {
                measure(c, problem.needs().get(i), openParts[i]);
            }
        }
        for (PlanRow pin : problem.pinned()) {
            most[candidates.find(pin.need(), pin.offer())] = 0;
        }
    }

    private void measure(int candidate, Need need, int open) {
        int j = problem.candidates().offer(candidate);
        Offer offer = problem.offers().get(j);
        long part = need.partCostUsd();
        long usd = Math.min(offer.ceilingUsd(), Math.min(budgetUsd[j], stateCapUsd(j, need.state())));
        long toReachTheFloor = offer.floorUsd() == 0 ? 1 : (offer.floorUsd() - 1) / part + 1;
        long atMost = slots[j] == 0 ? 0 : Math.min(open, usd / part);
        if (toReachTheFloor <= atMost) {
            fewest[candidate] = (byte) toReachTheFloor;
            most[candidate] = (byte) atMost;
        }
    }

    /** What one part of a need adds to the coverage of its State, in weighted quarters. */
    static long weightOfPart(Need need) {
        return Math.multiplyExact(need.weight(), need.quartersPerPart());
    }

    long budgetUsd(int offer) {
        return budgetUsd[offer];
    }

    long slots(int offer) {
        return slots[offer];
    }

    long stateCapUsd(int offer, int state) {
        long pinned = pinnedUsd.getOrDefault(new OfferAndState(offer, state), 0L);
        return Math.max(0, problem.offers().get(offer).perStateCapUsd() - pinned);
    }

    long absorption(int state, int period) {
        return absorption[state][period];
    }

    /** The coverage that the pinned rows alone give the State, in weighted quarters. */
    long pinnedCoverage(int state) {
        return pinnedCoverage[state];
    }

    /** Most parts that may be added to the need. */
    int openParts(int need) {
        return openParts[need];
    }

    /** Fewest parts that may be added to the need, if any are. */
    int fewestParts(int need) {
        return problem.needs().get(need).partialOk() ? 1 : openParts[need];
    }

    /** Whether the need holds a pinned row, so that serving it further absorbs nothing more. */
    boolean isServed(int need) {
        return served[need];
    }

    /** Fewest parts that the offer may add to the need, at least 1; above {@link #most} where it may add none. */
    int fewest(int candidate) {
        return fewest[candidate];
    }

    /** Most parts that the offer may add to the need; 0 where it may add none. */
    int most(int candidate) {
        return most[candidate];
    }
}

package org.switchboard.matching.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the pinned rows leave to decide, flattened into arrays because everything that searches reads little else. A limit
 * that the pinned rows break counts as just used up: nothing can be added to it and nothing has to be taken away.
 */
public final class OpenProblem {

    private final Problem problem;
    private final CandidateTable candidates;
    private final int states;
    private final int periods;

    private final int[] openParts;
    private final boolean[] servedByPins;
    private final int[] needOf;
    private final byte[] leastParts;
    private final byte[] mostParts;
    private final byte[] partsBefore;

    private final long[] budget;
    private final long[] slots;
    private final long[] stateCap;
    private final long[] absorption;
    private final long[] coverage;

    private final int[] firstOfOffer;
    private final int[] ofOffer;

    public OpenProblem(Problem problem) {
        this.problem = problem;
        this.candidates = problem.candidates();
        this.states = problem.states().size();
        this.periods = problem.periods();
        int needs = problem.needs().size();
        int offers = problem.offers().size();
        this.openParts = new int[needs];
        this.servedByPins = new boolean[needs];
        this.needOf = new int[candidates.size()];
        this.leastParts = new byte[candidates.size()];
        this.mostParts = new byte[candidates.size()];
        this.partsBefore = new byte[candidates.size()];
        this.budget = new long[offers];
        this.slots = new long[offers];
        this.stateCap = new long[offers * states];
        this.absorption = new long[states * periods];
        this.coverage = new long[states];
        this.firstOfOffer = new int[offers + 1];
        openLimits();
        usePins();
        openNeeds();
        openCandidates();
        this.ofOffer = byOffer();
    }

    private void openLimits() {
        for (int j = 0; j < budget.length; j++) {
            Offer offer = problem.offers().get(j);
            budget[j] = offer.budgetUsd();
            slots[j] = offer.maxNeeds();
            Arrays.fill(stateCap, j * states, (j + 1) * states, offer.perStateCapUsd());
        }
        for (int s = 0; s < states; s++) {
            int limit = problem.states().get(s).absorption();
            Arrays.fill(absorption, s * periods, (s + 1) * periods, limit);
        }
        for (int i = 0; i < openParts.length; i++) {
            openParts[i] = need(i).parts();
        }
    }

    private void usePins() {
        for (PlanRow row : problem.pinned()) {
            Need need = need(row.need());
            long money = row.parts() * need.partCostUsd();
            budget[row.offer()] -= money;
            slots[row.offer()]--;
            stateCap[row.offer() * states + need.state()] -= money;
            coverage[need.state()] += need.weight() * need.quartersPerPart() * row.parts();
            openParts[row.need()] -= row.parts();
            if (!servedByPins[row.need()]) {
                servedByPins[row.need()] = true;
                for (int t = need.from(); t <= need.to(); t++) {
                    absorption[need.state() * periods + t]--;
                }
            }
        }
        for (long[] left : new long[][] {budget, slots, stateCap, absorption}) {
            Arrays.setAll(left, i -> Math.max(0, left[i]));
        }
    }

    private void openNeeds() {
        for (int i = 0; i < openParts.length; i++) {
            if (openParts[i] < 0 || (!servedByPins[i] && !stateCanAbsorb(i))) {
                openParts[i] = 0;
            }
        }
    }

    private boolean stateCanAbsorb(int need) {
        for (int t = need(need).from(); t <= need(need).to(); t++) {
            if (absorption[need(need).state() * periods + t] <= 0) {
                return false;
            }
        }
        return true;
    }

    private void openCandidates() {
        for (int i = 0; i < openParts.length; i++) {
            Need need = need(i);
            long part = need.partCostUsd();
            for (int c = candidates.first(i); c < candidates.end(i); c++) {
                Offer offer = problem.offers().get(candidates.offer(c));
                int j = candidates.offer(c);
                long money = Math.min(offer.ceilingUsd(), Math.min(budget[j], stateCap[j * states + need.state()]));
                long least = Math.max(1, (offer.floorUsd() + part - 1) / part);
                long most = slots[j] > 0 ? Math.min(openParts[i], money / part) : 0;
                needOf[c] = i;
                leastParts[c] = (byte) Math.min(least, Byte.MAX_VALUE);
                mostParts[c] = (byte) (least <= most ? most : 0);
            }
        }
        for (PlanRow row : problem.pinned()) {
            mostParts[candidates.find(row.need(), row.offer())] = 0;
        }
        for (PlanRow row : problem.previous()) {
            int c = candidates.find(row.need(), row.offer());
            if (c >= 0) {
                partsBefore[c] = (byte) row.parts();
            }
        }
    }

    private int[] byOffer() {
        for (int c = 0; c < candidates.size(); c++) {
            if (mostParts[c] > 0) {
                firstOfOffer[candidates.offer(c) + 1]++;
            }
        }
        Arrays.parallelPrefix(firstOfOffer, Integer::sum);
        int[] next = firstOfOffer.clone();
        int[] sorted = new int[firstOfOffer[firstOfOffer.length - 1]];
        for (int c = 0; c < candidates.size(); c++) {
            if (mostParts[c] > 0) {
                sorted[next[candidates.offer(c)]++] = c;
            }
        }
        return sorted;
    }

    public Problem problem() {
        return problem;
    }

    public int needs() {
        return openParts.length;
    }

    public int offers() {
        return budget.length;
    }

    public int states() {
        return states;
    }

    public int periods() {
        return periods;
    }

    public Need need(int need) {
        return problem.needs().get(need);
    }

    /** Parts of the need that may still be covered; 0 where nothing may be added. */
    public int openParts(int need) {
        return openParts[need];
    }

    /** Fewest parts that may be added to the need, if any are: all that are open where partial cover does not help. */
    public int leastToAdd(int need) {
        return need(need).partialOk() ? 1 : openParts[need];
    }

    /** Whether any offer could add to the need. */
    public boolean canBeServed(int need) {
        for (int c = first(need); c < end(need); c++) {
            if (mostParts[c] > 0) {
                return openParts[need] > 0;
            }
        }
        return false;
    }

    public boolean servedByPins(int need) {
        return servedByPins[need];
    }

    public int needOf(int candidate) {
        return needOf[candidate];
    }

    public int offerOf(int candidate) {
        return candidates.offer(candidate);
    }

    public int first(int need) {
        return candidates.first(need);
    }

    public int end(int need) {
        return candidates.end(need);
    }

    /** Whether the offer could give any part to the need beside the pinned rows. */
    public boolean usable(int candidate) {
        return mostParts[candidate] > 0;
    }

    /** Fewest parts that the offer may give, from its floor. */
    public int leastParts(int candidate) {
        return leastParts[candidate];
    }

    /** Most parts that the offer may give, from its ceiling and what pins leave of its limits; 0 where it can give none. */
    public int mostParts(int candidate) {
        return mostParts[candidate];
    }

    /** Parts that the offer gave the need in the plan last put forward. */
    public int partsBefore(int candidate) {
        return partsBefore[candidate];
    }

    /** Where the usable candidates of an offer begin among {@link #ofOffer}; those of the last end at {@code firstOfOffer(offers())}. */
    public int firstOfOffer(int offer) {
        return firstOfOffer[offer];
    }

    /** The usable candidates in the order of their offers. */
    public int ofOffer(int position) {
        return ofOffer[position];
    }

    /** Dollars. */
    public long budget(int offer) {
        return budget[offer];
    }

    public long slots(int offer) {
        return slots[offer];
    }

    /** Dollars. */
    public long stateCap(int offer, int state) {
        return stateCap[offer * states + state];
    }

    public long absorption(int state, int period) {
        return absorption[state * periods + period];
    }

    /** Weighted quarters that the open parts of the need count for. */
    public long weightedQuarters(int need) {
        return openParts[need] * need(need).weight() * need(need).quartersPerPart();
    }

    /** What each State's value would rise by, were all its needs covered that can be, and by how many weighted quarters. */
    public List<Coverable> coverable() {
        long[] quarters = new long[states];
        for (int i = 0; i < openParts.length; i++) {
            if (canBeServed(i)) {
                quarters[need(i).state()] += weightedQuarters(i);
            }
        }
        return IntStream.range(0, states)
                .mapToObj(s -> new Coverable(quarters[s], value(s, quarters[s]) - value(s, 0)))
                .toList();
    }

    /**
     * What the needs of a State that can be served come to.
     *
     * @param value points of level 1 that they add together
     */
    public record Coverable(long weightedQuarters, long value) {}

    /** Points of level 1 that a need that can be served is worth on average: searches measure their steps by it. */
    public double meanValue() {
        double value = 0;
        for (Coverable state : coverable()) {
            value += state.value();
        }
        long needs =
                IntStream.range(0, openParts.length).filter(this::canBeServed).count();
        return value / Math.max(1, needs);
    }

    /** Weighted quarters that the pinned rows cover. */
    public long coverage(int state) {
        return coverage[state];
    }

    /** The concave value of a State at so many weighted quarters beside the pinned ones. */
    public long value(int state, long added) {
        return problem.slopes()
                .valueOf(coverage[state] + added, problem.states().get(state));
    }
}

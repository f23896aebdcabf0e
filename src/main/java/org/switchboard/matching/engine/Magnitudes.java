package org.switchboard.matching.engine;

import java.util.List;

/** Refuses a problem whose sums could overflow; after this check plain {@code long} arithmetic is exact everywhere. */
final class Magnitudes {

    private static final int MOST_FIT = 100;
    private static final int QUARTERS = 4;

    private final List<Need> needs;
    private final List<Offer> offers;
    private final List<PlanRow> pinned;

    Magnitudes(List<Need> needs, List<Offer> offers, List<PlanRow> pinned) {
        this.needs = needs;
        this.offers = offers;
        this.pinned = pinned;
    }

    void check(Slopes slopes, long fragPenalty, long changePenalty, int candidates, int previousRows) {
        try {
            sumOfMoney();
            Math.multiplyExact(slopes.first(), sumOfWeights());
            long fit = Math.multiplyExact((long) MOST_FIT * QUARTERS, (long) needs.size() + pinned.size());
            long further = Math.multiplyExact(fragPenalty, (long) candidates);
            long changes = Math.multiplyExact(changePenalty, (long) QUARTERS * previousRows);
            Math.addExact(Math.addExact(fit, further), changes);
        } catch (ArithmeticException overflow) {
            throw new InvalidProblemException(
                    "problem", "money, weights or penalties are so large that their sums leave the range of 64 bits");
        }
    }

    private void sumOfMoney() {
        long sum = 0;
        for (Need need : needs) {
            sum = Math.addExact(sum, need.costUsd());
        }
        for (PlanRow row : pinned) {
            sum = Math.addExact(sum, needs.get(row.need()).costUsd());
        }
        for (Offer offer : offers) {
            Math.addExact(sum, offer.floorUsd()); // a floor is rounded up to whole parts
        }
    }

    private long sumOfWeights() {
        long sum = 0;
        for (Need need : needs) {
            sum = Math.addExact(sum, Math.multiplyExact(QUARTERS, need.weight()));
        }
        for (PlanRow row : pinned) {
            sum = Math.addExact(
                    sum, Math.multiplyExact(QUARTERS, needs.get(row.need()).weight()));
        }
        return sum;
    }
}

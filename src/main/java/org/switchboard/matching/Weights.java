package org.switchboard.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.switchboard.need.NeedView;
import org.switchboard.need.Priority;

/**
 * What each need weighs in the objective, in hundredths.
 *
 * <p>The needs of one State in one theme and kind form a group with cost C. A need weighs its priority times
 * (C / 100,000)^α times its share of C. So splitting a need changes nothing, and inflating a cost raises the weight by less
 * than the price.
 */
final class Weights {

    /** The cost, in US dollars, at which a need weighs just its priority. */
    private static final double REFERENCE_COST_USD = 100_000;

    /** Hundredths: how finely weights are told apart. */
    static final int UNIT = 100;

    private final double costExponent;

    /** @param costExponent α: 0 counts needs alike, 1 counts dollars alike */
    Weights(double costExponent) {
        this.costExponent = costExponent;
    }

    private record Group(String state, String theme, String kind) {
        static Group of(NeedView need) {
            return new Group(
                    need.state(), need.content().theme(), need.content().kind());
        }
    }

    /** Needs of one group and priority: a hundredth more for one of them is a hundredth less for another. */
    private record Alike(Priority priority, long groupCostUsd, Group group) {}

    /** @param exact hundredths */
    private record Share(int need, long costUsd, double exact) {
        long whole() {
            return (long) Math.floor(exact);
        }

        double rest() {
            return exact - whole();
        }
    }

    /**
     * Weighs needs.
     *
     * @param needs in the order of receipt
     * @return the weight of each, at its place
     */
    long[] of(List<NeedView> needs) {
        Map<Group, Long> costs = new HashMap<>();
        needs.forEach(need -> costs.merge(Group.of(need), need.costUsd(), Long::sum));
        Map<Alike, List<Share>> shares = new HashMap<>();
        for (int i = 0; i < needs.size(); i++) {
            NeedView need = needs.get(i);
            Group group = Group.of(need);
            Alike alike = new Alike(priority(need), costs.getOrDefault(group, 0L), group);
            shares.computeIfAbsent(alike, unseen -> new ArrayList<>())
                    .add(new Share(i, need.costUsd(), exact(alike, need.costUsd())));
        }
        long[] weights = new long[needs.size()];
        shares.forEach((alike, ofThem) -> round(alike, ofThem, weights));
        return weights;
    }

    /** What the experts have verified; what a State says by itself counts as medium at the most. */
    private static Priority priority(NeedView need) {
        Priority verified = need.verifiedPriority();
        if (verified != null) {
            return verified;
        }
        Priority stated = need.content().priority();
        return stated.weight() < Priority.MEDIUM.weight() ? stated : Priority.MEDIUM;
    }

    private double exact(Alike alike, long costUsd) {
        return UNIT
                * alike.priority().weight()
                * Math.pow(alike.groupCostUsd() / REFERENCE_COST_USD, costExponent)
                * costUsd
                / alike.groupCostUsd();
    }

    /**
     * Rounds so that the sum stays, which is reckoned from the sum of the costs and so does not depend on how they are
     * split: the hundredths left over go to the largest remainders, then to the earlier.
     */
    private void round(Alike alike, List<Share> shares, long[] weights) {
        long sum = Math.round(
                exact(alike, shares.stream().mapToLong(Share::costUsd).sum()));
        long left = sum - shares.stream().mapToLong(Share::whole).sum();
        shares.forEach(share -> weights[share.need()] = share.whole());
        shares.stream()
                .sorted(Comparator.comparingDouble(Share::rest).reversed())
                .limit(Math.max(0, left))
                .forEach(share -> weights[share.need()]++);
    }
}

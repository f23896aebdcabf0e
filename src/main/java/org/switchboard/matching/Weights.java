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

    private record Share(int need, double exact) {
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
        Map<Group, Map<Priority, List<Share>>> shares = new HashMap<>();
        for (int i = 0; i < needs.size(); i++) {
            NeedView need = needs.get(i);
            Group group = Group.of(need);
            shares.computeIfAbsent(group, unseen -> new HashMap<>())
                    .computeIfAbsent(priority(need), unseen -> new ArrayList<>())
                    .add(new Share(i, exact(need, costs.getOrDefault(group, 0L))));
        }
        long[] weights = new long[needs.size()];
        shares.values().forEach(group -> group.values().forEach(alike -> round(alike, weights)));
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

    private double exact(NeedView need, long groupCost) {
        return UNIT
                * priority(need).weight()
                * Math.pow(groupCost / REFERENCE_COST_USD, costExponent)
                * need.costUsd()
                / groupCost;
    }

    /** Rounds so that the sum of the group stays: the hundredths left over go to the largest remainders, then to the earlier. */
    private static void round(List<Share> alike, long[] weights) {
        double sum = alike.stream().mapToDouble(Share::exact).sum();
        long left = Math.round(sum) - alike.stream().mapToLong(Share::whole).sum();
        alike.forEach(share -> weights[share.need()] = share.whole());
        alike.stream()
                .sorted(Comparator.comparingDouble(Share::rest).reversed())
                .limit(Math.max(0, left))
                .forEach(share -> weights[share.need()]++);
    }
}

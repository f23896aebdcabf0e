package org.switchboard.bench.peer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;

/** What is left of each limit while a plan grows. */
final class Room {

    private record OfferAndState(int offer, int state) {}

    private final Problem problem;
    private final long[] budgetUsd;
    private final int[] slots;
    private final int[][] absorption;
    private final Map<OfferAndState, Long> spentUsd = new HashMap<>();

    Room(Problem problem) {
        this.problem = problem;
        budgetUsd = problem.offers().stream().mapToLong(Offer::budgetUsd).toArray();
        slots = problem.offers().stream().mapToInt(Offer::maxNeeds).toArray();
        absorption = new int[problem.states().size()][problem.periods()];
        for (int s = 0; s < absorption.length; s++) {
            Arrays.fill(absorption[s], problem.states().get(s).absorption());
        }
    }

    boolean canBeAbsorbed(Need need) {
        for (int t = need.from(); t <= need.to(); t++) {
            if (absorption[need.state()][t] == 0) {
                return false;
            }
        }
        return true;
    }

    /** How many parts of a need an offer may still pay for. */
    PartRange range(int need, int offer) {
        Need asked = problem.needs().get(need);
        Offer limits = problem.offers().get(offer);
        if (slots[offer] == 0) {
            return new PartRange(1, 0);
        }
        long spent = spentUsd.getOrDefault(new OfferAndState(offer, asked.state()), 0L);
        return PartRange.within(asked, limits, Math.min(budgetUsd[offer], limits.perStateCapUsd() - spent));
    }

    /** Takes what all rows of one need use. */
    void take(List<PlanRow> rowsOfNeed) {
        Need need = problem.needs().get(rowsOfNeed.get(0).need());
        for (PlanRow row : rowsOfNeed) {
            long money = row.parts() * need.partCostUsd();
            budgetUsd[row.offer()] -= money;
            slots[row.offer()]--;
            spentUsd.merge(new OfferAndState(row.offer(), need.state()), money, Long::sum);
        }
        for (int t = need.from(); t <= need.to(); t++) {
            absorption[need.state()][t]--;
        }
    }
}

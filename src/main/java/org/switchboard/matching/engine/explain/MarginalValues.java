package org.switchboard.matching.engine.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.switchboard.matching.engine.Candidate;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Ids;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.search.Stopwatch;

/**
 * What a hypothetical offer would add to level 1 in each group of needs, also where nothing is offered. It may serve any
 * need of the group, in any period, with no limit but its budget.
 *
 * <p>The estimate fills the budget by value per dollar, the last item in part: the parts of needs that nobody covers, at the
 * slope of their State as it then stands, less the price of their places in its periods; and the matches that the plan
 * holds in the group, which the offer could take over, at the price of what that would set free. An existing offer's own
 * price would not do: it is absent just where nothing is offered.
 */
public final class MarginalValues {

    private static final long STEPS_PER_NEED = 200;
    private static final long LEAST_STEPS = 20_000;

    private final PlanPrices prices;
    private final PlanUse use;
    private final Problem problem;

    public MarginalValues(PlanPrices prices) {
        this.prices = prices;
        this.use = prices.use();
        this.problem = use.problem();
    }

    /**
     * What an offer would add to one group.
     *
     * @param level1 points, by the estimate
     * @param usd dollars that it could spend there
     * @param newly needs that it would help and the plan does not
     */
    public record MarginalValue(int group, double level1, double usd, int newly) {}

    /** What solving again finds: points of level 1 with the offer, less those without it after as many steps. */
    public record Confirmed(long level1, long usd) {}

    /** Something that dollars can buy: so many parts of a need that nobody covers, or a match to take over. */
    private record Item(int need, long weightedQuarters, double charge, double freed, long usd) {

        static Item uncovered(int need, long weightedQuarters, double charge, long usd) {
            return new Item(need, weightedQuarters, charge, 0, usd);
        }

        static Item takenOver(int need, double freed, long usd) {
            return new Item(need, 0, 0, freed, usd);
        }
    }

    private record Waiting(Item item, double value) {
        double perUsd() {
            return value / item.usd();
        }
    }

    private static final Comparator<Waiting> MOST_PER_DOLLAR = Comparator.comparingDouble(Waiting::perUsd)
            .reversed()
            .thenComparingInt(waiting -> waiting.item().need());

    /**
     * The estimate for every group, by its number.
     *
     * @param groupOf the group of a need, from 0; below zero for none
     */
    public List<MarginalValue> estimate(int groups, IntUnaryOperator groupOf, long budgetUsd) {
        List<List<Item>> items = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            items.add(new ArrayList<>());
        }
        for (int i = 0; i < problem.needs().size(); i++) {
            int group = groupOf.applyAsInt(i);
            if (group >= 0) {
                addItems(i, items.get(group));
            }
        }
        return IntStream.range(0, groups)
                .mapToObj(g -> fill(g, items.get(g), budgetUsd))
                .toList();
    }

    private void addItems(int need, List<Item> items) {
        int left = prices.open().openParts(need) - partsBesidePins(need);
        if (left > 0) {
            long usd = left * problem.needs().get(need).partCostUsd();
            items.add(Item.uncovered(need, use.weightedQuarters(need, left), prices.absorption(need), usd));
        }
        for (PlanRow row : use.ofNeed(need)) {
            Double freed = prices.row(row);
            if (freed != null && freed > 0) {
                items.add(Item.takenOver(need, freed, use.usd(row)));
            }
        }
    }

    /** What the pins leave open is open to the plan's own rows first. */
    private int partsBesidePins(int need) {
        int pinned = problem.pinned().isEmpty()
                ? 0
                : problem.pinned().stream()
                        .filter(row -> row.need() == need)
                        .mapToInt(PlanRow::parts)
                        .sum();
        return use.partsCovered(need) - pinned;
    }

    /** Values only fall while a State's coverage rises, so an item that is still best when looked at again is best. */
    private MarginalValue fill(int group, List<Item> items, long budgetUsd) {
        double[] added = new double[problem.states().size()];
        PriorityQueue<Waiting> queue = new PriorityQueue<>(MOST_PER_DOLLAR);
        items.forEach(item -> enqueue(item, added, queue));
        double usd = 0;
        double level1 = 0;
        int newly = 0;
        while (!queue.isEmpty() && usd < budgetUsd) {
            Item item = queue.remove().item();
            if (!queue.isEmpty()
                    && value(item, 1, added) / item.usd() < queue.element().perUsd()) {
                enqueue(item, added, queue);
                continue;
            }
            double share = Math.min(1, (budgetUsd - usd) / item.usd());
            level1 += value(item, share, added);
            usd += share * item.usd();
            added[problem.needs().get(item.need()).state()] += share * item.weightedQuarters();
            newly += item.weightedQuarters() > 0 && !use.isServed(item.need()) ? 1 : 0;
        }
        return new MarginalValue(group, level1, usd, newly);
    }

    private void enqueue(Item item, double[] added, PriorityQueue<Waiting> queue) {
        double value = value(item, 1, added);
        if (value > 0) {
            queue.add(new Waiting(item, value));
        }
    }

    private double value(Item item, double share, double[] added) {
        int state = problem.needs().get(item.need()).state();
        long before = use.coverage(state) + Math.round(added[state]);
        long after = before + Math.round(share * item.weightedQuarters());
        long gain = problem.slopes().valueOf(after, problem.states().get(state))
                - problem.slopes().valueOf(before, problem.states().get(state));
        return gain + share * (item.freed() - item.charge());
    }

    /**
     * Solves again with the offer and without it, from the plan, in as many steps, and compares. What is far from the group
     * stays as it is: elsewhere the search could find more than the offer is worth, and the comparison would say nothing.
     *
     * @param stopwatch that the search asks for; it decides nothing
     */
    public Confirmed confirm(BitSet group, long budgetUsd, Stopwatch stopwatch) {
        Resolving resolving = new Resolving(prices, stopwatch);
        BitSet near = near(group);
        long steps = Math.max(LEAST_STEPS, STEPS_PER_NEED * near.cardinality());
        int number = problem.offers().size();
        Plan with = resolving.solve(
                Resolving.withOffer(problem, number, hypothetical(budgetUsd), candidates(group, number)), near, steps);
        Plan without = resolving.solve(problem, near, steps);
        long usd = with.rows().stream()
                .filter(row -> row.offer() == number)
                .mapToLong(use::usd)
                .sum();
        return new Confirmed(with.figures().level1() - without.figures().level1(), usd);
    }

    /** The group, whoever shares an offer with a match of it, and unmet needs that such an offer could serve. */
    private BitSet near(BitSet group) {
        BitSet offers = new BitSet();
        group.stream().forEach(need -> use.ofNeed(need).forEach(row -> offers.set(row.offer())));
        BitSet near = (BitSet) group.clone();
        CandidateTable candidates = problem.candidates();
        for (int i = 0; i < problem.needs().size(); i++) {
            boolean reachable = use.isServed(i)
                    ? use.ofNeed(i).stream().anyMatch(row -> offers.get(row.offer()))
                    : IntStream.range(candidates.first(i), candidates.end(i))
                            .anyMatch(c -> offers.get(candidates.offer(c)));
            near.set(i, reachable || group.get(i));
        }
        return near;
    }

    /** Level 2 is not asked about, so no fit is claimed. */
    private static List<Candidate> candidates(BitSet group, int offer) {
        return group.stream().mapToObj(need -> new Candidate(need, offer, 0)).toList();
    }

    private Offer hypothetical(long budgetUsd) {
        return new Offer(
                0,
                Ids.none(),
                Ids.none(),
                Ids.none(),
                budgetUsd,
                0,
                budgetUsd,
                problem.needs().size(),
                budgetUsd,
                Ids.none(),
                0,
                problem.periods() - 1);
    }
}

package org.switchboard.matching.engine.explain;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;

/**
 * What a plan uses of every limit and what it leaves. The rows are counted once; afterwards each question costs what its
 * answer is long, so that one need of many thousands can be explained at once.
 */
public final class PlanUse {

    private final Problem problem;
    private final int states;
    private final int periods;
    private final Groups byNeed;
    private final Groups byOffer;
    private final Groups byState;
    private final long[] money;
    private final long[] moneyToState;
    private final long[] absorbed;
    private final long[] coverage;
    private final boolean[] pinned;

    /** @param rows of a plan that keeps all rules, the pinned ones among them */
    public PlanUse(Problem problem, List<PlanRow> rows) {
        this.problem = problem;
        this.states = problem.states().size();
        this.periods = problem.periods();
        List<PlanRow> sorted = rows.stream().sorted(PlanRow.BY_NEED_THEN_OFFER).toList();
        this.byNeed = new Groups(sorted, PlanRow::need, problem.needs().size());
        this.byOffer = new Groups(sorted, PlanRow::offer, problem.offers().size());
        this.byState = new Groups(sorted, row -> need(row).state(), states);
        this.money = new long[problem.offers().size()];
        this.moneyToState = new long[money.length * states];
        this.absorbed = new long[states * periods];
        this.coverage = new long[states];
        this.pinned = new boolean[problem.needs().size()];
        problem.pinned().forEach(row -> pinned[row.need()] = true);
        sorted.forEach(this::count);
        for (int i = 0; i < pinned.length; i++) {
            absorb(i);
        }
    }

    private void count(PlanRow row) {
        long usd = usd(row);
        money[row.offer()] += usd;
        moneyToState[row.offer() * states + need(row).state()] += usd;
        coverage[need(row).state()] += weightedQuarters(row.need(), row.parts());
    }

    private void absorb(int need) {
        if (isServed(need)) {
            Need served = problem.needs().get(need);
            for (int t = served.from(); t <= served.to(); t++) {
                absorbed[served.state() * periods + t]++;
            }
        }
    }

    public Problem problem() {
        return problem;
    }

    /** All rows, by need and offer. */
    public List<PlanRow> rows() {
        return byNeed.all();
    }

    public List<PlanRow> ofNeed(int need) {
        return byNeed.of(need);
    }

    List<PlanRow> ofOffer(int offer) {
        return byOffer.of(offer);
    }

    List<PlanRow> ofState(int state) {
        return byState.of(state);
    }

    public boolean isServed(int need) {
        return !byNeed.of(need).isEmpty();
    }

    /** Whether people have fixed any row of the need, so that it cannot give way. */
    public boolean isPinned(int need) {
        return pinned[need];
    }

    /** Parts of the need that the plan covers. */
    public int partsCovered(int need) {
        return ofNeed(need).stream().mapToInt(PlanRow::parts).sum();
    }

    /** Dollars, by whole parts. */
    public long usd(PlanRow row) {
        return row.parts() * need(row).partCostUsd();
    }

    /** Dollars of the offer's budget that nobody gets. */
    public long budgetLeft(int offer) {
        return left(problem.offers().get(offer).budgetUsd(), money[offer]);
    }

    /** Needs that the offer could still serve, were there money. */
    public long slotsLeft(int offer) {
        return left(problem.offers().get(offer).maxNeeds(), byOffer.of(offer).size());
    }

    /** Dollars that the offer could still give to the State. */
    public long stateCapLeft(int offer, int state) {
        return left(problem.offers().get(offer).perStateCapUsd(), moneyToState[offer * states + state]);
    }

    /** Needs of the State that could still be served in the period. */
    public long absorptionLeft(int state, int period) {
        return left(problem.states().get(state).absorption(), absorbed[state * periods + period]);
    }

    /** What pinned rows use beyond a limit leaves just nothing. */
    private static long left(long limit, long used) {
        return Math.max(0, limit - used);
    }

    /** Weighted quarters that the plan covers in the State. */
    public long coverage(int state) {
        return coverage[state];
    }

    /** What so many parts of the need count for in the coverage of its State. */
    public long weightedQuarters(int need, int parts) {
        Need of = problem.needs().get(need);
        return of.weight() * of.quartersPerPart() * parts;
    }

    /** Points of level 1 that so many more parts of the need add; below zero for parts taken away. */
    public long level1Change(int need, int parts) {
        int state = problem.needs().get(need).state();
        return level1Change(state, weightedQuarters(need, parts));
    }

    /** Points of level 1 that a change of a State's coverage makes. */
    long level1Change(int state, long weightedQuarters) {
        return valueAt(state, coverage[state] + weightedQuarters) - valueAt(state, coverage[state]);
    }

    private long valueAt(int state, long covered) {
        return problem.slopes().valueOf(covered, problem.states().get(state));
    }

    private Need need(PlanRow row) {
        return problem.needs().get(row.need());
    }

    /** Rows grouped by a number that each has, in the order in which they came. */
    private static final class Groups {

        private final List<PlanRow> sorted;
        private final int[] first;

        Groups(List<PlanRow> rows, ToIntFunction<PlanRow> number, int numbers) {
            first = new int[numbers + 1];
            rows.forEach(row -> first[number.applyAsInt(row) + 1]++);
            Arrays.parallelPrefix(first, Integer::sum);
            int[] next = first.clone();
            PlanRow[] placed = new PlanRow[rows.size()];
            rows.forEach(row -> placed[next[number.applyAsInt(row)]++] = row);
            sorted = List.of(placed);
        }

        List<PlanRow> all() {
            return sorted;
        }

        List<PlanRow> of(int number) {
            return sorted.subList(first[number], first[number + 1]);
        }
    }
}

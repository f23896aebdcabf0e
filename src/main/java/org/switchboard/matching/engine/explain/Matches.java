package org.switchboard.matching.engine.explain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;

/** Explains the matches of a plan. */
final class Matches {

    /** Fewer limits in the way are closer, then a lower price, then a better fit, then the earlier receipt. */
    private static final Comparator<RunnerUp> CLOSEST_FIRST = Comparator.comparingInt(
                    (RunnerUp one) -> one.obstacles().size())
            .thenComparingDouble(one -> one.price() == null ? Double.POSITIVE_INFINITY : one.price())
            .thenComparing(Comparator.comparingInt(RunnerUp::fit).reversed())
            .thenComparingInt(RunnerUp::offer);

    private final PlanPrices prices;
    private final PlanUse use;
    private final OpenProblem open;
    private final Problem problem;
    private final CandidateTable candidates;
    private final Obstacles obstacles;

    Matches(PlanPrices prices) {
        this.prices = prices;
        this.use = prices.use();
        this.open = prices.open();
        this.problem = open.problem();
        this.candidates = problem.candidates();
        this.obstacles = new Obstacles(prices);
    }

    MatchExplanation explain(PlanRow row) {
        int candidate = candidates.find(row.need(), row.offer());
        return new MatchExplanation(
                row,
                use.usd(row),
                candidates.fit(candidate),
                problem.pinned().contains(row),
                open.partsBefore(candidate),
                added(List.of(row)),
                added(use.ofNeed(row.need())),
                prices.row(row),
                runnersUp(row));
    }

    /** What rows of one need add, the rest of the plan as it is. */
    Added added(List<PlanRow> rows) {
        int need = rows.get(0).need();
        int parts = rows.stream().mapToInt(PlanRow::parts).sum();
        long fit = rows.stream().mapToLong(this::fitAndConstancy).sum();
        boolean all = rows.size() == use.ofNeed(need).size();
        long further = rows.size() - (all ? 1 : 0);
        return new Added(-use.level1Change(need, -parts), fit - problem.fragPenalty() * further);
    }

    /** The fit of every quarter, and the charge that is not due for a quarter that stays where it was. */
    private long fitAndConstancy(PlanRow row) {
        int candidate = candidates.find(row.need(), row.offer());
        long quarters = problem.needs().get(row.need()).quartersPerPart();
        int kept = Math.min(row.parts(), open.partsBefore(candidate));
        return quarters * (row.parts() * (long) candidates.fit(candidate) + kept * problem.changePenalty());
    }

    private List<RunnerUp> runnersUp(PlanRow row) {
        if (problem.pinned().contains(row)) {
            return List.of();
        }
        return IntStream.range(candidates.first(row.need()), candidates.end(row.need()))
                .filter(c -> use.ofNeed(row.need()).stream().noneMatch(of -> of.offer() == candidates.offer(c)))
                .mapToObj(c -> runnerUp(row, c))
                .sorted(CLOSEST_FIRST)
                .toList();
    }

    private RunnerUp runnerUp(PlanRow row, int candidate) {
        PlanRow instead = new PlanRow(row.need(), candidates.offer(candidate), row.parts());
        Double price = prices.row(instead);
        return new RunnerUp(
                instead.offer(),
                candidates.fit(candidate),
                price,
                dearerBy(price, prices.row(row)),
                obstacles.ofCandidate(candidate, row.parts()),
                fitAndConstancy(instead) - fitAndConstancy(row));
    }

    private static @Nullable Double dearerBy(@Nullable Double price, @Nullable Double than) {
        return price == null || than == null ? null : Double.valueOf(price - than);
    }
}

package org.switchboard.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferView;

/**
 * What a run reads: the problem that the stored items make at one moment, and which items its numbers stand for.
 *
 * @param needIds by their number in the problem
 * @param needCostsUsd likewise; what the need costs to the dollar, where the problem has equal parts
 * @param offerIds by their number in the problem
 * @param holdsSample whether items of the generated sample take part
 */
record Snapshot(
        Problem problem, List<UUID> needIds, List<Long> needCostsUsd, List<UUID> offerIds, boolean holdsSample) {

    static Snapshot of(Problem problem, List<NeedView> needs, List<OfferView> offers) {
        return new Snapshot(
                problem,
                needs.stream().map(NeedView::id).toList(),
                needs.stream().map(NeedView::costUsd).toList(),
                offers.stream().map(OfferView::id).toList(),
                needs.stream().anyMatch(NeedView::sample) || offers.stream().anyMatch(OfferView::sample));
    }

    /** How many rows are new, gone or of other parts, compared with the plan that was started from. */
    int changedRows(List<PlanRow> rows) {
        Set<PlanRow> before = Set.copyOf(problem.previous());
        Set<PlanRow> after = Set.copyOf(rows);
        Set<List<Integer>> pairs = new HashSet<>();
        Stream.concat(
                        after.stream().filter(row -> !before.contains(row)),
                        before.stream().filter(row -> !after.contains(row)))
                .forEach(row -> pairs.add(List.of(row.need(), row.offer())));
        return pairs.size();
    }

    /**
     * The money of a match in US dollars: whole parts, of which the last of a need carries the exact remainder.
     *
     * @param before parts of the need that other matches of the plan, earlier in its order, pay for
     */
    long usd(int need, int before, int parts) {
        long cost = needCostsUsd.get(need);
        long part = problem.needs().get(need).partCostUsd();
        return Math.min(cost, part * (before + parts)) - Math.min(cost, part * before);
    }
}

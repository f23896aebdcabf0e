package org.switchboard.matching.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Both levels of the objective of {@code assist-match/1}, in exact integers, written to be read aloud. Rows that are no
 * candidates count for nothing.
 */
public final class Objective {

    private final Problem problem;

    public Objective(Problem problem) {
        this.problem = problem;
    }

    /** Level 1: the concave value of each State's weighted coverage, summed over States. */
    public long level1(List<PlanRow> rows) {
        Map<Integer, Long> coverage = weightedCoverage(rows);
        return coverage.entrySet().stream()
                .mapToLong(entry -> problem.slopes()
                        .valueOf(entry.getValue(), problem.states().get(entry.getKey())))
                .sum();
    }

    /** Level 2: fit, less the charge for further providers, less the charge for changes. */
    public long level2(List<PlanRow> rows) {
        return fit(rows) - chargeForFurtherProviders(rows) - chargeForChanges(rows);
    }

    /** Per State: weight times quarters covered, summed over its needs. */
    Map<Integer, Long> weightedCoverage(List<PlanRow> rows) {
        Map<Integer, Long> coverage = new HashMap<>();
        for (PlanRow row : known(rows)) {
            Need need = problem.needs().get(row.need());
            coverage.merge(need.state(), need.weight() * quarters(row), Long::sum);
        }
        return coverage;
    }

    /** The fit of each match, counted once for every quarter it covers. */
    long fit(List<PlanRow> rows) {
        CandidateTable candidates = problem.candidates();
        return known(rows).stream()
                .mapToLong(row -> quarters(row) * candidates.fit(candidates.find(row.need(), row.offer())))
                .sum();
    }

    /** The fragmentation penalty for every offer of a need after its first. */
    long chargeForFurtherProviders(List<PlanRow> rows) {
        long matches = known(rows).size();
        long needsServed =
                known(rows).stream().mapToInt(PlanRow::need).distinct().count();
        return problem.fragPenalty() * (matches - needsServed);
    }

    /** The change penalty for every quarter that the same offer no longer gives as in the plan last put forward. */
    long chargeForChanges(List<PlanRow> rows) {
        Map<Place, Integer> given = new HashMap<>();
        known(rows).forEach(row -> given.merge(row.place(), row.parts(), Integer::sum));
        long quartersLost = 0;
        for (PlanRow before : problem.previous()) {
            int lost = before.parts() - given.getOrDefault(before.place(), 0);
            quartersLost += (long) Math.max(0, lost)
                    * problem.needs().get(before.need()).quartersPerPart();
        }
        return problem.changePenalty() * quartersLost;
    }

    private List<PlanRow> known(List<PlanRow> rows) {
        return rows.stream()
                .filter(row -> problem.candidates().find(row.need(), row.offer()) >= 0)
                .toList();
    }

    private long quarters(PlanRow row) {
        return (long) row.parts() * problem.needs().get(row.need()).quartersPerPart();
    }
}

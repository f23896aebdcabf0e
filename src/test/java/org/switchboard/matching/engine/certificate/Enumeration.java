package org.switchboard.matching.engine.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.HardRule;
import org.switchboard.matching.engine.Objective;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.Rules;

/** The best plan of a tiny problem, found by going through all plans that the readable rules allow. */
final class Enumeration {

    private final Problem problem;
    private final Rules rules;
    private final Objective objective;
    private final List<PlanRow> rows;
    private final int[] needOf;
    private long best;

    private Enumeration(Problem problem) {
        this.problem = problem;
        this.rules = Rules.besidePins(problem);
        this.objective = new Objective(problem);
        this.rows = new ArrayList<>(problem.pinned());
        CandidateTable candidates = problem.candidates();
        this.needOf = new int[candidates.size()];
        for (int i = 0; i < candidates.needs(); i++) {
            Arrays.fill(needOf, candidates.first(i), candidates.end(i), i);
        }
    }

    /** The most of level 1 that a plan can have which keeps the rules beside its pins. */
    static long bestLevel1(Problem problem) {
        Enumeration enumeration = new Enumeration(problem);
        enumeration.from(0);
        return enumeration.best;
    }

    private void from(int candidate) {
        if (candidate == needOf.length) {
            if (rules.breaches(rows).isEmpty()) {
                best = Math.max(best, objective.level1(rows));
            }
            return;
        }
        from(candidate + 1);
        int need = needOf[candidate];
        for (int parts = 1; parts <= problem.needs().get(need).parts(); parts++) {
            rows.add(new PlanRow(need, problem.candidates().offer(candidate), parts));
            if (mayBecomeAPlan()) {
                from(candidate + 1);
            }
            rows.remove(rows.size() - 1);
        }
    }

    /** Only a need that is not whole yet can be mended by further rows. */
    private boolean mayBecomeAPlan() {
        return rules.breaches(rows).stream()
                .allMatch(breach -> breach.rule() == HardRule.NEED_IS_COVERED_WHOLLY_UNLESS_PARTIAL_COVER_HELPS);
    }
}

package org.switchboard.matching.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists every plan of a tiny problem that the readable rules allow beside the pinned rows, and keeps the best. A rule that a
 * few needs break is broken whatever the others get, so a list is followed no further once it breaks one.
 */
public final class AllPlans {

    private final Problem problem;
    private final Rules rules;
    private final Objective objective;
    private final List<PlanRow> rows;
    private List<PlanRow> best = List.of();
    private long level1 = -1;
    private long level2;

    private AllPlans(Problem problem) {
        this.problem = problem;
        this.rules = Rules.besidePins(problem);
        this.objective = new Objective(problem);
        this.rows = new ArrayList<>(problem.pinned());
    }

    /** The plan that is best on level 1 and among those on level 2. */
    public static Plan best(Problem problem) {
        AllPlans all = new AllPlans(problem);
        all.serve(0);
        return Plan.of(problem, all.best);
    }

    private void serve(int need) {
        if (need == problem.needs().size()) {
            keepIfBetter();
        } else {
            give(
                    need,
                    problem.candidates().first(need),
                    problem.needs().get(need).parts());
        }
    }

    /** Decides what the candidates of the need from this one on give of its parts, and then about the needs after it. */
    private void give(int need, int candidate, int partsLeft) {
        if (candidate == problem.candidates().end(need)) {
            if (rules.breaches(rows).isEmpty()) {
                serve(need + 1);
            }
            return;
        }
        give(need, candidate + 1, partsLeft);
        for (int parts = 1; parts <= partsLeft; parts++) {
            rows.add(new PlanRow(need, problem.candidates().offer(candidate), parts));
            give(need, candidate + 1, partsLeft - parts);
            rows.remove(rows.size() - 1);
        }
    }

    private void keepIfBetter() {
        long now = objective.level1(rows);
        if (now >= level1) {
            long further = objective.level2(rows);
            if (now > level1 || further > level2) {
                level1 = now;
                level2 = further;
                best = List.copyOf(rows);
            }
        }
    }
}

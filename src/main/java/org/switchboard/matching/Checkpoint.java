package org.switchboard.matching;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.search.Progress;

/**
 * The best plan of a search at one moment, checked by the rules.
 *
 * @param progress of all attempts of its run; its levels are those of the search, which are not used
 * @param changedRows compared with the plan that the run started from
 */
record Checkpoint(Plan plan, PlanLines lines, Progress progress, int changedRows) {

    /** Empty where the rows keep not all rules. */
    static Optional<Checkpoint> of(Snapshot snapshot, List<PlanRow> rows, Progress progress) {
        Plan plan = Plan.of(snapshot.problem(), rows);
        return plan.figures().feasible()
                ? Optional.of(new Checkpoint(
                        plan, PlanLines.of(snapshot, plan.rows()), progress, snapshot.changedRows(plan.rows())))
                : Optional.empty();
    }

    long level1() {
        return plan.figures().level1();
    }

    long level2() {
        return plan.figures().level2();
    }

    /** Whether a plan of these levels is better than that other. */
    static boolean isBetter(long level1, long level2, @Nullable Long otherLevel1, @Nullable Long otherLevel2) {
        if (otherLevel1 == null || otherLevel2 == null) {
            return true;
        }
        return level1 != otherLevel1 ? level1 > otherLevel1 : level2 > otherLevel2;
    }
}

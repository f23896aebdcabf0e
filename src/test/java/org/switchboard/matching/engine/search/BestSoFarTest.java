package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;

/** What a search hands out of its best plan while it goes on. */
class BestSoFarTest {

    private static final Problem PROBLEM = RandomProblems.feasible(4, 60, 15);
    private static final SolveOptions OPTIONS = SolveOptions.of(SolveLimits.ofSteps(20_000), 1);

    @Test
    void theRowsAreThoseOfTheFiguresThatAreToldWithThem() {
        Keeping keeping = new Keeping();

        Solution solution = solved(keeping);

        assertTrue(keeping.plans.size() > 1, "told more than once");
        for (int i = 0; i < keeping.plans.size(); i++) {
            Plan plan = Plan.of(PROBLEM, keeping.plans.get(i));
            assertTrue(plan.figures().feasible());
            assertEquals(keeping.told.get(i).level1(), plan.figures().level1());
            assertEquals(keeping.told.get(i).level2(), plan.figures().level2());
        }
        assertEquals(
                solution.plan().rows(),
                Plan.of(PROBLEM, keeping.plans.get(keeping.plans.size() - 1)).rows());
    }

    /** Whoever keeps the best plan from time to time does not change what is found. */
    @Test
    void keepingItDoesNotDisturbTheSearch() {
        Solution undisturbed = solved(ProgressListener.SILENT);
        Solution kept = solved(new Keeping());

        assertEquals(undisturbed.plan(), kept.plan());
        assertEquals(undisturbed.steps(), kept.steps());
        assertEquals(undisturbed.laps(), kept.laps());
        assertEquals(undisturbed.certificate().bound(), kept.certificate().bound());
    }

    private static Solution solved(ProgressListener listener) {
        return new Matching(PROBLEM, OPTIONS, listener, new RunningStopwatch()).solve();
    }

    private static final class Keeping implements ProgressListener {

        private final List<Progress> told = new ArrayList<>();
        private final List<List<PlanRow>> plans = new ArrayList<>();

        @Override
        public void progressed(Progress progress) {
            throw new AssertionError("told without the plan");
        }

        @Override
        public void progressed(Progress progress, Supplier<List<PlanRow>> best) {
            told.add(progress);
            plans.add(best.get());
        }
    }
}

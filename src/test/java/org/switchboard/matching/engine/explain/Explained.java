package org.switchboard.matching.engine.explain;

import java.util.List;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.BoundSearch;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.Relaxation;
import org.switchboard.matching.engine.search.Matching;
import org.switchboard.matching.engine.search.RunningStopwatch;
import org.switchboard.matching.engine.search.Solution;
import org.switchboard.matching.engine.search.SolveLimits;
import org.switchboard.matching.engine.search.SolveOptions;

/** Explanations of plans, for tests. */
final class Explained {

    private Explained() {}

    /** Of the plan that a short search finds. */
    static Explanations solved(Problem problem) {
        Solution solution = new Matching(
                        problem,
                        SolveOptions.of(SolveLimits.ofSteps(2_000), 1).withThreads(1),
                        progress -> {},
                        new RunningStopwatch())
                .solve();
        return new Explanations(new OpenProblem(problem), solution.plan(), solution.certificate());
    }

    /** Of just these rows, whatever a search would find. */
    static Explanations of(Problem problem, PlanRow... rows) {
        OpenProblem open = new OpenProblem(problem);
        BoundSearch bound = new BoundSearch(
                open, new Relaxation(open).solve(50, () -> false), null, () -> 0, Long.MAX_VALUE, BoundSearch.ROUNDS);
        bound.run();
        Certificate certificate = bound.certificate();
        return new Explanations(open, Plan.of(problem, List.of(rows)), certificate);
    }
}

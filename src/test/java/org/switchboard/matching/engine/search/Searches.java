package org.switchboard.matching.engine.search;

import org.switchboard.matching.engine.Problem;

/** Searches as tests ask for them. */
final class Searches {

    private Searches() {}

    static Solution solve(Problem problem, SolveOptions options) {
        return solve(problem, options, new RunningStopwatch());
    }

    static Solution solve(Problem problem, SolveOptions options, Stopwatch stopwatch) {
        return new Matching(problem, options, ProgressListener.SILENT, stopwatch).solve();
    }

    /** The search that a solution says it came from, by numbers alone. */
    static SolveOptions repeating(Solution solution, long seed) {
        return SolveOptions.of(SolveLimits.ofSteps(solution.steps()), seed).repeating(solution.laps());
    }
}

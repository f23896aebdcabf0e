package org.switchboard.matching.engine.search;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.solver.DefaultSolver;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Certificate;

/**
 * One search for a good plan: {@link #solve()} runs it on the calling thread, {@link #stop()} ends it from any other.
 * The same problem, seed and number of steps give the same plan.
 */
public final class Matching {

    private final Problem problem;
    private final SolveLimits limits;
    private final long seed;
    private final ProgressListener listener;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicReference<@Nullable Solver<Assignments>> running = new AtomicReference<>();

    public Matching(Problem problem, SolveLimits limits, long seed, ProgressListener listener) {
        this.problem = problem;
        this.limits = limits;
        this.seed = seed;
        this.listener = listener;
    }

    /** Searches until a limit is reached or the search is stopped, and hands back the best plan, checked by the rules. */
    public Solution solve() {
        Assignments opening = Assignments.open(problem);
        if (opening.nothingToDecide()) {
            return Solution.of(problem, opening.rows(), 0);
        }
        DefaultSolver<Assignments> solver = solver();
        Watch watch = new Watch(
                listener,
                Certificate.trivial(problem).bound(),
                limits.stepsUnimproved(),
                this::stopIfAsked,
                solver::terminateEarly);
        solver.addPhaseLifecycleListener(watch);
        running.set(solver);
        try {
            Assignments best = solver.solve(opening);
            return Solution.of(problem, best.rows(), watch.steps());
        } finally {
            running.set(null);
        }
    }

    /** Ends the search soon and keeps the best plan; a search stopped before it starts ends at once. */
    public void stop() {
        stopped.set(true);
        stopIfAsked();
    }

    /** A solver forgets at its start that it was told to end, so it is told again then. */
    private void stopIfAsked() {
        Solver<Assignments> solver = running.get();
        if (stopped.get() && solver != null) {
            solver.terminateEarly();
        }
    }

    private DefaultSolver<Assignments> solver() {
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Assignments.class)
                .withEntityClasses(NeedAssignment.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(RunningScore.class))
                .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
                .withRandomSeed(seed)
                .withTerminationConfig(termination())
                .withPhaseList(Phases.inOrder());
        // inside the service the thread's own class loader may not see the engine
        config.setClassLoader(Matching.class.getClassLoader());
        return (DefaultSolver<Assignments>)
                SolverFactory.<Assignments>create(config).buildSolver();
    }

    private TerminationConfig termination() {
        TerminationConfig termination = new TerminationConfig();
        if (limits.seconds() != SolveLimits.NONE) {
            termination.withSecondsSpentLimit(limits.seconds());
        }
        if (limits.steps() != SolveLimits.NONE) {
            termination.withScoreCalculationCountLimit(limits.steps());
        }
        return termination;
    }
}

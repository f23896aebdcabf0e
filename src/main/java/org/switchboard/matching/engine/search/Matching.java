package org.switchboard.matching.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.solver.DefaultSolver;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.BoundSearch;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.Prices;
import org.switchboard.matching.engine.bound.Relaxation;

/**
 * One search for a good plan and for the proof of how good it is: {@link #solve()} runs it on the calling thread, {@link
 * #stop()} ends it from any other. The same problem, seed, steps and laps give the same plan.
 */
public final class Matching {

    private static final int ROUNDS_OF_PRICES = 300;
    private static final int ROUNDS_FROM_EARLIER = 30;

    /** Of the time there is, what finding the first prices may take; a search cut there is not repeated exactly. */
    private static final double MOST_FOR_PRICES = 0.3;

    /** Of the time there is, what the bound gets of its own where it has no thread of its own. */
    private static final double SHARE_FOR_BOUND = 0.25;

    /** What is kept free at the end to check the plan and write the proof, by its size. */
    private static final long NANOS_PER_CANDIDATE_AT_END = 400;

    private static final long NANOS_AT_END = 250_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** The deadline of a bound that its first round reaches. */
    private static final long AT_ONCE = 0;

    private final Problem problem;
    private final SolveOptions options;
    private final ProgressListener listener;
    private final Stopwatch stopwatch;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicReference<@Nullable Solver<Assignments>> running = new AtomicReference<>();
    private final AtomicReference<@Nullable BoundSearch> bounding = new AtomicReference<>();

    /** @param stopwatch by which the seconds of the limits count */
    public Matching(Problem problem, SolveOptions options, ProgressListener listener, Stopwatch stopwatch) {
        this.problem = problem;
        this.options = options;
        this.listener = listener;
        this.stopwatch = stopwatch;
    }

    /**
     * Loads what a search runs in, which takes most of a second the first time. Whoever has something else to do meanwhile
     * can call this on any other thread beforehand.
     */
    public static void prepare() {
        solver(1, new TerminationConfig());
    }

    /** Searches until a limit is reached or the search is stopped, and hands back the best plan, checked by the rules. */
    public Solution solve() {
        OpenProblem open = new OpenProblem(problem);
        Prices prices = prices(open);
        Work work = work(open, prices);
        Assignments opening = Assignments.of(work);
        boolean nothingToDecide = opening.assignments().isEmpty();
        BoundSearch bound = new BoundSearch(
                open,
                prices,
                options.prices(),
                stopwatch::elapsedNanos,
                nothingToDecide ? AT_ONCE : deadline(),
                isByTime() ? BoundSearch.ANY_ROUNDS : BoundSearch.ROUNDS);
        bounding.set(bound);
        if (nothingToDecide) {
            bound.run();
            return Solution.of(problem, opening.rows(), bound.certificate(), 0, List.of(), Ending.NOTHING_TO_DECIDE);
        }
        return options.threads() == 1 ? oneAfterTheOther(opening, bound) : sideBySide(opening, bound);
    }

    private Prices prices(OpenProblem open) {
        int rounds = options.prices() == null ? ROUNDS_OF_PRICES : ROUNDS_FROM_EARLIER;
        double latest = hasDeadline() ? MOST_FOR_PRICES * deadline() : Double.POSITIVE_INFINITY;
        return new Relaxation(open, options.prices(), options.threads())
                .solve(rounds, () -> stopped.get() || stopwatch.elapsedNanos() > latest);
    }

    private Solution sideBySide(Assignments opening, BoundSearch bound) {
        Thread thread = new Thread(bound, "bound");
        thread.setDaemon(true);
        thread.start();
        try {
            Searched searched = search(opening, bound);
            if (searched.ending() != Ending.STEPS) {
                bound.stop();
            }
            join(thread);
            return solution(searched, bound.certificate());
        } finally {
            bound.stop();
        }
    }

    private Solution oneAfterTheOther(Assignments opening, BoundSearch bound) {
        Searched searched = search(opening, bound);
        if (!stopped.get()) {
            bound.run();
        }
        return solution(searched, bound.certificate());
    }

    private Solution solution(Searched searched, Certificate certificate) {
        return Solution.of(problem, searched.rows(), certificate, searched.steps(), searched.laps(), searched.ending());
    }

    private void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        }
    }

    private Work work(OpenProblem open, Prices prices) {
        int needs =
                (int) IntStream.range(0, open.needs()).filter(open::canBeServed).count();
        return new Work(open, prices, open.meanValue(), options.start(), options.mostRowsChanged(), schedule(needs));
    }

    private Schedule schedule(int needs) {
        long steps = options.limits().steps();
        List<Long> laps = options.laps();
        if (laps != null) {
            return Schedule.repeating(needs, laps, steps);
        }
        return isByTime() ? Schedule.byTime(needs, stopwatch, searchDeadline()) : Schedule.ofTrials(needs, steps);
    }

    /** Whether the clock says how far the search has come; it does not where steps limit it, or laps are repeated. */
    private boolean isByTime() {
        return hasDeadline() && options.limits().steps() == SolveLimits.NONE && options.laps() == null;
    }

    private boolean hasDeadline() {
        return options.limits().seconds() != SolveLimits.NONE;
    }

    private long deadline() {
        if (!hasDeadline()) {
            return SolveLimits.NONE;
        }
        long atEnd = NANOS_AT_END + problem.candidates().size() * NANOS_PER_CANDIDATE_AT_END;
        return options.limits().seconds() * NANOS_PER_SECOND - atEnd;
    }

    private long searchDeadline() {
        long deadline = deadline();
        if (deadline == SolveLimits.NONE || options.threads() > 1) {
            return deadline;
        }
        return deadline - (long) (SHARE_FOR_BOUND * (deadline - stopwatch.elapsedNanos()));
    }

    private record Searched(List<PlanRow> rows, long steps, List<Long> laps, Ending ending) {}

    private Searched search(Assignments opening, BoundSearch bound) {
        Schedule schedule = opening.work().schedule();
        DefaultSolver<Assignments> solver = solver(options.seed(), termination());
        Watch watch = new Watch(
                listener,
                bound::bound,
                options.limits(),
                stopwatch,
                schedule,
                this::stopIfAsked,
                solver::terminateEarly);
        solver.addPhaseLifecycleListener(watch);
        running.set(solver);
        try {
            List<PlanRow> rows = new ArrayList<>(solver.solve(opening).rows());
            return new Searched(rows, schedule.done(), List.copyOf(schedule.lapEnds()), ending(watch, schedule));
        } finally {
            running.set(null);
        }
    }

    private Ending ending(Watch watch, Schedule schedule) {
        if (stopped.get()) {
            return Ending.STOPPED;
        }
        if (watch.ending() != null) {
            return watch.ending();
        }
        boolean byTime = hasDeadline() && schedule.done() < options.limits().steps();
        return byTime ? Ending.TIME : Ending.STEPS;
    }

    /** Ends the search soon and keeps the best plan; a search stopped before it starts ends at once. */
    public void stop() {
        stopped.set(true);
        stopIfAsked();
    }

    /** A solver forgets at its start that it was told to end, so it is told again then. */
    private void stopIfAsked() {
        Solver<Assignments> solver = running.get();
        BoundSearch bound = bounding.get();
        if (stopped.get() && solver != null) {
            solver.terminateEarly();
        }
        if (stopped.get() && bound != null) {
            bound.stop();
        }
    }

    private static DefaultSolver<Assignments> solver(long seed, TerminationConfig termination) {
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Assignments.class)
                .withEntityClasses(NeedAssignment.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(RunningScore.class))
                .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
                .withRandomSeed(seed)
                .withTerminationConfig(termination)
                .withPhaseList(Phases.inOrder());
        // inside the service the thread's own class loader may not see the engine
        config.setClassLoader(Matching.class.getClassLoader());
        return (DefaultSolver<Assignments>)
                SolverFactory.<Assignments>create(config).buildSolver();
    }

    /** Steps and gap are watched elsewhere: they end one phase, or are looked at after a move. */
    private TerminationConfig termination() {
        TerminationConfig termination = new TerminationConfig();
        if (hasDeadline()) {
            long millis = (searchDeadline() - stopwatch.elapsedNanos()) / 1_000_000;
            termination.withMillisecondsSpentLimit(Math.max(1, millis));
        }
        return termination;
    }
}

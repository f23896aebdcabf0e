package org.switchboard.matching.engine.search;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.Score;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.impl.localsearch.scope.LocalSearchStepScope;
import org.optaplanner.core.impl.phase.event.PhaseLifecycleListenerAdapter;
import org.optaplanner.core.impl.phase.scope.AbstractStepScope;
import org.optaplanner.core.impl.solver.scope.SolverScope;

/** Follows a search from within: reports progress, and ends it when it is good enough or nothing improves any more. */
final class Watch extends PhaseLifecycleListenerAdapter<Assignments> {

    private static final long MILLIS_BETWEEN_REPORTS = 250;

    private final ProgressListener listener;
    private final LongSupplier bound;
    private final SolveLimits limits;
    private final Stopwatch stopwatch;
    private final Schedule schedule;
    private final Runnable onStart;
    private final Runnable end;

    private @Nullable Score<?> best;
    private long stepsAtBest;
    private @Nullable Ending ending;
    private long lastReportMillis = -MILLIS_BETWEEN_REPORTS;

    /**
     * @param bound the lowest proven so far
     * @param onStart called once the search can be ended
     * @param end ends the search and keeps its best plan
     */
    Watch(
            ProgressListener listener,
            LongSupplier bound,
            SolveLimits limits,
            Stopwatch stopwatch,
            Schedule schedule,
            Runnable onStart,
            Runnable end) {
        this.listener = listener;
        this.bound = bound;
        this.limits = limits;
        this.stopwatch = stopwatch;
        this.schedule = schedule;
        this.onStart = onStart;
        this.end = end;
    }

    /** Why it ended the search; null if it did not. */
    @Nullable
    Ending ending() {
        return ending;
    }

    @Override
    public void solvingStarted(SolverScope<Assignments> solver) {
        onStart.run();
    }

    @Override
    public void stepEnded(AbstractStepScope<Assignments> step) {
        SolverScope<Assignments> solver = step.getPhaseScope().getSolverScope();
        if (step instanceof LocalSearchStepScope) { // the start has no best plan until it ends
            if (!solver.getBestScore().equals(best)) {
                best = solver.getBestScore();
                stepsAtBest = schedule.done();
            } else if (schedule.done() - stepsAtBest >= limits.stepsUnimproved()) {
                end(Ending.NO_IMPROVEMENT);
            }
            if (isGoodEnough(solver)) {
                end(Ending.GAP);
            }
        }
        if (elapsedMillis() - lastReportMillis >= MILLIS_BETWEEN_REPORTS) {
            report(solver);
        }
    }

    private boolean isGoodEnough(SolverScope<Assignments> solver) {
        long level1 = ((HardMediumSoftLongScore) solver.getBestScore()).mediumScore();
        return limits.gapPercent() > 0
                && 100.0 * (bound.getAsLong() - level1) <= limits.gapPercent() * bound.getAsLong();
    }

    private void end(Ending reason) {
        if (ending == null) {
            ending = reason;
            end.run();
        }
    }

    @Override
    public void solvingEnded(SolverScope<Assignments> solver) {
        report(solver);
    }

    private long elapsedMillis() {
        return stopwatch.elapsedNanos() / 1_000_000;
    }

    private void report(SolverScope<Assignments> solver) {
        lastReportMillis = elapsedMillis();
        HardMediumSoftLongScore score = (HardMediumSoftLongScore) solver.getBestScore();
        Progress progress = new Progress(
                score.mediumScore(), score.softScore(), bound.getAsLong(), schedule.done(), lastReportMillis);
        listener.progressed(progress, () -> solver.getBestSolution().rows());
    }
}

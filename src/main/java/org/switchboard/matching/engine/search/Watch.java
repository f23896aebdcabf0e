package org.switchboard.matching.engine.search;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.Score;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.impl.localsearch.scope.LocalSearchStepScope;
import org.optaplanner.core.impl.phase.event.PhaseLifecycleListenerAdapter;
import org.optaplanner.core.impl.phase.scope.AbstractStepScope;
import org.optaplanner.core.impl.solver.scope.SolverScope;

/** Follows a search from within: reports progress, counts steps and ends it when nothing improves any more. */
final class Watch extends PhaseLifecycleListenerAdapter<Assignments> {

    private static final long MILLIS_BETWEEN_REPORTS = 250;

    private final ProgressListener listener;
    private final long bound;
    private final long stepsUnimproved;
    private final Runnable onStart;
    private final Runnable end;

    private @Nullable Score<?> best;
    private long stepsAtBest;
    private long steps;
    private long lastReportMillis = -MILLIS_BETWEEN_REPORTS;

    /**
     * @param onStart called once the search can be ended
     * @param end ends the search and keeps its best plan
     */
    Watch(ProgressListener listener, long bound, long stepsUnimproved, Runnable onStart, Runnable end) {
        this.listener = listener;
        this.bound = bound;
        this.stepsUnimproved = stepsUnimproved;
        this.onStart = onStart;
        this.end = end;
    }

    long steps() {
        return steps;
    }

    @Override
    public void solvingStarted(SolverScope<Assignments> solver) {
        onStart.run();
    }

    @Override
    public void stepEnded(AbstractStepScope<Assignments> step) {
        SolverScope<Assignments> solver = step.getPhaseScope().getSolverScope();
        steps = solver.getScoreCalculationCount();
        boolean starting = !(step instanceof LocalSearchStepScope); // the start has no best plan until it ends
        if (starting || !solver.getBestScore().equals(best)) {
            best = solver.getBestScore();
            stepsAtBest = steps;
        } else if (steps - stepsAtBest >= stepsUnimproved) {
            end.run();
        }
        long elapsed = solver.calculateTimeMillisSpentUpToNow();
        if (elapsed - lastReportMillis >= MILLIS_BETWEEN_REPORTS) {
            report(solver, elapsed);
        }
    }

    @Override
    public void solvingEnded(SolverScope<Assignments> solver) {
        steps = solver.getScoreCalculationCount();
        report(solver, solver.calculateTimeMillisSpentUpToNow());
    }

    private void report(SolverScope<Assignments> solver, long elapsed) {
        lastReportMillis = elapsed;
        HardMediumSoftLongScore score = (HardMediumSoftLongScore) solver.getBestScore();
        listener.progressed(new Progress(score.mediumScore(), score.softScore(), bound, steps, elapsed));
    }
}

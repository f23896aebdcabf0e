package org.switchboard.matching.engine.search;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/** Keeps the {@link Ledger} in step with the plan being worked on. */
public final class RunningScore implements IncrementalScoreCalculator<Assignments, HardMediumSoftLongScore> {

    private @Nullable Ledger ledger;

    @Override
    public void resetWorkingSolution(Assignments assignments) {
        ledger = new Ledger(assignments.problem());
        assignments.assignments().forEach(assignment -> move(assignment, 1));
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        move((NeedAssignment) entity, -1);
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        move((NeedAssignment) entity, 1);
    }

    private void move(NeedAssignment assignment, int sign) {
        Pattern pattern = assignment.getPattern();
        if (pattern != null) {
            ledger().move(assignment.need(), pattern, sign);
        }
    }

    @Override
    public HardMediumSoftLongScore calculateScore() {
        return ledger().score();
    }

    private Ledger ledger() {
        if (ledger == null) {
            throw new IllegalStateException("no working plan was set");
        }
        return ledger;
    }

    @Override
    public void beforeEntityAdded(Object entity) {
        // needs are never added during a search
    }

    @Override
    public void afterEntityAdded(Object entity) {
        // needs are never added during a search
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        // needs are never removed during a search
    }

    @Override
    public void afterEntityRemoved(Object entity) {
        // needs are never removed during a search
    }
}

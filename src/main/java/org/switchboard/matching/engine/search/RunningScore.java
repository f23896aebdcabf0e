package org.switchboard.matching.engine.search;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.score.director.incremental.IncrementalScoreDirector;

/** Keeps the {@link Ledger} in step with the plan being worked on. */
public final class RunningScore implements IncrementalScoreCalculator<Assignments, HardMediumSoftLongScore> {

    private @Nullable Ledger ledger;

    /** The ledger that belongs to the director's working plan, for moves that try things out on it. */
    static Ledger ledgerOf(ScoreDirector<Assignments> director) {
        var calculator = ((IncrementalScoreDirector<Assignments, ?>) director).getIncrementalScoreCalculator();
        return ((RunningScore) calculator).ledger();
    }

    @Override
    public void resetWorkingSolution(Assignments assignments) {
        Ledger opened = new Ledger(assignments.work().open());
        for (NeedAssignment assignment : assignments.assignments()) {
            put(opened, assignment);
        }
        ledger = opened;
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        ledger().takeAll(((NeedAssignment) entity).need());
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        put(ledger(), (NeedAssignment) entity);
    }

    private static void put(Ledger ledger, NeedAssignment assignment) {
        Pattern pattern = assignment.getPattern();
        if (pattern != null) {
            ledger.put(assignment.need(), pattern);
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

package org.switchboard.matching.engine.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Gives some needs new patterns at once. */
final class PatternMove extends AbstractMove<Assignments> {

    private final NeedAssignment[] needs;
    private final @Nullable Pattern[] patterns;

    PatternMove(NeedAssignment[] needs, @Nullable Pattern[] patterns) {
        this.needs = needs;
        this.patterns = patterns;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Assignments> director) {
        return needs.length > 0;
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Assignments> director) {
        for (int i = 0; i < needs.length; i++) {
            director.beforeVariableChanged(needs[i], NeedAssignment.VARIABLE);
            needs[i].setPattern(patterns[i]);
            director.afterVariableChanged(needs[i], NeedAssignment.VARIABLE);
        }
    }

    @Override
    protected AbstractMove<Assignments> createUndoMove(ScoreDirector<Assignments> director) {
        @Nullable Pattern[] before = new @Nullable Pattern[needs.length];
        Arrays.setAll(before, i -> needs[i].getPattern());
        return new PatternMove(needs, before);
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return List.of(needs);
    }

    @Override
    public Collection<?> getPlanningValues() {
        return Arrays.asList(patterns);
    }

    @Override
    public String toString() {
        return Arrays.toString(needs) + " -> " + Arrays.toString(patterns);
    }
}

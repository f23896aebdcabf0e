package org.switchboard.matching.engine.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;

/** The plan being worked on, as OptaPlanner sees it. */
@PlanningSolution(solutionCloner = Assignments.Cloner.class)
public final class Assignments {

    private final Problem problem;

    @PlanningEntityCollectionProperty
    private final List<NeedAssignment> assignments;

    /** Hard: minus the limits broken. Medium: level 1. Soft: level 2. */
    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    private Assignments(Problem problem, List<NeedAssignment> assignments) {
        this.problem = problem;
        this.assignments = assignments;
    }

    /** Only the pinned rows are in the plan yet; needs to which nothing may be added are left out. */
    static Assignments open(Problem problem) {
        Patterns patterns = new Patterns(problem, new Ledger(problem));
        List<NeedAssignment> assignments = new ArrayList<>();
        for (int i = 0; i < problem.needs().size(); i++) {
            List<Pattern> ofNeed = patterns.of(i);
            if (!ofNeed.isEmpty()) {
                Need need = problem.needs().get(i);
                assignments.add(new NeedAssignment(i, (double) need.weight() / need.costUsd(), ofNeed));
            }
        }
        return new Assignments(problem, assignments);
    }

    Problem problem() {
        return problem;
    }

    List<NeedAssignment> assignments() {
        return assignments;
    }

    boolean nothingToDecide() {
        return assignments.isEmpty();
    }

    /** The pinned rows and those of all patterns. */
    List<PlanRow> rows() {
        List<PlanRow> rows = new ArrayList<>(problem.pinned());
        for (NeedAssignment assignment : assignments) {
            Pattern pattern = assignment.getPattern();
            if (pattern != null) {
                rows.addAll(pattern.rowsFor(assignment.need()));
            }
        }
        return rows;
    }

    /** Copies the entities and shares the rest: a new best plan is copied often, and by reflection that is slow. */
    public static final class Cloner implements SolutionCloner<Assignments> {

        @Override
        public Assignments cloneSolution(Assignments original) {
            List<NeedAssignment> copies = new ArrayList<>(original.assignments.size());
            for (NeedAssignment assignment : original.assignments) {
                copies.add(assignment.copy());
            }
            Assignments clone = new Assignments(original.problem, copies);
            clone.score = original.score;
            return clone;
        }
    }
}

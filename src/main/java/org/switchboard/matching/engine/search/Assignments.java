package org.switchboard.matching.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;

/** The plan being worked on, as OptaPlanner sees it. */
@PlanningSolution(solutionCloner = Assignments.Cloner.class)
public final class Assignments {

    private static final int NONE = -1;

    private final Work work;

    /** Where each need stands in the list; -1 for needs to which nothing can be added. */
    private final int[] placeOf;

    @PlanningEntityCollectionProperty
    private final List<NeedAssignment> assignments;

    /** Hard: minus the limits broken. Medium: level 1. Soft: level 2. */
    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    private Assignments(Work work, int[] placeOf, List<NeedAssignment> assignments) {
        this.work = work;
        this.placeOf = placeOf;
        this.assignments = assignments;
    }

    /** Only the pinned rows are in the plan yet; needs to which nothing can be added are left out. */
    static Assignments of(Work work) {
        OpenProblem open = work.open();
        int[] placeOf = new int[open.needs()];
        Arrays.fill(placeOf, NONE);
        List<NeedAssignment> assignments = new ArrayList<>();
        for (int i = 0; i < open.needs(); i++) {
            if (open.canBeServed(i)) {
                placeOf[i] = assignments.size();
                assignments.add(new NeedAssignment(i));
            }
        }
        return new Assignments(work, placeOf, assignments);
    }

    Work work() {
        return work;
    }

    List<NeedAssignment> assignments() {
        return assignments;
    }

    NeedAssignment assignment(int need) {
        return assignments.get(placeOf[need]);
    }

    /** The pinned rows and those of all patterns. */
    List<PlanRow> rows() {
        List<PlanRow> rows = new ArrayList<>(work.open().problem().pinned());
        for (NeedAssignment assignment : assignments) {
            Pattern pattern = assignment.getPattern();
            if (pattern != null) {
                rows.addAll(pattern.rows(work.open()));
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
            Assignments clone = new Assignments(original.work, original.placeOf, copies);
            clone.score = original.score;
            return clone;
        }
    }
}

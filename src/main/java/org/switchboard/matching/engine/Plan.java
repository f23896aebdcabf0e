package org.switchboard.matching.engine;

import java.util.List;

/** Rows in the order of needs and offers, and what they are worth by the plain definition of the rules. */
public record Plan(List<PlanRow> rows, Figures figures) {

    public Plan {
        rows = rows.stream().sorted(PlanRow.BY_NEED_THEN_OFFER).toList();
    }

    /** The plan of these rows; its figures come from {@link Rules} and {@link Objective}, never from a search. */
    public static Plan of(Problem problem, List<PlanRow> rows) {
        Objective objective = new Objective(problem);
        int violations = Rules.besidePins(problem).breaches(rows).size();
        return new Plan(rows, new Figures(violations, objective.level1(rows), objective.level2(rows)));
    }
}

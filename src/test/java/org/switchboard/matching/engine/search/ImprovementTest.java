package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.bound.Relaxation;

class ImprovementTest {

    private static final int MEAN_VALUE = 1_000;
    private static final double ONE_IN_A_HUNDRED = 0.01;

    @Test
    void afreshItGivesUpAHundredthOfANeedAtFirst() {
        assertTrue(startingFrom(List.of()).stays(-MEAN_VALUE / 100, 0, ONE_IN_A_HUNDRED));
    }

    /** As it would over and over, until few rows of the plan were left. */
    @Test
    void fromAPlanItDoesNot() {
        assertFalse(startingFrom(List.of(new PlanRow(0, 0, 1))).stays(-MEAN_VALUE / 100, 0, ONE_IN_A_HUNDRED));
    }

    /** Charges for rows that change are some hundred points of level 2. */
    @Test
    void fromAPlanWhatAChangedRowCostsOnLevelTwoCounts() {
        assertTrue(startingFrom(List.of()).stays(0, -400, 0.5));
        assertFalse(startingFrom(List.of(new PlanRow(0, 0, 1))).stays(0, -400, 0.5));
    }

    private static Improvement startingFrom(List<PlanRow> start) {
        OpenProblem open = new OpenProblem(new ProblemDraft()
                .state()
                .need(100, 1, 5, false)
                .offer()
                .candidate(0, 0, 50)
                .build());
        return new Improvement(new Work(
                open,
                new Relaxation(open).solve(1, () -> false),
                MEAN_VALUE,
                start,
                SolveLimits.NONE,
                Schedule.ofTrials(1, 100_000)));
    }
}

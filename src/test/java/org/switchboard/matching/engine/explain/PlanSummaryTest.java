package org.switchboard.matching.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;

class PlanSummaryTest {

    @Test
    void theLargestUnmetComeFirst() {
        Problem problem = new ProblemDraft()
                .state()
                .state()
                .need(0, 100, 2, 9, 0, 1, true)
                .need(0, 300, 1, 5, 0, 1, false)
                .need(1, 500, 1, 7, 0, 1, false)
                .offer()
                .allCandidates(50)
                .build();

        PlanSummary summary = Explained.of(problem, new PlanRow(0, 0, 1)).summary(1);

        assertEquals(List.of(new PlanSummary.UnmetValue(2, 280)), summary.largestUnmet());
        assertEquals(180, summary.level1());
        assertEquals((9 + 5 + 7) * 4 * 10, summary.bound());
    }
}

package org.switchboard.matching.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectiveTest {

    @Test
    void aLightNeedWhollyCoveredInTheFirstBandIsWorthForty() {
        for (int parts : new int[] {1, 2, 4}) {
            Problem problem = new ProblemDraft()
                    .state()
                    .need(400, parts, 1, false)
                    .offer()
                    .allCandidates(50)
                    .build();

            assertEquals(40, new Objective(problem).level1(List.of(new PlanRow(0, 0, parts))));
        }
    }

    @Test
    void furtherHelpToAStateCountsLess() {
        Problem problem = new ProblemDraft()
                .state(9, 4, 10)
                .need(400, 4, 5, true)
                .offer()
                .allCandidates(50)
                .build();
        Objective objective = new Objective(problem);

        assertEquals(0, objective.level1(List.of()));
        assertEquals(4 * 10 + 6, objective.level1(List.of(new PlanRow(0, 0, 1))));
        assertEquals(4 * 10 + 6 * 6, objective.level1(List.of(new PlanRow(0, 0, 2))));
        assertEquals(4 * 10 + 6 * 6 + 5 * 3, objective.level1(List.of(new PlanRow(0, 0, 3))));
    }

    @Test
    void eachStateHasItsOwnBands() {
        Problem problem = new ProblemDraft()
                .state(9, 4, 4)
                .state(9, 4, 4)
                .need(0, 400, 1, 1, 0, 0, false)
                .need(1, 400, 1, 1, 0, 0, false)
                .offer()
                .allCandidates(50)
                .build();

        assertEquals(80, new Objective(problem).level1(List.of(new PlanRow(0, 0, 1), new PlanRow(1, 0, 1))));
    }

    @Test
    void fitCountsForEveryQuarter() {
        Problem problem = twoOffers(2).build();

        assertEquals(2 * 60, new Objective(problem).level2(List.of(new PlanRow(0, 0, 1))));
        assertEquals(4 * 60, new Objective(problem).level2(List.of(new PlanRow(0, 0, 2))));
    }

    @Test
    void everyFurtherProviderOfANeedIsCharged() {
        Problem problem = twoOffers(2).build();

        assertEquals(
                2 * 60 + 2 * 30 - 40,
                new Objective(problem).level2(List.of(new PlanRow(0, 0, 1), new PlanRow(0, 1, 1))));
    }

    @Test
    void everyQuarterMovedAwayFromThePlanLastPutForwardIsCharged() {
        Problem problem = twoOffers(4).previous(0, 0, 3).build();
        Objective objective = new Objective(problem);

        assertEquals(-20 * 3, objective.level2(List.of()));
        assertEquals(60 - 20 * 2, objective.level2(List.of(new PlanRow(0, 0, 1))));
        assertEquals(3 * 60, objective.level2(List.of(new PlanRow(0, 0, 3))));
        assertEquals(4 * 60, objective.level2(List.of(new PlanRow(0, 0, 4))), "giving more is no change");
        assertEquals(4 * 30 - 20 * 3, objective.level2(List.of(new PlanRow(0, 1, 4))));
    }

    @Test
    void aFormerPairThatIsNoCandidateAnyMoreIsStillCharged() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 2, 1, true)
                .offer()
                .previous(0, 0, 2)
                .build();

        assertEquals(-20 * 4, new Objective(problem).level2(List.of()));
    }

    private static ProblemDraft twoOffers(int parts) {
        return new ProblemDraft()
                .state()
                .need(400, parts, 1, true)
                .offer()
                .offer()
                .candidate(0, 0, 60)
                .candidate(0, 1, 30);
    }
}

package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.Objective;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.Rules;

class PatternsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPatternKeepsEveryRuleBesideThePins(long seed) {
        Problem problem = RandomProblems.overUsed(seed, 40, 10);
        Objective objective = new Objective(problem);
        long level2OfPins = objective.level2(problem.pinned());
        for (NeedAssignment need : Assignments.open(problem).assignments()) {
            for (Pattern pattern : need.getPatterns()) {
                List<PlanRow> rows = new ArrayList<>(problem.pinned());
                rows.addAll(pattern.rowsFor(need.need()));

                assertEquals(List.of(), Rules.besidePins(problem).breaches(rows), pattern::toString);
                assertEquals(objective.level2(rows) - level2OfPins, pattern.level2Gain(), pattern::toString);
                assertTrue(pattern.offers() <= 3, pattern::toString);
            }
        }
    }

    @Test
    void coversAllOrNothingUnlessPartialCoverHelps() {
        assertEquals(
                List.of("[0, 4]"),
                patterns(new ProblemDraft().state().need(400, 4, 1, false).offer()));
        assertEquals(
                List.of("[0, 4]", "[0, 3]", "[0, 2]", "[0, 1]"),
                patterns(new ProblemDraft().state().need(400, 4, 1, true).offer()));
    }

    @Test
    void paysAtLeastTheFloorAndAtMostTheCeiling() {
        ProblemDraft onTheBorder =
                new ProblemDraft().state().need(400, 4, 1, true).offer(400, 200, 300, 9, 400);
        assertEquals(List.of("[0, 3]", "[0, 2]"), patterns(onTheBorder));
        ProblemDraft oneDollarInside =
                new ProblemDraft().state().need(400, 4, 1, true).offer(400, 201, 299, 9, 400);
        assertEquals(List.of(), patterns(oneDollarInside));
    }

    @Test
    void staysWithinBudgetAndStateCap() {
        assertEquals(
                List.of("[0, 2]", "[0, 1]"),
                patterns(new ProblemDraft().state().need(400, 4, 1, true).offer(299, 0, 400, 9, 400)));
        assertEquals(
                List.of("[0, 1]"),
                patterns(new ProblemDraft().state().need(400, 4, 1, true).offer(400, 0, 400, 9, 199)));
    }

    @Test
    void asksNothingOfAnOfferThatMayServeNoNeedNorOfAStateThatAbsorbsNone() {
        assertEquals(
                List.of(),
                patterns(new ProblemDraft().state().need(400, 4, 1, true).offer(400, 0, 400, 0, 400)));
        assertEquals(
                List.of(),
                patterns(new ProblemDraft().state(0, 1, 1).need(400, 4, 1, true).offer()));
    }

    @Test
    void putsSinglesBeforeSplitsAndBetterFitFirst() {
        ProblemDraft draft = new ProblemDraft()
                .state()
                .need(400, 2, 1, false)
                .offer()
                .offer()
                .candidate(0, 0, 10)
                .candidate(0, 1, 90);

        assertEquals(List.of("[1, 2]", "[0, 2]", "[1, 1, 0, 1]"), of(draft.build()));
    }

    @Test
    void completesAPinnedAllOrNothingNeedWithFurtherOffersOnly() {
        ProblemDraft draft = new ProblemDraft()
                .state()
                .need(400, 4, 1, false)
                .offer()
                .offer()
                .allCandidates(50)
                .pinned(0, 0, 1);

        assertEquals(List.of("[1, 3]"), of(draft.build()));
    }

    @Test
    void keepsThePlanLastPutForwardAmongEqualFits() {
        ProblemDraft draft = new ProblemDraft()
                .state()
                .need(400, 1, 1, false)
                .offer()
                .offer()
                .allCandidates(50)
                .previous(0, 1, 1);

        assertEquals(List.of("[1, 1]", "[0, 1]"), of(draft.build()));
    }

    private static List<String> patterns(ProblemDraft draft) {
        return of(draft.allCandidates(50).build());
    }

    private static List<String> of(Problem problem) {
        return new Patterns(problem, new Ledger(problem))
                .of(0).stream().map(Pattern::toString).toList();
    }
}

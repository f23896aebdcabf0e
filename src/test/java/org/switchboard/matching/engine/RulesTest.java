package org.switchboard.matching.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule satisfied on its border and broken just beyond it, with nothing else broken. */
class RulesTest {

    @Test
    void onlyCandidatesMayBeMatched() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 1, 1, false)
                .offer()
                .offer()
                .candidate(0, 0, 50)
                .build();

        assertKept(problem, row(0, 0, 1));
        assertBroken(problem, HardRule.PAIR_IS_A_CANDIDATE, new Place.AtMatch(0, 1), 1, 0, row(0, 1, 1));
        assertBroken(problem, HardRule.PAIR_IS_A_CANDIDATE, new Place.AtMatch(3, 0), 1, 0, row(3, 0, 1));
        assertBroken(problem, HardRule.PAIR_IS_A_CANDIDATE, new Place.AtMatch(0, 0), 0, 0, row(0, 0, 0));
    }

    @Test
    void aPairIsListedOnce() {
        Problem problem = oneNeed(4, true);

        assertBroken(problem, HardRule.PAIR_IS_LISTED_ONCE, new Place.AtMatch(0, 0), 2, 1, row(0, 0, 1), row(0, 0, 2));
    }

    @Test
    void aNeedIsNotOverCovered() {
        Problem problem = oneNeed(4, false);

        assertKept(problem, row(0, 0, 3), row(0, 1, 1));
        assertBroken(problem, HardRule.NEED_IS_NOT_OVER_COVERED, new Place.AtNeed(0), 5, 4, row(0, 0, 3), row(0, 1, 2));
    }

    @Test
    void aNeedIsCoveredWhollyUnlessPartialCoverHelps() {
        HardRule rule = HardRule.NEED_IS_COVERED_WHOLLY_UNLESS_PARTIAL_COVER_HELPS;

        assertKept(oneNeed(4, true), row(0, 0, 3));
        assertKept(oneNeed(4, false), row(0, 0, 4));
        assertBroken(oneNeed(4, false), rule, new Place.AtNeed(0), 3, 4, row(0, 0, 3));
        assertKept(oneNeed(4, false));
    }

    @Test
    void aMatchReachesTheFloor() {
        assertKept(oneOffer(9_999, 200, 9_999, 9, 9_999), row(0, 0, 2));
        assertBroken(
                oneOffer(9_999, 201, 9_999, 9, 9_999),
                HardRule.MATCH_REACHES_THE_FLOOR,
                new Place.AtMatch(0, 0),
                200,
                201,
                row(0, 0, 2));
    }

    @Test
    void aMatchStaysUnderTheCeiling() {
        assertKept(oneOffer(9_999, 0, 300, 9, 9_999), row(0, 0, 3));
        assertBroken(
                oneOffer(9_999, 0, 299, 9, 9_999),
                HardRule.MATCH_STAYS_UNDER_THE_CEILING,
                new Place.AtMatch(0, 0),
                300,
                299,
                row(0, 0, 3));
    }

    @Test
    void anOfferBudgetIsNotExceeded() {
        assertKept(oneOffer(600, 0, 400, 9, 9_999), row(0, 0, 4), row(1, 0, 2));
        assertBroken(
                oneOffer(599, 0, 400, 9, 9_999),
                HardRule.OFFER_BUDGET_IS_NOT_EXCEEDED,
                new Place.AtOffer(0),
                600,
                599,
                row(0, 0, 4),
                row(1, 0, 2));
    }

    @Test
    void anOfferServesNoMoreNeedsThanItMay() {
        assertKept(oneOffer(9_999, 0, 400, 2, 9_999), row(0, 0, 4), row(1, 0, 2));
        assertBroken(
                oneOffer(9_999, 0, 400, 1, 9_999),
                HardRule.OFFER_SERVES_NO_MORE_NEEDS_THAN_IT_MAY,
                new Place.AtOffer(0),
                2,
                1,
                row(0, 0, 4),
                row(1, 0, 2));
    }

    @Test
    void anOfferStateCapIsNotExceeded() {
        assertKept(oneOffer(9_999, 0, 400, 9, 600), row(0, 0, 4), row(1, 0, 2));
        assertKept(oneOffer(9_999, 0, 400, 9, 400), row(0, 0, 4), row(2, 0, 4));
        assertBroken(
                oneOffer(9_999, 0, 400, 9, 599),
                HardRule.OFFER_STATE_CAP_IS_NOT_EXCEEDED,
                new Place.AtOfferAndState(0, 0),
                600,
                599,
                row(0, 0, 4),
                row(1, 0, 2));
    }

    @Test
    void aStateAbsorbsItsNeedsAtAnyTime() {
        Problem apart = absorbingOne(2, 3);
        Problem inOnePeriod = absorbingOne(1, 2);

        assertKept(apart, row(0, 0, 1), row(1, 0, 1));
        assertKept(inOnePeriod, row(0, 0, 1));
        assertBroken(
                inOnePeriod,
                HardRule.STATE_ABSORBS_ITS_NEEDS_AT_ANY_TIME,
                new Place.AtStateAndPeriod(0, 1),
                2,
                1,
                row(0, 0, 1),
                row(1, 0, 1));
    }

    @Test
    void twoOffersOfOneNeedAreAbsorbedOnce() {
        Problem problem = new ProblemDraft()
                .state(1, 9, 9)
                .need(400, 2, 1, false)
                .offer()
                .offer()
                .allCandidates(50)
                .build();

        assertKept(problem, row(0, 0, 1), row(0, 1, 1));
    }

    @Test
    void aPinnedRowStandsExactly() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 4, 1, true)
                .offer()
                .offer()
                .allCandidates(50)
                .pinned(0, 0, 2)
                .build();

        assertKept(problem, row(0, 0, 2));
        assertKept(problem, row(0, 0, 2), row(0, 1, 2));
        assertBroken(problem, HardRule.PINNED_ROW_STANDS, new Place.AtMatch(0, 0), 0, 2, row(0, 0, 3));
        assertBroken(problem, HardRule.PINNED_ROW_STANDS, new Place.AtMatch(0, 0), 0, 2);
    }

    @Test
    void pinsMayBreakLimitsAndNothingMayBeAddedToThem() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 4, 1, true)
                .need(400, 4, 1, true)
                .offer(299, 0, 200, 9, 9_999)
                .allCandidates(50)
                .pinned(0, 0, 3)
                .build();
        List<PlanRow> pins = problem.pinned();
        List<PlanRow> more = List.of(row(0, 0, 3), row(1, 0, 1));

        assertEquals(List.of(), Rules.besidePins(problem).breaches(pins));
        assertEquals(
                List.of(
                        new Breach(HardRule.MATCH_STAYS_UNDER_THE_CEILING, new Place.AtMatch(0, 0), 300, 200),
                        new Breach(HardRule.OFFER_BUDGET_IS_NOT_EXCEEDED, new Place.AtOffer(0), 300, 299)),
                Rules.overUse(problem, pins));
        assertEquals(
                List.of(new Breach(HardRule.OFFER_BUDGET_IS_NOT_EXCEEDED, new Place.AtOffer(0), 400, 299)),
                Rules.besidePins(problem).breaches(more));
        assertEquals(1, Rules.overUse(problem, more).size(), "the budget is now broken by the plan");
    }

    @Test
    void aPartlyPinnedAllOrNothingNeedIsLeftAsItIsOrCompleted() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 4, 1, false)
                .offer()
                .offer()
                .allCandidates(50)
                .pinned(0, 0, 1)
                .build();
        Rules rules = Rules.besidePins(problem);

        assertEquals(List.of(), rules.breaches(List.of(row(0, 0, 1))));
        assertEquals(1, rules.breaches(List.of(row(0, 0, 1), row(0, 1, 2))).size());
        assertEquals(List.of(), rules.breaches(List.of(row(0, 0, 1), row(0, 1, 3))));
    }

    private static Problem oneNeed(int parts, boolean partialOk) {
        return new ProblemDraft()
                .state()
                .need(400, parts, 1, partialOk)
                .offer()
                .offer()
                .allCandidates(50)
                .build();
    }

    /** Needs 0 and 1 are of State 0, need 2 of State 1; each costs 400 in four parts. */
    private static Problem oneOffer(long budget, long floor, long ceiling, int maxNeeds, long cap) {
        return new ProblemDraft()
                .state()
                .state()
                .need(0, 400, 4, 1, 0, 1, true)
                .need(0, 400, 4, 1, 0, 1, true)
                .need(1, 400, 4, 1, 0, 1, true)
                .offer(budget, floor, ceiling, maxNeeds, cap)
                .allCandidates(50)
                .build();
    }

    private static Problem absorbingOne(int from, int to) {
        return new ProblemDraft()
                .state(1, 9, 9)
                .need(0, 400, 1, 1, 0, 1, false)
                .need(0, 400, 1, 1, from, to, false)
                .offer()
                .allCandidates(50)
                .build();
    }

    private static PlanRow row(int need, int offer, int parts) {
        return new PlanRow(need, offer, parts);
    }

    private static void assertKept(Problem problem, PlanRow... rows) {
        assertEquals(List.of(), Rules.asWritten(problem).breaches(List.of(rows)));
    }

    private static void assertBroken(
            Problem problem, HardRule rule, Place place, long found, long limit, PlanRow... rows) {
        assertEquals(
                List.of(new Breach(rule, place, found, limit)),
                Rules.asWritten(problem).breaches(List.of(rows)));
    }
}

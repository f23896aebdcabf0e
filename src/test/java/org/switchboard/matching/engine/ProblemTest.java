package org.switchboard.matching.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ProblemTest {

    private static ProblemDraft fine() {
        return new ProblemDraft().state().need(400, 4, 1, true).offer();
    }

    @Test
    void refusesUnknownStates() {
        assertRefused(
                "needs[1].state", () -> fine().need(1, 400, 1, 1, 0, 0, true).build());
    }

    @Test
    void refusesPeriodsAfterTheLast() {
        assertDoesNotThrow(() -> fine().need(0, 400, 1, 1, 0, 3, true).build());
        assertRefused("needs[1].to", () -> fine().need(0, 400, 1, 1, 0, 4, true).build());
        assertRefused("offers[0].to", () -> fine().periods(3).build());
        assertRefused("periods", () -> new ProblemDraft().periods(0).build());
    }

    @Test
    void refusesNeedsThatCannotBe() {
        assertRefused("need.cost", () -> fine().need(0, 1, 1, true));
        assertRefused("need.cost", () -> fine().need(-400, 1, 1, true));
        assertRefused("need.cost", () -> fine().need(402, 4, 1, true));
        assertRefused("need.parts", () -> fine().need(400, 3, 1, true));
        assertRefused("need.weight", () -> fine().need(400, 1, -1, true));
        assertRefused("need.to", () -> fine().need(0, 400, 1, 1, 2, 1, true));
        assertRefused("need.from", () -> fine().need(0, 400, 1, 1, -1, 1, true));
    }

    @Test
    void refusesOffersThatCannotBe() {
        assertRefused("offer.budget", () -> fine().offer(-1, 0, 0, 0, 0));
        assertRefused("offer.floor", () -> fine().offer(0, -1, 0, 0, 0));
        assertRefused("offer.ceiling", () -> fine().offer(0, 2, 1, 0, 0));
        assertRefused("offer.maxNeeds", () -> fine().offer(0, 0, 0, -1, 0));
        assertRefused("offer.perStateCap", () -> fine().offer(0, 0, 0, 0, -1));
        assertDoesNotThrow(() -> fine().offer(0, 0, 0, 0, 0).build());
    }

    @Test
    void refusesStatesThatCannotBe() {
        assertRefused("state.absorption", () -> fine().state(-1, 0, 0));
        assertRefused("state.b1", () -> fine().state(0, -1, 0));
        assertRefused("state.b2", () -> fine().state(0, 2, 1));
    }

    @Test
    void refusesSlopesThatRise() {
        assertRefused("slopes", () -> new Slopes(1, 2, 0));
        assertRefused("slopes", () -> new Slopes(3, 1, 2));
        assertRefused("slopes", () -> new Slopes(1, 1, -1));
        assertDoesNotThrow(() -> new Slopes(1, 1, 1));
    }

    @Test
    void refusesNegativePenalties() {
        assertRefused("fragPenalty", () -> fine().penalties(-1, 0).build());
        assertRefused("changePenalty", () -> fine().penalties(0, -1).build());
    }

    @Test
    void refusesCandidatesThatCannotBe() {
        assertRefused("candidates[0]", () -> fine().candidate(1, 0, 50).build());
        assertRefused("candidates[0]", () -> fine().candidate(0, 1, 50).build());
        assertRefused("candidates[0]", () -> fine().candidate(-1, 0, 50).build());
        assertRefused("candidates[0]", () -> fine().candidate(0, 0, 101).build());
        assertRefused("candidates[0]", () -> fine().candidate(0, 0, -1).build());
        assertRefused(
                "candidates", () -> fine().candidate(0, 0, 1).candidate(0, 0, 2).build());
        assertDoesNotThrow(
                () -> fine().offer().candidate(0, 0, 0).candidate(0, 1, 100).build());
    }

    @Test
    void refusesRowsThatCannotBe() {
        assertRefused("previous[0]", () -> fine().previous(1, 0, 1).build());
        assertRefused("previous[0]", () -> fine().previous(0, 1, 1).build());
        assertRefused("previous[0]", () -> fine().previous(0, 0, 5).build());
        assertRefused("previous[0]", () -> fine().previous(0, 0, 0).build());
        assertRefused(
                "previous[1]", () -> fine().previous(0, 0, 1).previous(0, 0, 2).build());
        assertDoesNotThrow(() -> fine().previous(0, 0, 4).build(), "former pairs need not be candidates");
        assertRefused("pinned[0]", () -> fine().pinned(0, 0, 1).build());
        assertDoesNotThrow(() -> fine().candidate(0, 0, 1).pinned(0, 0, 1).build());
    }

    @Test
    void refusesNumbersWhoseSumsOverflow() {
        long half = Long.MAX_VALUE / 2;
        assertRefused(
                "problem",
                () -> fine().need(half + 1, 1, 1, true).need(half, 1, 1, true).build());
        assertRefused("problem", () -> fine().need(400, 1, half, true).build());
        assertRefused("problem", () -> fine().need(400, 1, half / 20, true).build());
        assertRefused(
                "problem",
                () -> fine().penalties(Long.MAX_VALUE, 0).candidate(0, 0, 1).build());
        assertRefused(
                "problem", () -> fine().penalties(0, half).previous(0, 0, 1).build());
        assertDoesNotThrow(() -> fine().need(400, 1, 100_000_000_000L, true).build());
    }

    @Test
    void findsCandidatesInAnyOrderTheyCame() {
        CandidateTable table = new CandidateTable.Builder(3, 5)
                .add(2, 4, 1)
                .add(0, 3, 2)
                .add(2, 0, 3)
                .build();

        assertEquals(3, table.size());
        assertEquals(100 + 2, 100 + table.fit(table.find(0, 3)));
        assertEquals(3, table.fit(table.find(2, 0)));
        assertEquals(-1, table.find(1, 3));
        assertEquals(-1, table.find(7, 0));
        assertEquals(-1, table.find(0, -1));
        assertEquals(0, table.ofNeed(1).count());
        assertEquals(0, table.offer(table.first(2)));
    }

    private static void assertRefused(String place, Executable making) {
        InvalidProblemException refused = assertThrows(InvalidProblemException.class, making);
        assertEquals(place, refused.place());
        assertTrue(refused.getMessage().startsWith(place + ": "), refused::getMessage);
    }
}

package org.switchboard.matching.engine.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.ProblemDraft;

class UnitsTest {

    /** A weighted quarter is worth 10 points in the first band, and a need of one part has four quarters. */
    private static final double POINTS = 10 * 4;

    private final Units units = new Units(new OpenProblem(new ProblemDraft()
            .state()
            .state()
            .need(0, 100, 1, 9, 0, 1, false)
            .need(0, 300, 1, 5, 0, 1, false)
            .need(1, 500, 1, 7, 0, 1, false)
            .need(1, 900, 1, 8, 0, 1, false)
            .offer()
            .offer()
            .offer()
            .candidate(0, 0, 50)
            .candidate(1, 0, 50)
            .candidate(2, 1, 50)
            .build()));

    @Test
    void aSlotIsWorthTheMeanOfTheNeedsThatCouldUseIt() {
        assertEquals(POINTS * (9 + 5) / 2, units.slot(0));
        assertEquals(POINTS * 7, units.slot(1));
    }

    @Test
    void aDollarIsWorthWhatThoseNeedsAreWorthByTheirCost() {
        assertEquals(POINTS * (9 + 5) / (100 + 300), units.money(0));
        assertEquals(POINTS * 7 / 500, units.money(1));
    }

    @Test
    void aPlaceIsWorthTheMeanOfTheNeedsOfTheStateThatCanBeServed() {
        assertEquals(POINTS * (9 + 5) / 2, units.place(0));
        assertEquals(POINTS * 7, units.place(1), "a need without candidates takes no place");
    }

    @Test
    void whatNobodyCanUseIsWorthNothing() {
        assertEquals(0, units.slot(2));
        assertEquals(0, units.money(2));
    }

    @Test
    void needsOfAStateShareWhatTheyAreWorthTogether() {
        // the second band, at 6 points, begins after 20 of the 56 weighted quarters
        OpenProblem open = new OpenProblem(new ProblemDraft()
                .state(100, 20, 1_000)
                .need(0, 100, 1, 9, 0, 1, false)
                .need(0, 300, 1, 5, 0, 1, false)
                .offer()
                .allCandidates(50)
                .build());
        double together = 10 * 20 + 6 * 36;

        assertEquals(together / 2, new Units(open).slot(0), 1e-9);
        assertEquals(together / 2, open.meanValue());
    }
}

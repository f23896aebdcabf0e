package org.switchboard.matching.engine.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A way of a hundred rounds in ten stretches. */
class StepControlTest {

    private final StepControl control = new StepControl(10);

    @Test
    void stepsStayAsLongWhileLowerBoundsAreFound() {
        for (int round = 1; round < 100; round++) {
            assertFalse(control.hasGoneAstray(round / 100.0, 1_000 - round, true));
        }
        assertEquals(1, control.factor());
    }

    @Test
    void boundsThatComeDownAgainAreWaitedFor() {
        for (int round = 1; round < 100; round++) {
            assertFalse(control.hasGoneAstray(round / 100.0, 2_000 - round, round == 1));
        }
        assertEquals(1, control.factor());
    }

    @Test
    void aStretchThatOnlyLedUpMakesStepsShorter() {
        boolean astray = false;
        int round = 1;
        for (; round < 100 && !astray; round++) {
            astray = control.hasGoneAstray(round / 100.0, 1_000 + round, round == 1);
        }

        assertTrue(astray);
        assertTrue(round > 20, "the first stretch has nothing before it to be measured by");
        assertTrue(control.factor() > 0 && control.factor() < 1);
    }
}

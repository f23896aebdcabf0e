package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.switchboard.shared.Refusal;

class SolvingAgainTest {

    private final SolvingAgain solvingAgain = new SolvingAgain();

    @Test
    void oneAtATimeAndOthersAreToldToAskLater() {
        String first = solvingAgain.alone(() -> {
            assertThrows(Refusal.Busy.class, () -> solvingAgain.alone(() -> "second"));
            return "first";
        });

        assertEquals("first", first);
    }

    @Test
    void aFailureLeavesThePlaceFree() {
        assertThrows(
                IllegalStateException.class,
                () -> solvingAgain.alone(() -> {
                    throw new IllegalStateException("failed");
                }));

        assertEquals("next", solvingAgain.alone(() -> "next"));
    }
}

package org.switchboard.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchboard.shared.Refusal;

class NoObjectionPeriodTest {

    private static final WorkingDays CALENDAR = new WorkingDays(Set.of(LocalDate.of(2026, 12, 25)));

    /** A Monday; five working days, of which Christmas is none. */
    private static final Term MONDAY = on(21);

    private static Term on(int ofDecember) {
        return new Term(LocalDate.of(2026, 12, ofDecember), CALENDAR);
    }

    private final NoObjectionPeriod period = NoObjectionPeriod.until(MONDAY.of(5));

    @Test
    void runsOverWorkingDaysOnly() {
        assertEquals(LocalDate.of(2026, 12, 29), period.until());
        assertFalse(period.isHeld());
    }

    @Test
    void standsStillUntilNobodyNeedsTimeAnyMore() {
        NoObjectionPeriod held = period.heldBy("SWE", on(22)).heldBy("NOR", on(28));
        assertEquals(new NoObjectionPeriod(null, List.of("NOR", "SWE"), 4, 0), held);

        NoObjectionPeriod halfReleased = held.releasedBy("SWE", on(28));
        assertTrue(halfReleased.isHeld());
        assertEquals(4, halfReleased.daysLeft());

        NoObjectionPeriod released = halfReleased.releasedBy("NOR", on(30));
        assertEquals(new NoObjectionPeriod(LocalDate.of(2027, 1, 5), List.of(), null, 0), released);
    }

    @Test
    void isProlongedWhetherItRunsOrStandsStillButNotForEver() {
        NoObjectionPeriod prolonged = period.prolonged(3, 10, MONDAY);
        assertEquals(new NoObjectionPeriod(LocalDate.of(2027, 1, 1), List.of(), null, 3), prolonged);
        NoObjectionPeriod held = prolonged.heldBy("NOR", on(31)).prolonged(7, 10, on(31));
        assertEquals(new NoObjectionPeriod(null, List.of("NOR"), 8, 10), held);

        Refusal.Conflict refused = assertThrows(Refusal.Conflict.class, () -> held.prolonged(1, 10, on(31)));
        assertEquals("The period can be prolonged by 0 more working days at most.", refused.getMessage());
    }

    @Test
    void nobodyAsksForTimeTwiceOrReleasesWhatItDoesNotHold() {
        NoObjectionPeriod held = period.heldBy("NOR", MONDAY);
        assertThrows(Refusal.Conflict.class, () -> held.heldBy("NOR", MONDAY));
        assertThrows(Refusal.Conflict.class, () -> held.releasedBy("SWE", MONDAY));
    }
}

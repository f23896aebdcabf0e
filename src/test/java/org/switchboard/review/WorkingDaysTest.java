package org.switchboard.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 25);
    private static final WorkingDays WITH_CHRISTMAS = new WorkingDays(Set.of(FRIDAY));

    @ParameterizedTest
    @CsvSource({
        "2026-12-21, 0, 2026-12-21",
        "2026-12-21, 3, 2026-12-24",
        "2026-12-21, 4, 2026-12-28",
        "2026-12-24, 1, 2026-12-28",
        "2026-12-25, 1, 2026-12-28",
        "2026-12-26, 1, 2026-12-28",
        "2026-12-24, 6, 2027-01-04",
        "2026-12-26, 0, 2026-12-26"
    })
    void termSkipsWeekendsAndHolidays(LocalDate day, int days, LocalDate last) {
        assertEquals(last, WITH_CHRISTMAS.after(day, days));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-21, 2026-12-24, 3",
        "2026-12-24, 2026-12-28, 1",
        "2026-12-24, 2026-12-24, 0",
        "2026-12-28, 2026-12-24, 0",
        "2026-12-25, 2026-12-27, 0"
    })
    void daysLeftAreWorkingDays(LocalDate day, LocalDate last, int left) {
        assertEquals(left, WITH_CHRISTMAS.between(day, last));
    }

    @Test
    void whatIsLeftOfATermEndsItWhereItEnded() {
        LocalDate begin = LocalDate.of(2026, 12, 22);
        LocalDate until = WITH_CHRISTMAS.after(begin, 5);
        LocalDate held = LocalDate.of(2026, 12, 23);
        assertEquals(until, WITH_CHRISTMAS.after(held, WITH_CHRISTMAS.between(held, until)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24, 0, 2026-12-24",
        "2026-12-28, 0, 2026-12-28",
        "2026-12-27, 0, 2026-12-24",
        "2026-12-28, 1, 2026-12-24",
        "2026-12-28, 2, 2026-12-23",
        "2026-12-23, 3, 2026-12-18"
    })
    void termThatIsNotOverBeganOnThatDayAtTheEarliest(LocalDate last, int days, LocalDate earliest) {
        assertEquals(earliest, WITH_CHRISTMAS.earliestBefore(last, days));
        assertTrue(WITH_CHRISTMAS.between(earliest, last) <= days);
        assertTrue(WITH_CHRISTMAS.between(earliest.minusDays(1), last) > days);
    }

    @Test
    void holidaysAreNoWorkingDays() {
        assertFalse(WITH_CHRISTMAS.isWorkingDay(FRIDAY));
        assertTrue(new WorkingDays(Set.of()).isWorkingDay(FRIDAY));
        assertFalse(WITH_CHRISTMAS.isWorkingDay(FRIDAY.plusDays(1)));
        assertFalse(WITH_CHRISTMAS.isWorkingDay(FRIDAY.plusDays(2)));
        assertTrue(WITH_CHRISTMAS.isWorkingDay(FRIDAY.plusDays(3)));
    }
}

package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfYearsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2026-06-30, 0", // before the snapshot's own half-year
        "2026-07-01, 1999-01-01, 0",
        "2026-07-01, 2026-07-01, 0",
        "2026-07-01, 2026-12-31, 0",
        "2026-07-01, 2027-01-01, 1",
        "2026-07-01, 2027-06-30, 1",
        "2026-07-01, 2027-07-01, 2",
        "2026-06-30, 2026-01-01, 0",
        "2026-06-30, 2026-07-01, 1",
        "2026-12-31, 2027-01-01, 1",
        "2026-11-15, 2029-12-31, 6",
        "2026-11-15, 2030-01-01, 7",
        "2026-11-15, 2030-06-30, 7",
        "2026-11-15, 2030-07-01, 7", // after the last
        "2026-11-15, 2099-01-01, 7",
    })
    void countsHalfYearsOfTheCalendarFromTheSnapshot(LocalDate snapshot, LocalDate day, int period) {
        assertEquals(period, new HalfYears(snapshot).of(day));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 0, 2026-2",
        "2026-06-30, 0, 2026-1",
        "2026-12-31, 1, 2027-1",
        "2026-12-31, 2, 2027-2",
        "2026-01-01, 7, 2029-2",
    })
    void aPeriodIsNamedByItsYearAndHalf(LocalDate snapshot, int period, String name) {
        assertEquals(name, new HalfYears(snapshot).name(period));
    }
}

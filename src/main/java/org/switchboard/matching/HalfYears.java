package org.switchboard.matching;

import java.time.LocalDate;

/**
 * Time cut into half-years of the calendar, as the absorption rule counts it. Period 0 holds the day of the snapshot; what
 * lies before it counts as 0, what lies after the last counts as the last.
 */
record HalfYears(LocalDate snapshot) {

    static final int PERIODS = 8;

    private static final int JULY = 7;

    int of(LocalDate day) {
        return Math.max(0, Math.min(PERIODS - 1, count(day) - count(snapshot)));
    }

    private static int count(LocalDate day) {
        return 2 * day.getYear() + (day.getMonthValue() >= JULY ? 1 : 0);
    }
}

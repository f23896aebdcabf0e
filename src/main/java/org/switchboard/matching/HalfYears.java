package org.switchboard.matching;

import java.time.LocalDate;

/**
 * Time cut into half-years of the calendar, as the absorption rule counts it. Period 0 holds the day of the snapshot; what
 * lies before it counts as 0, what lies after the last counts as the last.
 */
record HalfYears(LocalDate snapshot) {

    static final int PERIODS = 8;

    private static final int HALVES = 2;
    private static final int JULY = 7;

    int of(LocalDate day) {
        return Math.max(0, Math.min(PERIODS - 1, count(day) - count(snapshot)));
    }

    /** The year and which half of it a period is, as 2027-1. */
    String name(int period) {
        int halves = count(snapshot) + period;
        return halves / HALVES + "-" + (1 + halves % HALVES);
    }

    private static int count(LocalDate day) {
        return HALVES * day.getYear() + (day.getMonthValue() >= JULY ? 1 : 0);
    }
}

package org.switchboard.review;

import java.time.Clock;
import java.time.LocalDate;

/** What day it is, and when terms that begin now are over. Days are those of UTC. */
record Term(LocalDate today, WorkingDays calendar) {

    static Term from(Clock clock, WorkingDays calendar) {
        return new Term(LocalDate.now(clock), calendar);
    }

    LocalDate of(int workingDays) {
        return calendar.after(today, workingDays);
    }

    /** Whether a term is over: its last day has passed. */
    boolean isOver(LocalDate until) {
        return today.isAfter(until);
    }

    int left(LocalDate until) {
        return calendar.between(today, until);
    }
}

package org.switchboard.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** That many working days later than a day. */
    LocalDate later(LocalDate until, int workingDays) {
        return calendar.after(until, workingDays);
    }

    /**
     * The shortest notice of the end of a term that is due and was not given.
     *
     * @param notices how many working days before the end people are reminded
     * @param remindedFor what {@link #noticeOf} said of the last notice that was given; null if none was
     */
    Optional<Integer> reminderDue(LocalDate until, List<Integer> notices, @Nullable LocalDate remindedFor) {
        int left = left(until);
        return notices.stream()
                .filter(days -> left <= days)
                .min(Integer::compare)
                .filter(days -> remindedFor == null || noticeOf(until, days).isAfter(remindedFor));
    }

    /**
     * Whoever is told that a term begins is not reminded of it in the same breath: this stands for the notices that it is too
     * short for; null where there are none.
     */
    static @Nullable LocalDate givenAtTheBegin(LocalDate until, int workingDays, List<Integer> notices) {
        return notices.stream()
                .filter(days -> workingDays <= days)
                .min(Integer::compare)
                .map(days -> noticeOf(until, days))
                .orElse(null);
    }

    /** Later for a shorter notice of the same end, and for the same notice of a later end. */
    static LocalDate noticeOf(LocalDate until, int days) {
        return until.minusDays(days);
    }

    int left(LocalDate until) {
        return calendar.between(today, until);
    }
}

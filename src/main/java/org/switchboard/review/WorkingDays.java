package org.switchboard.review;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Days on which people can be expected to act: Mondays to Fridays that are no holidays.
 *
 * @param holidays as the administrator keeps them
 */
public record WorkingDays(Set<LocalDate> holidays) {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    public WorkingDays {
        holidays = Set.copyOf(holidays);
    }

    boolean isWorkingDay(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /**
     * The last day of a term: the day itself does not count.
     *
     * @param days at least 0; with 0 the day itself, whatever it is
     */
    LocalDate after(LocalDate day, int days) {
        LocalDate last = day;
        for (int counted = 0; counted < days; ) {
            last = last.plusDays(1);
            if (isWorkingDay(last)) {
                counted++;
            }
        }
        return last;
    }

    /** How many working days lie after the one day, up to and with the other; 0 if it is not later. */
    int between(LocalDate day, LocalDate last) {
        int counted = 0;
        for (LocalDate each = day.plusDays(1); !each.isAfter(last); each = each.plusDays(1)) {
            if (isWorkingDay(each)) {
                counted++;
            }
        }
        return counted;
    }

    /**
     * The earliest day from which a term of so many working days is not over on another.
     *
     * @param days at least 0
     */
    public LocalDate earliestBefore(LocalDate last, int days) {
        LocalDate earliest = last;
        for (int left = days; !isWorkingDay(earliest) || left > 0; earliest = earliest.minusDays(1)) {
            if (isWorkingDay(earliest)) {
                left--;
            }
        }
        return earliest;
    }
}

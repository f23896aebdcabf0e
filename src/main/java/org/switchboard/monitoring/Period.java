package org.switchboard.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.switchboard.shared.Refusal;

/**
 * A stretch of days, those of UTC.
 *
 * @param from its first day
 * @param to its last day, which counts whole
 */
record Period(LocalDate from, LocalDate to) {

    /** The Committee reports every 180 days. */
    static final int DAYS_OF_REPORT = 180;

    private static final int MOST_YEARS = 10;

    Period {
        if (to.isBefore(from)) {
            throw new Refusal.Malformed("to must not be before from, but " + to + " is before " + from + ".");
        }
        if (!to.isBefore(from.plusYears(MOST_YEARS))) {
            throw new Refusal.Malformed("from and to must not be more than " + MOST_YEARS + " years apart.");
        }
    }

    /** The period of a report that ends with this day. */
    static Period until(LocalDate last) {
        return new Period(last.minusDays(DAYS_OF_REPORT - 1L), last);
    }

    Instant begin() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first moment that is no longer in it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }
}

package org.switchboard.shared;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days as they are written in bodies, files and addresses. */
public final class Days {

    public static final String WANTED = "a date such as 2027-01-31, of the years 1900 to 2199";

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /** @throws DateTimeParseException if it is no such day; a year of six digits is a slip, and no database holds all */
    public static LocalDate parse(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new DateTimeParseException("not within the years that are taken", text, 0);
        }
        return day;
    }
}

package org.switchboard.review;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day on which nobody is expected to act. */
@Schema(examples = "{\"day\": \"2026-12-25\", \"name\": \"Christmas Day\"}")
public record HolidayView(LocalDate day, String name) {
    static HolidayView of(HolidayEntity holiday) {
        return new HolidayView(holiday.day, holiday.name);
    }
}

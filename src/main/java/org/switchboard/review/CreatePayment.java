package org.switchboard.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * An amount that was committed or paid. Null marks are off because the validator says what is missing.
 *
 * @param usd whole US dollars; below zero to take an earlier entry back
 * @param on the day of it, not later than today
 */
@NullUnmarked
@Schema(examples = """
                {"kind": "PAID", "usd": 60000, "on": "2027-02-01", "note": "First instalment"}""")
public record CreatePayment(
        @NotNull PaymentKind kind,
        @NotNull Long usd,
        @NotNull LocalDate on,
        @Size(max = 1000) String note) {
    public CreatePayment {
        note = note == null ? "" : note;
    }
}

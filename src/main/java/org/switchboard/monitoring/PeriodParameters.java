package org.switchboard.monitoring;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Days;
import org.switchboard.shared.Refusal;

/** A period as it stands in the address. */
public class PeriodParameters {

    @QueryParam("from")
    @Parameter(
            description = "The first day, UTC. Left out: the 180th day back from the last, counting it",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(
            description = "The last day, UTC, which counts whole; within ten years of the first. Left out: today",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Nullable
    String to;

    /** Fails with status 400 where one of them is no day, or the two are no period. */
    Period period(LocalDate today) {
        LocalDate last = to == null ? today : day("to", to);
        return from == null ? Period.until(last) : new Period(day("from", from), last);
    }

    private static LocalDate day(String parameter, String value) {
        try {
            return Days.parse(value);
        } catch (DateTimeParseException e) {
            throw new Refusal.Malformed(parameter + " must be " + Days.WANTED + ", not '" + value + "'.");
        }
    }
}

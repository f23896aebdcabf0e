package org.switchboard.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An instrument as the API shows it; its name is its title, its short name is the usual English one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"number", "shortName", "name", "adopted", "place", "inForce", "depositaries"})
public record InstrumentView(
        int number,
        String shortName,
        String name,
        @Nullable Map<String, String> names,
        LocalDate adopted,
        String place,
        LocalDate inForce,
        List<String> depositaries) {

    static InstrumentView of(Instrument instrument, NamesQuery.Shown shown) {
        return new InstrumentView(
                instrument.number(),
                instrument.shortName(),
                shown.one(instrument.names()),
                shown.all(instrument.names()),
                instrument.adopted(),
                shown.one(instrument.place()),
                instrument.inForce(),
                instrument.depositaries());
    }
}

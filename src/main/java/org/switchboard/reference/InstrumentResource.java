package org.switchboard.reference;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The international instruments against terrorism. */
@Path("/api/v1/instruments")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Reference data")
public class InstrumentResource {

    private final ReferenceData data;
    private final AskedLanguage asked;
    private final CacheableAnswer answer;

    InstrumentResource(ReferenceData data, AskedLanguage asked, CacheableAnswer answer) {
        this.data = data;
        this.asked = asked;
        this.answer = answer;
    }

    @GET
    @Operation(operationId = "listInstruments", summary = "Instruments, by number", description = "For everyone.")
    @APIResponse(
            responseCode = "200",
            description = "The instruments, by number",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = InstrumentView.class),
                            examples = @ExampleObject(name = "instruments", value = """
                                                    [{"number": 5, "shortName": "Hostages Convention",
                                                      "name": "International Convention against the Taking of Hostages", "adopted": "1979-12-17",
                                                      "place": "New York", "inForce": "1983-06-03", "depositaries": ["UNSG"]}]
                                                    """)))
    @APIResponse(responseCode = "304", description = "The client's copy, named in If-None-Match, is still good")
    @APIResponse(responseCode = "400", description = "A parameter has none of its values")
    public Response list(@BeanParam NamesQuery names) {
        NamesQuery.Shown shown = names.shownIn(asked);
        return answer.of(data.instruments().stream()
                .map(instrument -> InstrumentView.of(instrument, shown))
                .toList());
    }
}

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

/** The kinds of assistance. */
@Path("/api/v1/kinds")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Reference data")
public class KindResource {

    private final ReferenceData data;
    private final AskedLanguage asked;
    private final CacheableAnswer answer;

    KindResource(ReferenceData data, AskedLanguage asked, CacheableAnswer answer) {
        this.data = data;
        this.asked = asked;
        this.answer = answer;
    }

    @GET
    @Operation(operationId = "listKinds", summary = "Kinds of assistance, by name", description = "For everyone.")
    @APIResponse(
            responseCode = "200",
            description = "The kinds, in the order of the language",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = KindView.class),
                            examples = @ExampleObject(name = "kinds", value = """
                                                    [{"code": "EQUIPMENT", "name": "Equipment"}]
                                                    """)))
    @APIResponse(responseCode = "304", description = "The client's copy, named in If-None-Match, is still good")
    @APIResponse(responseCode = "400", description = "A parameter has none of its values")
    public Response list(@BeanParam NamesQuery names) {
        NamesQuery.Shown shown = names.shownIn(asked);
        return answer.of(data.kinds(shown.language()).stream()
                .map(kind -> KindView.of(kind, shown))
                .toList());
    }
}

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

/** The M49 geography: regions, sub-regions and intermediate regions. */
@Path("/api/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Reference data")
public class RegionResource {

    private final ReferenceData data;
    private final AskedLanguage asked;
    private final CacheableAnswer answer;

    RegionResource(ReferenceData data, AskedLanguage asked, CacheableAnswer answer) {
        this.data = data;
        this.asked = asked;
        this.answer = answer;
    }

    @GET
    @Operation(operationId = "listRegions", summary = "Regions of all levels, by name", description = "For everyone.")
    @APIResponse(
            responseCode = "200",
            description = "The regions, in the order of the language",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RegionView.class),
                            examples = @ExampleObject(name = "regions", value = """
                                                    [{"code": "011", "level": "intermediate", "parent": "202", "name": "Western Africa"}]
                                                    """)))
    @APIResponse(responseCode = "304", description = "The client's copy, named in If-None-Match, is still good")
    @APIResponse(responseCode = "400", description = "A parameter has none of its values")
    public Response list(@BeanParam NamesQuery names) {
        NamesQuery.Shown shown = names.shownIn(asked);
        return answer.of(data.regions(shown.language()).stream()
                .map(region -> RegionView.of(region, shown))
                .toList());
    }
}

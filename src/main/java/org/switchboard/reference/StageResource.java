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

/** The stages. */
@Path("/api/v1/stages")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Reference data")
public class StageResource {

    private final ReferenceData data;
    private final AskedLanguage asked;
    private final CacheableAnswer answer;

    StageResource(ReferenceData data, AskedLanguage asked, CacheableAnswer answer) {
        this.data = data;
        this.asked = asked;
        this.answer = answer;
    }

    @GET
    @Operation(operationId = "listStages", summary = "Stages, in their usual order", description = "For everyone.")
    @APIResponse(
            responseCode = "200",
            description = "The stages, by position",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = StageView.class),
                            examples = @ExampleObject(name = "stages", value = """
                                                    [{"code": "A", "position": 1, "name": "Legislation",
                                                      "definition": "Focus on legislation covering all aspects of resolution 1373 (2001)"}]
                                                    """)))
    @APIResponse(responseCode = "304", description = "The client's copy, named in If-None-Match, is still good")
    @APIResponse(responseCode = "400", description = "A parameter has none of its values")
    public Response list(@BeanParam NamesQuery names) {
        NamesQuery.Shown shown = names.shownIn(asked);
        return answer.of(
                data.stages().stream().map(stage -> StageView.of(stage, shown)).toList());
    }
}

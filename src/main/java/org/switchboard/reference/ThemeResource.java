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

/** The thematic areas and their sub-areas. */
@Path("/api/v1/themes")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Reference data")
public class ThemeResource {

    private final ReferenceData data;
    private final AskedLanguage asked;
    private final CacheableAnswer answer;

    ThemeResource(ReferenceData data, AskedLanguage asked, CacheableAnswer answer) {
        this.data = data;
        this.asked = asked;
        this.answer = answer;
    }

    @GET
    @Operation(
            operationId = "listThemes",
            summary = "Thematic areas with their sub-areas, by name",
            description = "For everyone.")
    @APIResponse(
            responseCode = "200",
            description = "The areas, each with its sub-areas, both in the order of the language",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ThemeView.class),
                            examples = @ExampleObject(name = "themes", value = """
                                                    [{"code": "CUS", "name": "Customs law and practice", "stages": ["B"],
                                                      "subareas": [{"code": "CUS.TRD", "name": "Strategic trade controls", "stages": ["B"]}]}]
                                                    """)))
    @APIResponse(responseCode = "304", description = "The client's copy, named in If-None-Match, is still good")
    @APIResponse(responseCode = "400", description = "A parameter has none of its values")
    public Response list(@BeanParam NamesQuery names) {
        NamesQuery.Shown shown = names.shownIn(asked);
        return answer.of(data.areas(shown.language()).stream()
                .map(area -> ThemeView.of(area, data.subareas(area.code(), shown.language()), shown))
                .toList());
    }
}

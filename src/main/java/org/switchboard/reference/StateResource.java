package org.switchboard.reference;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The States. */
@Path("/api/v1/states")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(
        name = "Reference data",
        description = "States, regions, themes, kinds, stages and instruments, named in six languages")
public class StateResource {

    private final ReferenceData data;
    private final AskedLanguage asked;
    private final CacheableAnswer answer;

    StateResource(ReferenceData data, AskedLanguage asked, CacheableAnswer answer) {
        this.data = data;
        this.asked = asked;
        this.answer = answer;
    }

    @GET
    @Operation(operationId = "listStates", summary = "States, by name", description = "For everyone.")
    @APIResponse(
            responseCode = "200",
            description = "The States that pass the filters, in the order of the language",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = StateView.class),
                            examples = @ExampleObject(name = "states", value = """
                                                    [{"iso3": "SEN", "iso2": "SN", "m49": "686", "name": "Senegal", "status": "member",
                                                      "region": "002", "subregion": "202", "intermediate": "011", "group": "AFRICAN",
                                                      "ldc": true, "lldc": false, "sids": false, "languages": ["fr"]}]
                                                    """)))
    @APIResponse(responseCode = "304", description = "The client's copy, named in If-None-Match, is still good")
    @APIResponse(responseCode = "400", description = "A parameter has none of its values")
    public Response list(@BeanParam StateQuery query, @BeanParam NamesQuery names) {
        NamesQuery.Shown shown = names.shownIn(asked);
        return answer.of(data.states(shown.language()).stream()
                .filter(query.in(data))
                .map(state -> StateView.of(state, shown))
                .toList());
    }

    @GET
    @Path("/{iso3}")
    @Operation(operationId = "getState", summary = "One State", description = "For everyone.")
    @APIResponse(
            responseCode = "200",
            description = "The State",
            content =
                    @Content(
                            schema = @Schema(implementation = StateView.class),
                            examples = @ExampleObject(name = "state", value = """
                                                    {"iso3": "SEN", "iso2": "SN", "m49": "686", "name": "Senegal", "status": "member",
                                                     "region": "002", "subregion": "202", "intermediate": "011", "group": "AFRICAN",
                                                     "ldc": true, "lldc": false, "sids": false, "languages": ["fr"]}
                                                    """)))
    @APIResponse(responseCode = "304", description = "The client's copy, named in If-None-Match, is still good")
    @APIResponse(responseCode = "400", description = "A parameter has none of its values")
    @APIResponse(responseCode = "404", description = "No State has this code")
    public Response get(
            @PathParam("iso3") @Parameter(description = "ISO 3166-1 alpha-3", example = "SEN") String iso3,
            @BeanParam NamesQuery names) {
        NamesQuery.Shown shown = names.shownIn(asked);
        return data.state(iso3)
                .map(state -> answer.of(StateView.of(state, shown)))
                .orElseThrow(() -> HttpProblem.valueOf(Status.NOT_FOUND, "No State has the code " + iso3 + "."));
    }
}

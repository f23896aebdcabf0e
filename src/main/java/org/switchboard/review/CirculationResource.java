package org.switchboard.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Asking;
import org.switchboard.shared.Answers;
import org.switchboard.shared.Change;
import org.switchboard.shared.Created;
import org.switchboard.shared.Idempotency;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Reason;
import org.switchboard.shared.Roles;

@Path("/api/v1/circulations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Circulations")
public class CirculationResource {

    private final Circulations circulations;
    private final Idempotency idempotency;
    private final Asking asking;

    CirculationResource(Circulations circulations, Idempotency idempotency, Asking asking) {
        this.circulations = circulations;
        this.idempotency = idempotency;
        this.asking = asking;
    }

    @GET
    @RolesAllowed({Roles.EXPERT, Roles.COMMITTEE})
    @Operation(
            operationId = "listCirculations",
            summary = "Requests that are or were before the Committee, page by page")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = CirculationPage.class)))
    public Response list(
            @QueryParam("status") @Nullable CirculationStatus status,
            @QueryParam("limit") @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @Nullable String sort,
            @Context UriInfo uri) {
        return Answers.page(uri, circulations.list(asking.reader(), status, new PageRequest(limit, cursor, sort)));
    }

    @POST
    @RolesAllowed(Roles.EXPERT)
    @Operation(
            operationId = "createCirculation",
            summary = "Put the acknowledged needs of a request before the Committee")
    @APIResponse(
            responseCode = "201",
            description = "Before the Committee",
            content = @Content(schema = @Schema(implementation = CirculationView.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CreateCirculation circulation) {
        return idempotency.create(asking.caller(), "POST /circulations", key, circulation, () -> {
            CirculationView view = circulations.putBefore(asking.reader(), circulation);
            return new Created("/circulations/" + view.id(), view.version(), view);
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "getCirculation", summary = "One circulation")
    @APIResponse(
            responseCode = "200",
            description = "The circulation",
            content = @Content(schema = @Schema(implementation = CirculationView.class)))
    public Response get(@PathParam("id") UUID id, @Context Request http) {
        CirculationView view = circulations.get(asking.reader(), id);
        return Answers.item(http, view, view.version());
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "listCirculationChanges", summary = "Who said what of one circulation, oldest first")
    public List<Change> changes(@PathParam("id") UUID id) {
        return circulations.changes(asking.reader(), id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Roles.EXPERT)
    @Operation(operationId = "withdrawCirculation", summary = "Take a request back from the Committee")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = CirculationView.class)))
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        CirculationView view =
                circulations.withdraw(asking.reader(), id, Preconditions.version(ifMatch), reason.reason());
        return Answers.changed(view, view.version());
    }

    /** How a page of circulations looks, for the OpenAPI document. */
    @Schema(name = "CirculationPage")
    record CirculationPage(
            List<CirculationView> items, @Nullable String next) {}
}

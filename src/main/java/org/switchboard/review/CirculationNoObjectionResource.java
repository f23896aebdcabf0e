package org.switchboard.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Asking;
import org.switchboard.shared.Answers;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Reason;
import org.switchboard.shared.Roles;

@Path("/api/v1/circulations/{id}")
@RolesAllowed(Roles.COMMITTEE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Circulations",
        description = "Requests before the Committee, until its silence lets their needs be shown to providers")
public class CirculationNoObjectionResource {

    private final NoObjectionToCirculation noObjection;
    private final Asking asking;

    CirculationNoObjectionResource(NoObjectionToCirculation noObjection, Asking asking) {
        this.noObjection = noObjection;
        this.asking = asking;
    }

    @POST
    @Path("/passage")
    @Operation(operationId = "letCirculationPass", summary = "Say that your State has no objection")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = CirculationView.class)))
    public Response letPass(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return changed(noObjection.letPass(asking.reader(), id, Preconditions.version(ifMatch), reason.reason()));
    }

    @POST
    @Path("/hold")
    @Operation(operationId = "holdCirculation", summary = "Ask for time: the period stands still")
    @APIResponse(
            responseCode = "200",
            description = "Held",
            content = @Content(schema = @Schema(implementation = CirculationView.class)))
    public Response hold(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return changed(noObjection.hold(asking.reader(), id, Preconditions.version(ifMatch), reason.reason()));
    }

    @POST
    @Path("/hold-release")
    @Operation(operationId = "releaseCirculation", summary = "Need time no longer: the period goes on")
    @APIResponse(
            responseCode = "200",
            description = "Released",
            content = @Content(schema = @Schema(implementation = CirculationView.class)))
    public Response release(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return changed(noObjection.release(asking.reader(), id, Preconditions.version(ifMatch), reason.reason()));
    }

    @POST
    @Path("/extension")
    @Operation(operationId = "extendCirculation", summary = "Prolong the period, as far as the policy allows")
    @APIResponse(
            responseCode = "200",
            description = "Prolonged",
            content = @Content(schema = @Schema(implementation = CirculationView.class)))
    public Response extend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Extension extension) {
        return changed(noObjection.extend(
                asking.reader(), id, Preconditions.version(ifMatch), extension.days(), extension.reason()));
    }

    @POST
    @Path("/objections")
    @Operation(
            operationId = "objectToCirculation",
            summary = "Object: the needs are not shown to providers, and go back to the experts")
    @APIResponse(
            responseCode = "200",
            description = "Objected to",
            content = @Content(schema = @Schema(implementation = CirculationView.class)))
    public Response object(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return changed(noObjection.object(asking.reader(), id, Preconditions.version(ifMatch), reason.reason()));
    }

    private static Response changed(CirculationView view) {
        return Answers.changed(view, view.version());
    }
}

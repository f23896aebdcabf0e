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

@Path("/api/v1/proposals/{id}")
@RolesAllowed(Roles.COMMITTEE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "No-objection",
        description = "What members of the Committee do with proposals before them; silence lets pass")
public class NoObjectionResource {

    private final NoObjection noObjection;
    private final Asking asking;

    NoObjectionResource(NoObjection noObjection, Asking asking) {
        this.noObjection = noObjection;
        this.asking = asking;
    }

    @POST
    @Path("/passage")
    @Operation(operationId = "letProposalPass", summary = "Say that your State has no objection")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response letPass(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return changed(noObjection.letPass(asking.reader(), id, Preconditions.version(ifMatch), reason.reason()));
    }

    @POST
    @Path("/hold")
    @Operation(operationId = "holdProposal", summary = "Ask for time: the period stands still")
    @APIResponse(
            responseCode = "200",
            description = "Held",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response hold(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return changed(noObjection.hold(asking.reader(), id, Preconditions.version(ifMatch), reason.reason()));
    }

    @POST
    @Path("/hold-release")
    @Operation(operationId = "releaseProposal", summary = "Need time no longer: the period goes on")
    @APIResponse(
            responseCode = "200",
            description = "Released",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response release(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return changed(noObjection.release(asking.reader(), id, Preconditions.version(ifMatch), reason.reason()));
    }

    @POST
    @Path("/extension")
    @Operation(operationId = "extendProposal", summary = "Prolong the period, as far as the policy allows")
    @APIResponse(
            responseCode = "200",
            description = "Prolonged",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response extend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Extension extension) {
        return changed(noObjection.extend(
                asking.reader(), id, Preconditions.version(ifMatch), extension.days(), extension.reason()));
    }

    @POST
    @Path("/objections")
    @Operation(operationId = "objectToProposal", summary = "Object: the proposal ends and goes back to the experts")
    @APIResponse(
            responseCode = "200",
            description = "Objected to",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response object(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return changed(noObjection.object(asking.reader(), id, Preconditions.version(ifMatch), reason.reason()));
    }

    private static Response changed(ProposalView view) {
        return Answers.changed(view, view.version());
    }
}

package org.switchboard.need;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Answers;
import org.switchboard.shared.Change;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Reason;
import org.switchboard.shared.Roles;

@Path("/api/v1/needs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Needs", description = "What States ask for, one costed item each")
public class NeedResource {

    private final Needs needs;
    private final Intake intake;
    private final ReferenceData reference;
    private final Asking asking;

    NeedResource(Needs needs, Intake intake, ReferenceData reference, Asking asking) {
        this.needs = needs;
        this.intake = intake;
        this.reference = reference;
        this.asking = asking;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listNeeds", summary = "Needs, filtered, page by page")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = NeedPage.class)))
    public Response list(
            @BeanParam NeedQuery query,
            @QueryParam("limit") @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @Nullable String sort,
            @Context UriInfo uri) {
        return Answers.page(
                uri, needs.list(asking.reader(), query.filter(reference), new PageRequest(limit, cursor, sort)));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getNeed", summary = "One need")
    @APIResponse(
            responseCode = "200",
            description = "The need",
            content = @Content(schema = @Schema(implementation = SeenNeed.class)))
    public Response get(@PathParam("id") UUID id, @Context Request http) {
        SeenNeed view = needs.get(asking.reader(), id);
        return Answers.item(http, view, view.tag());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.EXPERT})
    @Operation(operationId = "changeNeed", summary = "Change what is asked, until it is matched")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NeedContent content) {
        NeedView view = needs.change(asking.reader(), id, Preconditions.version(ifMatch), content);
        return Answers.changed(view, view.version());
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "listNeedChanges", summary = "The record of changes of one need, oldest first")
    public List<Change> changes(@PathParam("id") UUID id) {
        return needs.changes(asking.reader(), id);
    }

    @GET
    @Path("/{id}/completeness")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "getNeedCompleteness", summary = "What a need does not say yet and should, and why")
    @APIResponse(
            responseCode = "200",
            description = "What is missing; it may be submitted all the same",
            content = @Content(schema = @Schema(implementation = Completeness.class)))
    public Response completeness(@PathParam("id") UUID id, @Context Request http) {
        Completeness view = intake.completeness(asking.reader(), id);
        return Answers.item(http, view, Preconditions.tagOfContent(view));
    }

    @GET
    @Path("/{id}/similar")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.EXPERT})
    @Operation(
            operationId = "listSimilarNeeds",
            summary = "Needs of the same State that may be the same, with those that were helped already")
    public List<SimilarNeed> similar(@PathParam("id") UUID id) {
        return intake.similar(asking.reader(), id);
    }

    @POST
    @Path("/{id}/submission")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.EXPERT})
    @Operation(operationId = "submitNeed", summary = "Submit a draft, or a need that came back completed")
    @APIResponse(
            responseCode = "200",
            description = "Submitted",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response submit(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return move(id, ifMatch, NeedStatus.SUBMITTED, "submitted");
    }

    @POST
    @Path("/{id}/acknowledgement")
    @RolesAllowed(Roles.EXPERT)
    @Operation(operationId = "acknowledgeNeed", summary = "Acknowledge a submitted need as authentic")
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response acknowledge(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return move(id, ifMatch, NeedStatus.ACKNOWLEDGED, "acknowledged");
    }

    @POST
    @Path("/{id}/opening")
    @RolesAllowed(Roles.EXPERT)
    @Operation(operationId = "openNeed", summary = "Open an acknowledged need for matching")
    @APIResponse(
            responseCode = "200",
            description = "Open",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response open(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return move(id, ifMatch, NeedStatus.OPEN, "opened for matching");
    }

    @POST
    @Path("/{id}/verification")
    @RolesAllowed(Roles.EXPERT)
    @Operation(
            operationId = "verifyNeed",
            summary = "Record the priority and the stage that the experts find a need to have")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response verify(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Verification found) {
        NeedView view = needs.verify(asking.reader(), id, Preconditions.version(ifMatch), found);
        return Answers.changed(view, view.version());
    }

    @POST
    @Path("/{id}/return")
    @RolesAllowed(Roles.EXPERT)
    @Operation(operationId = "returnNeed", summary = "Return a submitted need to its State for completion")
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response giveBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return move(id, ifMatch, NeedStatus.RETURNED, reason.reason());
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.EXPERT})
    @Operation(operationId = "withdrawNeed", summary = "Withdraw a need")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return move(id, ifMatch, NeedStatus.WITHDRAWN, reason.reason());
    }

    @PUT
    @Path("/{id}/releases/{provider}")
    @RolesAllowed(Roles.FOCAL_POINT)
    @Operation(operationId = "releaseNeed", summary = "Let a provider see a need whatever its audience")
    @APIResponse(
            responseCode = "200",
            description = "Released",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response release(
            @PathParam("id") UUID id, @PathParam("provider") @NotBlank @Size(max = 40) String provider) {
        NeedView view = needs.release(asking.reader(), id, provider, true);
        return Answers.changed(view, view.version());
    }

    @DELETE
    @Path("/{id}/releases/{provider}")
    @RolesAllowed(Roles.FOCAL_POINT)
    @Operation(operationId = "revokeRelease", summary = "Hide a need again from a provider to whom it was released")
    @APIResponse(
            responseCode = "200",
            description = "Revoked",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response revoke(@PathParam("id") UUID id, @PathParam("provider") @NotBlank @Size(max = 40) String provider) {
        NeedView view = needs.release(asking.reader(), id, provider, false);
        return Answers.changed(view, view.version());
    }

    private Response move(UUID id, @Nullable String ifMatch, NeedStatus to, String why) {
        NeedView view = needs.move(asking.reader(), id, Preconditions.version(ifMatch), to, why);
        return Answers.changed(view, view.version());
    }

    /** How a page of needs looks, for the OpenAPI document. */
    @Schema(name = "NeedPage")
    record NeedPage(List<SeenNeed> items, @Nullable String next) {}
}

package org.switchboard.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.switchboard.access.Reader;
import org.switchboard.shared.Answers;
import org.switchboard.shared.Change;
import org.switchboard.shared.Created;
import org.switchboard.shared.Idempotency;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Reason;
import org.switchboard.shared.Roles;

@Path("/api/v1/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Proposals", description = "One offer for one need, on its way from a plan to help delivered")
public class ProposalResource {

    private final Proposals proposals;
    private final PuttingForward puttingForward;
    private final Consents consents;
    private final Idempotency idempotency;
    private final Asking asking;

    ProposalResource(
            Proposals proposals,
            PuttingForward puttingForward,
            Consents consents,
            Idempotency idempotency,
            Asking asking) {
        this.proposals = proposals;
        this.puttingForward = puttingForward;
        this.consents = consents;
        this.idempotency = idempotency;
        this.asking = asking;
    }

    @GET
    @RolesAllowed({Roles.FOCAL_POINT, Roles.PROVIDER, Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "listProposals", summary = "Proposals, filtered, page by page")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ProposalPage.class)))
    public Response list(
            @BeanParam ProposalQuery query,
            @QueryParam("limit") @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @Nullable String sort,
            @Context UriInfo uri) {
        Reader reader = asking.reader();
        return Answers.page(
                uri, proposals.list(reader, query.filter(reader.isConfidant()), new PageRequest(limit, cursor, sort)));
    }

    @POST
    @RolesAllowed(Roles.EXPERT)
    @Operation(operationId = "createProposal", summary = "Put one offer forward for one need that no plan has")
    @APIResponse(
            responseCode = "201",
            description = "Put forward",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid PutForward.AddedRow row) {
        return idempotency.create(
                asking.caller(), "POST /proposals", key, row, () -> created(puttingForward.add(asking.reader(), row)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.PROVIDER, Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "getProposal", summary = "One proposal")
    @APIResponse(
            responseCode = "200",
            description = "The proposal",
            content = @Content(schema = @Schema(implementation = SeenProposal.class)))
    public Response get(@PathParam("id") UUID id, @Context Request http) {
        SeenProposal view = proposals.get(asking.reader(), id);
        return Answers.item(http, view, view.version());
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "listProposalChanges", summary = "The record of changes of one proposal, oldest first")
    public List<Change> changes(@PathParam("id") UUID id) {
        return proposals.changes(asking.reader(), id);
    }

    @POST
    @Path("/{id}/consents")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.PROVIDER})
    @Operation(operationId = "consent", summary = "Say yes, for the side that is asked")
    @APIResponse(
            responseCode = "200",
            description = "Consented",
            content = @Content(schema = @Schema(implementation = SeenProposal.class)))
    public Response consent(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Consent consent) {
        return changed(consents.consent(asking.reader(), id, Preconditions.version(ifMatch), consent));
    }

    @POST
    @Path("/{id}/refusal")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.PROVIDER})
    @Operation(
            operationId = "declineProposal",
            summary = "Say no, for the side that is asked; plans do not suggest the provider for the need again")
    @APIResponse(
            responseCode = "200",
            description = "Declined",
            content = @Content(schema = @Schema(implementation = SeenProposal.class)))
    public Response decline(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return changed(consents.decline(asking.reader(), id, Preconditions.version(ifMatch), reason.reason()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Roles.EXPERT)
    @Operation(operationId = "withdrawProposal", summary = "Take a proposal back, until help is delivered")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return changed(proposals.withdraw(asking.reader(), id, Preconditions.version(ifMatch), reason.reason()));
    }

    @GET
    @Path("/{id}/alternatives")
    @RolesAllowed(Roles.EXPERT)
    @Operation(
            operationId = "listAlternatives",
            summary = "Offers that could be put forward instead, after a proposal came to nothing, the best fit first")
    public List<PutForwardView.Alternative> alternatives(
            @PathParam("id") UUID id, @QueryParam("limit") @DefaultValue("5") @Min(1) @Max(20) int limit) {
        return puttingForward.alternatives(asking.reader(), id, limit);
    }

    @POST
    @Path("/{id}/next-best")
    @RolesAllowed(Roles.EXPERT)
    @Operation(
            operationId = "putForwardNextBest",
            summary = "Put the next best offer forward, after one came to nothing")
    @APIResponse(
            responseCode = "201",
            description = "Put forward",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response nextBest(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.create(
                asking.caller(),
                "POST /proposals/" + id + "/next-best",
                key,
                "",
                () -> created(puttingForward.nextBest(asking.reader(), id)));
    }

    @POST
    @Path("/{id}/readmission")
    @RolesAllowed(Roles.EXPERT)
    @Operation(
            operationId = "liftBan",
            summary = "Let plans suggest the provider for the need again although one side said no")
    @APIResponse(
            responseCode = "200",
            description = "It may be suggested again",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response liftBan(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return changed(proposals.liftBan(asking.reader(), id, Preconditions.version(ifMatch), reason.reason()));
    }

    private static Response changed(SeenProposal view) {
        return Answers.changed(view, view.version());
    }

    private static Created created(ProposalView view) {
        return new Created("/proposals/" + view.id(), view.version(), view);
    }

    /** How a page of proposals looks, for the OpenAPI document. */
    @Schema(name = "ProposalPage")
    record ProposalPage(List<SeenProposal> items, @Nullable String next) {}
}

package org.switchboard.offer;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.switchboard.shared.Answers;
import org.switchboard.shared.Change;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Reason;
import org.switchboard.shared.Roles;

@Path("/api/v1/offers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Offers", description = "Programmes that providers hold ready")
public class OfferResource {

    private final Offers offers;
    private final Asking asking;

    OfferResource(Offers offers, Asking asking) {
        this.offers = offers;
        this.asking = asking;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listOffers", summary = "Offers, filtered, page by page")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = OfferPage.class)))
    public Response list(
            @BeanParam OfferQuery query,
            @QueryParam("limit") @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @Nullable String sort,
            @Context UriInfo uri) {
        return Answers.page(uri, offers.list(asking.reader(), query.filter(), new PageRequest(limit, cursor, sort)));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getOffer", summary = "One offer")
    @APIResponse(
            responseCode = "200",
            description = "The offer",
            content = @Content(schema = @Schema(implementation = SeenOffer.class)))
    public Response get(@PathParam("id") UUID id, @Context Request http) {
        SeenOffer view = offers.get(asking.reader(), id);
        return Answers.item(http, view, view.tag());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.PROVIDER, Roles.EXPERT})
    @Operation(operationId = "changeOffer", summary = "Change what is offered")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid OfferContent content) {
        OfferView view = offers.change(asking.reader(), id, Preconditions.version(ifMatch), content);
        return Answers.changed(view, view.version());
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({Roles.PROVIDER, Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "listOfferChanges", summary = "The record of changes of one offer, oldest first")
    public List<Change> changes(@PathParam("id") UUID id) {
        return offers.changes(asking.reader(), id);
    }

    @POST
    @Path("/{id}/registration")
    @RolesAllowed({Roles.PROVIDER, Roles.EXPERT})
    @Operation(operationId = "registerOffer", summary = "Register a draft")
    @APIResponse(
            responseCode = "200",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response register(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return move(id, ifMatch, OfferStatus.REGISTERED, "registered");
    }

    @POST
    @Path("/{id}/activation")
    @RolesAllowed({Roles.PROVIDER, Roles.EXPERT})
    @Operation(operationId = "activateOffer", summary = "Open a registered, suspended or exhausted offer for matching")
    @APIResponse(
            responseCode = "200",
            description = "Active",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response activate(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return move(id, ifMatch, OfferStatus.ACTIVE, "opened for matching");
    }

    @POST
    @Path("/{id}/suspension")
    @RolesAllowed({Roles.PROVIDER, Roles.EXPERT})
    @Operation(operationId = "suspendOffer", summary = "Take an active offer out of matching for a while")
    @APIResponse(
            responseCode = "200",
            description = "Suspended",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response suspend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return move(id, ifMatch, OfferStatus.SUSPENDED, reason.reason());
    }

    @POST
    @Path("/{id}/closure")
    @RolesAllowed({Roles.PROVIDER, Roles.EXPERT})
    @Operation(operationId = "closeOffer", summary = "Close an offer for good")
    @APIResponse(
            responseCode = "200",
            description = "Closed",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response close(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return move(id, ifMatch, OfferStatus.CLOSED, reason.reason());
    }

    private Response move(UUID id, @Nullable String ifMatch, OfferStatus to, String why) {
        OfferView view = offers.move(asking.reader(), id, Preconditions.version(ifMatch), to, why);
        return Answers.changed(view, view.version());
    }

    /** How a page of offers looks, for the OpenAPI document. */
    @Schema(name = "OfferPage")
    record OfferPage(List<SeenOffer> items, @Nullable String next) {}
}

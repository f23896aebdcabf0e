package org.switchboard.offer;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.switchboard.shared.Roles;

@Path("/api/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Providers", description = "Who gives assistance, and the offers that each makes")
public class ProviderResource {

    private final Providers providers;
    private final Offers offers;
    private final Idempotency idempotency;
    private final Asking asking;

    ProviderResource(Providers providers, Offers offers, Idempotency idempotency, Asking asking) {
        this.providers = providers;
        this.offers = offers;
        this.idempotency = idempotency;
        this.asking = asking;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listProviders", summary = "Providers, page by page")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ProviderPage.class)))
    public Response list(
            @QueryParam("limit") @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @Nullable String sort,
            @Context UriInfo uri) {
        return Answers.page(uri, providers.list(asking.reader(), new PageRequest(limit, cursor, sort)));
    }

    @POST
    @RolesAllowed(Roles.EXPERT)
    @Operation(operationId = "createProvider", summary = "Add a provider")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CreateProvider provider) {
        return idempotency.create(asking.caller(), "POST /providers", key, provider, () -> {
            ProviderView view = providers.create(asking.reader(), provider);
            return new Created("/providers/" + view.code(), view.version(), view);
        });
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getProvider", summary = "One provider")
    @APIResponse(
            responseCode = "200",
            description = "The provider",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    public Response get(@PathParam("code") String code, @Context Request http) {
        ProviderView view = providers.get(asking.reader(), code);
        return Answers.item(http, view, view.version());
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed({Roles.PROVIDER, Roles.EXPERT})
    @Operation(operationId = "changeProvider", summary = "Change what a provider says about itself")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    public Response change(
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ProviderContent content) {
        ProviderView view = providers.change(asking.reader(), code, Preconditions.version(ifMatch), content);
        return Answers.changed(view, view.version());
    }

    @GET
    @Path("/{code}/changes")
    @RolesAllowed({Roles.PROVIDER, Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "listProviderChanges", summary = "The record of changes of one provider, oldest first")
    public List<Change> changes(@PathParam("code") String code) {
        return providers.changes(asking.reader(), code);
    }

    @POST
    @Path("/{code}/offers")
    @RolesAllowed({Roles.PROVIDER, Roles.EXPERT})
    @Operation(operationId = "createOffer", summary = "Add an offer of the provider, as a draft")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response addOffer(
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid OfferContent content) {
        return idempotency.create(asking.caller(), "POST /providers/" + code + "/offers", key, content, () -> {
            OfferView view = offers.create(asking.reader(), code, content);
            return new Created("/offers/" + view.id(), view.version(), view);
        });
    }

    /** How a page of providers looks, for the OpenAPI document. */
    @Schema(name = "ProviderPage")
    record ProviderPage(List<ProviderView> items, @Nullable String next) {}
}

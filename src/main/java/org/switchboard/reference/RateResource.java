package org.switchboard.reference;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Answers;
import org.switchboard.shared.Created;
import org.switchboard.shared.Idempotency;
import org.switchboard.shared.Roles;

@Path("/api/v1/rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates", description = "Dated exchange rates, by which amounts become US dollars")
public class RateResource {

    private final Rates rates;
    private final Idempotency idempotency;
    private final SecurityIdentity asking;

    RateResource(Rates rates, Idempotency idempotency, SecurityIdentity asking) {
        this.rates = rates;
        this.asking = asking;
        this.idempotency = idempotency;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listRates", summary = "All rates, by currency and day")
    public List<RateView> list() {
        return rates.list();
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getRate", summary = "One rate")
    @APIResponse(
            responseCode = "200",
            description = "The rate",
            content = @Content(schema = @Schema(implementation = RateView.class)))
    public Response get(@PathParam("id") UUID id, @Context Request http) {
        return Answers.item(http, rates.get(id), 0);
    }

    @POST
    @RolesAllowed({Roles.EXPERT, Roles.ADMINISTRATOR})
    @Operation(operationId = "createRate", summary = "Add a rate that holds from a day on")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = RateView.class)))
    public Response add(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CreateRate rate) {
        String who = asking.getPrincipal().getName();
        return idempotency.create(who, "POST /rates", key, rate, () -> {
            RateView view = rates.add(who, rate);
            return new Created("/rates/" + view.id(), 0, view);
        });
    }
}

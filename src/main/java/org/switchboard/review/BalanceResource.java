package org.switchboard.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.switchboard.access.Asking;
import org.switchboard.shared.Roles;

@Path("/api/v1/offers/{id}/balance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delivery")
public class BalanceResource {

    private final Balances balances;
    private final Asking asking;

    BalanceResource(Balances balances, Asking asking) {
        this.balances = balances;
        this.asking = asking;
    }

    @GET
    @RolesAllowed({Roles.PROVIDER, Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "getBalance", summary = "What is left of an offer: put forward, agreed, committed, paid")
    public BalanceView get(@PathParam("id") UUID id) {
        return balances.of(asking.reader(), id);
    }
}

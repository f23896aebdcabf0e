package org.switchboard.access.account;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.switchboard.shared.Preconditions;

@Path("/api/v1/first-administrator")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class FirstAdministratorResource {

    private final FirstAdministrator first;

    FirstAdministratorResource(FirstAdministrator first) {
        this.first = first;
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "createFirstAdministrator",
            summary = "Make the first administrator of a new service, with the token from its log")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response create(@NotNull @Valid FirstAdministratorContent asked) {
        AccountView account = first.create(asked);
        return Response.created(URI.create("/api/v1/accounts/" + account.id()))
                .tag(Preconditions.tag(account.version()))
                .entity(account)
                .build();
    }
}

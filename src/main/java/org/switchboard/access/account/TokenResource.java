package org.switchboard.access.account;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.switchboard.shared.Preconditions;

@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Tokens", description = "What one's own programs sign in with: Authorization: Bearer sb_…")
public class TokenResource {

    private final Tokens tokens;
    private final Present present;

    TokenResource(Tokens tokens, Present present) {
        this.tokens = tokens;
        this.present = present;
    }

    @GET
    @Operation(operationId = "listTokens", summary = "One's own API tokens, newest first")
    public List<TokenView> list() {
        present.session();
        return tokens.list(present.person(), present.person().account());
    }

    @POST
    @Operation(operationId = "createToken", summary = "Make an API token; its value is shown this once")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = NewTokenView.class)))
    public Response create(@NotNull @Valid TokenContent asked) {
        present.session();
        NewTokenView made = tokens.create(present.person(), asked);
        return Response.created(URI.create("/api/v1/tokens/" + made.token().id()))
                .tag(Preconditions.tag(0))
                .entity(made)
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "revokeToken", summary = "Revoke one of one's own API tokens")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@PathParam("id") UUID id) {
        present.session();
        tokens.revoke(present.person(), present.person().account(), id);
    }
}

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
import org.switchboard.shared.Created;
import org.switchboard.shared.Idempotency;
import org.switchboard.shared.Roles;

@Path("/api/v1/runs/{id}/putting-forward")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Proposals")
public class PuttingForwardResource {

    private final PuttingForward puttingForward;
    private final Idempotency idempotency;
    private final Asking asking;

    PuttingForwardResource(PuttingForward puttingForward, Idempotency idempotency, Asking asking) {
        this.puttingForward = puttingForward;
        this.idempotency = idempotency;
        this.asking = asking;
    }

    @POST
    @RolesAllowed(Roles.EXPERT)
    @Operation(
            operationId = "putPlanForward",
            summary = "Make proposals of a plan, or of what an expert would have of it")
    @APIResponse(
            responseCode = "200",
            description = "What was put forward, and what was held back and why",
            content = @Content(schema = @Schema(implementation = PutForwardView.class)))
    public Response putForward(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid PutForward asked) {
        return idempotency.create(
                asking.caller(),
                "POST /runs/" + id + "/putting-forward",
                key,
                asked,
                () -> Created.many(puttingForward.plan(asking.reader(), id, asked)));
    }
}

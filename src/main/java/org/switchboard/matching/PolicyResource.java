package org.switchboard.matching;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Asking;
import org.switchboard.shared.Answers;
import org.switchboard.shared.Created;
import org.switchboard.shared.Idempotency;
import org.switchboard.shared.Roles;

@Path("/api/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "By what needs and offers are weighed: versions, the last of which is in force")
public class PolicyResource {

    private final Policies policies;
    private final Idempotency idempotency;
    private final Asking asking;

    PolicyResource(Policies policies, Idempotency idempotency, Asking asking) {
        this.policies = policies;
        this.idempotency = idempotency;
        this.asking = asking;
    }

    @GET
    @RolesAllowed({Roles.EXPERT, Roles.COMMITTEE, Roles.ADMINISTRATOR})
    @Operation(operationId = "listPolicies", summary = "All versions of the policy, the one in force first")
    public List<PolicyView> list() {
        return policies.list(asking.reader());
    }

    @GET
    @Path("/{version}")
    @RolesAllowed({Roles.EXPERT, Roles.COMMITTEE, Roles.ADMINISTRATOR})
    @Operation(operationId = "getPolicy", summary = "One version of the policy")
    @APIResponse(
            responseCode = "200",
            description = "The policy",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    public Response get(@PathParam("version") int version, @Context Request http) {
        PolicyView view = policies.get(asking.reader(), version);
        return Answers.item(http, view, version);
    }

    @POST
    @RolesAllowed({Roles.EXPERT, Roles.ADMINISTRATOR})
    @Operation(operationId = "createPolicy", summary = "Put a new version of the policy in force")
    @APIResponse(
            responseCode = "201",
            description = "In force",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CreatePolicy policy) {
        return idempotency.create(asking.caller(), "POST /policies", key, policy, () -> {
            PolicyView view = policies.create(asking.reader(), policy);
            return new Created("/policies/" + view.version(), view.version(), view);
        });
    }
}

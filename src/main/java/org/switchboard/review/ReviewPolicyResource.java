package org.switchboard.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

@Path("/api/v1/review-policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Review policies",
        description = "Terms within which people decide: versions, the last of which is in force")
public class ReviewPolicyResource {

    private final ReviewPolicies policies;
    private final Idempotency idempotency;
    private final Asking asking;

    ReviewPolicyResource(ReviewPolicies policies, Idempotency idempotency, Asking asking) {
        this.policies = policies;
        this.idempotency = idempotency;
        this.asking = asking;
    }

    @GET
    @RolesAllowed({Roles.FOCAL_POINT, Roles.PROVIDER, Roles.EXPERT, Roles.COMMITTEE, Roles.ADMINISTRATOR})
    @Operation(operationId = "listReviewPolicies", summary = "All versions of the terms, those in force first")
    public List<ReviewPolicyView> list() {
        return policies.list(asking.reader());
    }

    @POST
    @RolesAllowed(Roles.EXPERT)
    @Operation(operationId = "createReviewPolicy", summary = "Put other terms in force")
    @APIResponse(
            responseCode = "201",
            description = "In force",
            content = @Content(schema = @Schema(implementation = ReviewPolicyView.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CreateReviewPolicy policy) {
        return idempotency.create(asking.caller(), "POST /review-policies", key, policy, () -> {
            ReviewPolicyView view = policies.create(asking.reader(), policy);
            return new Created("/review-policies", view.version(), view);
        });
    }
}

package org.switchboard.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

@Path("/api/v1/due-diligence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Due diligence", description = "What was found about human rights before a provider helps with a need")
public class FindingResource {

    private final Findings findings;
    private final Idempotency idempotency;
    private final Asking asking;

    FindingResource(Findings findings, Idempotency idempotency, Asking asking) {
        this.findings = findings;
        this.idempotency = idempotency;
        this.asking = asking;
    }

    @GET
    @RolesAllowed({Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "listFindings", summary = "All findings, or those on one need, oldest first")
    public List<FindingView> list(@QueryParam("need") @Nullable UUID need) {
        return findings.list(asking.reader(), need);
    }

    @POST
    @RolesAllowed(Roles.EXPERT)
    @Operation(operationId = "createFinding", summary = "Record a finding; the last one counts")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = FindingView.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CreateFinding finding) {
        return idempotency.create(asking.caller(), "POST /due-diligence", key, finding, () -> {
            FindingView view = findings.add(asking.reader(), finding);
            return new Created("/due-diligence?need=" + view.need(), 0, view);
        });
    }
}

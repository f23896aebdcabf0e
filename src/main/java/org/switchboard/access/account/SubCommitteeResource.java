package org.switchboard.access.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Roles;

@Path("/api/v1/sub-committees")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.EXPERT, Roles.ADMINISTRATOR})
@Tag(name = "Sub-committees", description = "Groups of committee accounts; kept by experts and administrators")
public class SubCommitteeResource {

    private final SubCommittees groups;
    private final Idempotency idempotency;
    private final Present present;

    SubCommitteeResource(SubCommittees groups, Idempotency idempotency, Present present) {
        this.groups = groups;
        this.idempotency = idempotency;
        this.present = present;
    }

    @GET
    @RolesAllowed({Roles.EXPERT, Roles.COMMITTEE, Roles.ADMINISTRATOR})
    @Operation(operationId = "listSubCommittees", summary = "All sub-committees, by name")
    public List<SubCommitteeView> list() {
        return groups.list(present.person());
    }

    @POST
    @Operation(operationId = "createSubCommittee", summary = "Add a sub-committee")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = SubCommitteeView.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid SubCommitteeContent content) {
        return idempotency.create(present.person().email(), "POST /sub-committees", key, content, () -> {
            SubCommitteeView view = groups.create(present.person(), content);
            return new Created("/sub-committees/" + view.id(), view.version(), view);
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.EXPERT, Roles.COMMITTEE, Roles.ADMINISTRATOR})
    @Operation(operationId = "getSubCommittee", summary = "One sub-committee")
    @APIResponse(
            responseCode = "200",
            description = "The sub-committee",
            content = @Content(schema = @Schema(implementation = SubCommitteeView.class)))
    public Response get(@PathParam("id") UUID id, @Context Request http) {
        SubCommitteeView view = groups.get(present.person(), id);
        return Answers.item(http, view, view.version());
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeSubCommittee", summary = "Change the name and the members of a sub-committee")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = SubCommitteeView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid SubCommitteeContent content) {
        SubCommitteeView view = groups.change(present.person(), id, Preconditions.version(ifMatch), content);
        return Answers.changed(view, view.version());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeSubCommittee", summary = "Remove a sub-committee")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("id") UUID id) {
        groups.remove(present.person(), id);
    }
}

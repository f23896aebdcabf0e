package org.switchboard.access.account;

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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Answers;
import org.switchboard.shared.Change;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Reason;
import org.switchboard.shared.Roles;

/** Answers may hold links that let somebody in, so none is kept for an Idempotency-Key: an address is used once anyway. */
@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Accounts", description = "Who may sign in, and what each may do; kept by administrators")
public class AccountResource {

    private final Accounts accounts;
    private final Invitations invitations;
    private final Present present;

    AccountResource(Accounts accounts, Invitations invitations, Present present) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.present = present;
    }

    @GET
    @Operation(operationId = "listAccounts", summary = "Accounts, page by page")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = AccountPage.class)))
    public Response list(
            @QueryParam("status") @Nullable AccountStatus status,
            @QueryParam("limit") @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @Nullable String sort,
            @Context UriInfo uri) {
        return Answers.page(uri, accounts.list(present.person(), status, new PageRequest(limit, cursor, sort)));
    }

    @POST
    @Operation(operationId = "createAccount", summary = "Make an account and invite its person")
    @APIResponse(
            responseCode = "201",
            description = "Created; where the service sends no mail, with the link to hand over",
            content = @Content(schema = @Schema(implementation = InvitedView.class)))
    public Response create(@NotNull @Valid CreateAccount asked) {
        AccountView account = accounts.create(present.person(), asked);
        LinkView invitation = invitations.invite(present.person(), account.id());
        return Response.created(URI.create("/api/v1/accounts/" + account.id()))
                .tag(Preconditions.tag(account.version()))
                .entity(new InvitedView(account, invitation))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAccount", summary = "One account")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response get(@PathParam("id") UUID id, @Context Request http) {
        AccountView view = accounts.get(present.person(), id);
        return Answers.item(http, view, view.version());
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeAccount", summary = "Change the name, the language and the rights of an account")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AccountContent content) {
        AccountView view = accounts.change(present.person(), id, Preconditions.version(ifMatch), content);
        return Answers.changed(view, view.version());
    }

    @GET
    @Path("/{id}/changes")
    @Operation(operationId = "listAccountChanges", summary = "The record of changes of one account, oldest first")
    public List<Change> changes(@PathParam("id") UUID id) {
        return accounts.changes(present.person(), id);
    }

    @POST
    @Path("/{id}/deactivation")
    @Operation(
            operationId = "deactivateAccount",
            summary = "Shut an account at once: its sessions, tokens and links end")
    @APIResponse(
            responseCode = "200",
            description = "Deactivated",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "409")
    public AccountView deactivate(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        return accounts.deactivate(present.person(), id, reason.reason());
    }

    @POST
    @Path("/{id}/reactivation")
    @Operation(operationId = "reactivateAccount", summary = "Open an account again; tokens stay revoked")
    @APIResponse(
            responseCode = "200",
            description = "Reactivated",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "409")
    public AccountView reactivate(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        return accounts.reactivate(present.person(), id, reason.reason());
    }

    /** How a page of accounts looks, for the OpenAPI document. */
    @Schema(name = "AccountPage")
    record AccountPage(List<AccountView> items, @Nullable String next) {}
}

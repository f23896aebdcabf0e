package org.switchboard.access.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.switchboard.shared.Roles;

/** The ways into an account, given and taken by administrators. */
@Path("/api/v1/accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Accounts")
public class AccountCareResource {

    private final Accounts accounts;
    private final Invitations invitations;
    private final Tokens tokens;
    private final Present present;

    AccountCareResource(Accounts accounts, Invitations invitations, Tokens tokens, Present present) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.tokens = tokens;
        this.present = present;
    }

    @POST
    @Path("/invitation")
    @Operation(operationId = "inviteAgain", summary = "Invite the person anew; the link before is good no more")
    @APIResponse(
            responseCode = "200",
            description = "Sent by mail, or to be handed over",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    @APIResponse(responseCode = "409")
    public LinkView invite(@PathParam("id") UUID id) {
        return invitations.invite(present.person(), id);
    }

    @POST
    @Path("/password-reset")
    @Operation(operationId = "offerNewPassword", summary = "Offer the person a new password by a link")
    @APIResponse(
            responseCode = "200",
            description = "Sent by mail, or to be handed over",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    @APIResponse(responseCode = "409")
    public LinkView resetPassword(@PathParam("id") UUID id) {
        return invitations.resetFor(present.person(), id);
    }

    @DELETE
    @Path("/sessions")
    @Operation(operationId = "endSessionsOfAccount", summary = "Sign the person out everywhere")
    @APIResponse(responseCode = "204", description = "All sessions of the account have ended")
    public void endSessions(@PathParam("id") UUID id) {
        accounts.endSessions(present.person(), id);
    }

    @DELETE
    @Path("/second-factor")
    @Operation(
            operationId = "removeSecondFactorOfAccount",
            summary = "Take the second factor away, where the device is lost; all sessions end")
    @APIResponse(responseCode = "204", description = "Taken away")
    @APIResponse(responseCode = "409")
    public void removeSecondFactor(@PathParam("id") UUID id) {
        accounts.removeSecondFactor(present.person(), id);
    }

    @GET
    @Path("/tokens")
    @Operation(operationId = "listTokensOfAccount", summary = "The API tokens of an account, newest first")
    public List<TokenView> tokens(@PathParam("id") UUID id) {
        accounts.get(present.person(), id);
        return tokens.list(present.person(), id);
    }

    @DELETE
    @Path("/tokens/{token}")
    @Operation(operationId = "revokeTokenOfAccount", summary = "Revoke an API token of an account")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@PathParam("id") UUID id, @PathParam("token") UUID token) {
        tokens.revoke(present.person(), id, token);
    }
}

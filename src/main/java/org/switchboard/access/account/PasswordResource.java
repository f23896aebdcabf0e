package org.switchboard.access.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Passwords", description = "Choosing a password: at first, when it is forgotten, and at any time")
public class PasswordResource {

    private final SignInWays ways;
    private final Invitations invitations;
    private final OwnPassword password;
    private final Present present;

    PasswordResource(Invitations invitations, OwnPassword password, Present present, SignInWays ways) {
        this.ways = ways;
        this.invitations = invitations;
        this.password = password;
        this.present = present;
    }

    @POST
    @Path("/invitations/acceptance")
    @PermitAll
    @Operation(operationId = "acceptInvitation", summary = "Accept an invitation by choosing a password")
    @APIResponse(responseCode = "204", description = "The account is active")
    public void accept(@NotNull @Valid ChosenPassword chosen) {
        ways.requirePasswords();
        invitations.accept(chosen);
    }

    @POST
    @Path("/password-resets")
    @PermitAll
    @Operation(operationId = "forgetPassword", summary = "Have a link for a new password sent by mail")
    @APIResponse(
            responseCode = "202",
            description = "Taken; the answer is the same whether or not there is such an account",
            content = @Content(schema = @Schema(implementation = Taken.class)))
    public Response forget(@NotNull @Valid Forgotten forgotten) {
        ways.requirePasswords();
        invitations.forgotten(forgotten.email());
        return Response.accepted(new Taken("If there is an account with this address, a link is on its way to it by"
                        + " mail. If none comes, ask whoever keeps the accounts for one."))
                .build();
    }

    @POST
    @Path("/password-resets/completion")
    @PermitAll
    @Operation(operationId = "resetPassword", summary = "Choose a new password by a link; all sessions end")
    @APIResponse(responseCode = "204", description = "Changed")
    public void complete(@NotNull @Valid ChosenPassword chosen) {
        ways.requirePasswords();
        invitations.complete(chosen);
    }

    @PUT
    @Path("/password")
    @Authenticated
    @Operation(operationId = "changePassword", summary = "Change one's password; all other sessions end")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(responseCode = "429")
    public void change(@NotNull @Valid ChangePassword asked, @Context HttpServerRequest http) {
        ways.requirePasswords();
        password.change(
                present.person(),
                present.session(),
                asked.old(),
                asked.chosen(),
                http.remoteAddress().hostAddress());
    }

    /** Whose password was forgotten. */
    @NullUnmarked
    @Schema(name = "Forgotten", examples = "{\"email\": \"a.expert@un.example\"}")
    record Forgotten(@NotBlank @Size(max = 200) String email) {}

    /** What happens next, in words. */
    @Schema(
            name = "Taken",
            examples = "{\"message\": \"If there is an account with this address, a link is on its way.\"}")
    record Taken(String message) {}

    /** The present password and the one to come. */
    @NullUnmarked
    @Schema(name = "ChangePassword", examples = """
                    {"old": "harbour lantern ninety quartz", "new": "velvet compass thirteen rivers"}""")
    record ChangePassword(
            @NotBlank @Size(max = 1000) String old,

            @JsonProperty("new") @NotBlank @Size(max = 1000) String chosen) {

        @Override
        public String toString() {
            return "change of password";
        }
    }
}

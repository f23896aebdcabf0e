package org.switchboard.access.account;

import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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

@Path("/api/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions", description = "Signing in and out with a password and a second factor")
public class SessionResource {

    private final SignInWays ways;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Present present;

    SessionResource(SignIn signIn, Sessions sessions, SessionCookie cookie, Present present, SignInWays ways) {
        this.ways = ways;
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
        this.present = present;
    }

    @POST
    @PermitAll
    @Operation(operationId = "signIn", summary = "Sign in; the answer sets a cookie")
    @APIResponse(
            responseCode = "201",
            description = "Signed in",
            content = @Content(schema = @Schema(implementation = SignedIn.class)))
    @APIResponse(responseCode = "401", description = "Address, password or code is not right")
    @APIResponse(responseCode = "429")
    public Response signIn(@NotNull @Valid SignInContent shown, @Context HttpServerRequest http) {
        ways.requirePasswords();
        Sessions.NewSession session = signIn.signIn(shown, http.remoteAddress().hostAddress());
        return Response.created(URI.create("/api/v1/sessions/current"))
                .tag(Preconditions.tag(0))
                .cookie(cookie.of(session.value()))
                .entity(session.signedIn())
                .build();
    }

    @GET
    @Path("/current")
    @Authenticated
    @Operation(operationId = "getCurrentSession", summary = "Who one is in the session that asks")
    public SignedIn current() {
        return sessions.current(present.person(), present.session());
    }

    @DELETE
    @Path("/current")
    @Authenticated
    @Operation(operationId = "signOut", summary = "Sign out: end the session that asks")
    @APIResponse(responseCode = "204", description = "Signed out")
    public Response signOut() {
        sessions.end(present.person(), present.session());
        return Response.noContent().cookie(cookie.gone()).build();
    }

    @GET
    @Authenticated
    @Operation(operationId = "listSessions", summary = "One's own sessions, newest first")
    public List<SessionView> list() {
        return sessions.list(present.person(), present.session());
    }

    @DELETE
    @Path("/{id}")
    @Authenticated
    @Operation(operationId = "endSession", summary = "End one of one's own sessions")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(@PathParam("id") UUID id) {
        present.session();
        sessions.end(present.person(), id);
    }
}

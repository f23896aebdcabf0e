package org.switchboard.access.account;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Person;
import org.switchboard.shared.Refusal;

/** The one address that browsers sign in at: they are sent to the provider from here, and come back here. */
@Path(SignInResource.PATH)
@Tag(name = "Sign-in", description = "Signing in through a provider of identities (OpenID Connect)")
public class SignInResource {

    static final String PATH = "/api/v1/sign-in";

    private final SignInWays ways;
    private final OidcSignIn signIn;
    private final OidcAuthenticationMechanism provider;
    private final SecurityIdentity identity;

    SignInResource(
            SignInWays ways, OidcSignIn signIn, OidcAuthenticationMechanism provider, SecurityIdentity identity) {
        this.ways = ways;
        this.signIn = signIn;
        this.provider = provider;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Blocking
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "signInThroughProvider",
            summary = "Send a browser to the provider of identities, which sends it back here to be let in")
    @APIResponse(
            responseCode = "200",
            description = "Signed in: a page that sets the cookie of a session and goes on to where the person was",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING),
                            example = "<!DOCTYPE html>"))
    @APIResponse(responseCode = "302", description = "To the provider, or on the way back from it")
    @APIResponse(responseCode = "404", description = "People sign in with passwords here")
    public Uni<Response> signIn(
            @Parameter(description = "Where to go on afterwards: a path on this service", example = "/")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Context RoutingContext request) {
        if (!ways.provider()) {
            throw new Refusal.NotFound();
        }
        if (request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            throw new Refusal.Malformed("This is for people with a browser. A program sends its token with each request"
                    + " instead of signing in.");
        }
        if (Boolean.TRUE.equals(identity.getAttribute(OidcIdentities.BY_BROWSER))) {
            Person person = identity.getAttribute(Person.ATTRIBUTE);
            return signIn.complete(person, ReturnPath.of(to));
        }
        if (isAnswer(request.queryParams())) {
            throw new Refusal.Unauthenticated(
                    "This answer of your provider is not for this browser, or was used before." + " Begin again: "
                            + PATH);
        }
        return provider.getChallenge(request).map(SignInResource::sent);
    }

    private static boolean isAnswer(MultiMap query) {
        return query.contains("state") || query.contains("code");
    }

    private static Response sent(ChallengeData challenge) {
        return Response.status(challenge.status)
                .header(challenge.headerName.toString(), challenge.headerContent)
                .build();
    }
}

package org.switchboard.access.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Refusal;

/**
 * What holds for every request, whatever operation it is for. Callers are asked who they are even where everyone is let
 * in: who shows a credential that is no good must learn so, not be served as the public.
 */
class Entrance {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** What whoever still has to set up a second factor may use. */
    private static final Set<String> BEFORE_SECOND_FACTOR = Set.of(
            "/api/v1/sessions",
            "/api/v1/sessions/current",
            "/api/v1/second-factor",
            "/api/v1/second-factor/confirmation");

    private final CurrentIdentityAssociation identities;
    private final OwnPages ownPages;

    Entrance(CurrentIdentityAssociation identities, OwnPages ownPages) {
        this.identities = identities;
        this.ownPages = ownPages;
    }

    @ServerRequestFilter
    @Priority(Priorities.AUTHENTICATION)
    public Uni<Response> check(ContainerRequestContext request) {
        requireOwnPage(request);
        return identities.getDeferredIdentity().chain(identity -> {
            requireUnderstood(identity, request);
            @Nullable Presence presence = identity.getAttribute(Presence.ATTRIBUTE);
            if (presence != null) {
                requireAllowedMethod(presence, request);
                requireSecondFactor(presence, request);
            }
            return Uni.createFrom().nullItem();
        });
    }

    /** Browsers send cookies also for a page of somebody else; Authorization they send for none by themselves. */
    private void requireOwnPage(ContainerRequestContext request) {
        if (changes(request) && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null && !ownPages.sent(request)) {
            throw new Refusal.NotAllowed("This came from a page of another site. Use the service's own pages, or a"
                    + " program with a token.");
        }
    }

    /** A credential that no mechanism knows is a bad one. */
    private static void requireUnderstood(SecurityIdentity identity, ContainerRequestContext request) {
        if (identity.isAnonymous() && request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            throw new AuthenticationFailedException();
        }
    }

    private static void requireAllowedMethod(Presence presence, ContainerRequestContext request) {
        if (!presence.mayChange() && changes(request)) {
            throw new Refusal.NotAllowed(
                    "This token is for reading only. To change something, use one that was made for changes.");
        }
    }

    private static void requireSecondFactor(Presence presence, ContainerRequestContext request) {
        if (presence.incomplete()
                && !BEFORE_SECOND_FACTOR.contains(request.getUriInfo().getPath())) {
            throw new Refusal.NotAllowed(
                    "Your role needs a second factor. Set one up first: POST /api/v1/second-factor.");
        }
    }

    private static boolean changes(ContainerRequestContext request) {
        return !READING.contains(request.getMethod());
    }
}

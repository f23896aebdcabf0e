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

    private final CurrentIdentityAssociation identities;

    Entrance(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    @ServerRequestFilter
    @Priority(Priorities.AUTHENTICATION)
    public Uni<Response> check(ContainerRequestContext request) {
        return identities.getDeferredIdentity().chain(identity -> {
            requireUnderstood(identity, request);
            requireAllowedMethod(identity, request);
            return Uni.createFrom().nullItem();
        });
    }

    /** A credential that no mechanism knows is a bad one. */
    private static void requireUnderstood(SecurityIdentity identity, ContainerRequestContext request) {
        if (identity.isAnonymous() && request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            throw new AuthenticationFailedException();
        }
    }

    private static void requireAllowedMethod(SecurityIdentity identity, ContainerRequestContext request) {
        @Nullable Presence presence = identity.getAttribute(Presence.ATTRIBUTE);
        if (presence != null && !presence.mayChange() && !READING.contains(request.getMethod())) {
            throw new Refusal.NotAllowed(
                    "This token is for reading only. To change something, use one that was made for changes.");
        }
    }
}

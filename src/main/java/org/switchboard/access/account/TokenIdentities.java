package org.switchboard.access.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds whose token it is, anew for every request, so that what is revoked ends at once. */
@ApplicationScoped
public class TokenIdentities implements IdentityProvider<TokenRequest> {

    private final TokenBearers bearers;

    TokenIdentities(TokenBearers bearers) {
        this.bearers = bearers;
    }

    @Override
    public Class<TokenRequest> getRequestType() {
        return TokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() ->
                bearers.of(request.token()).map(Presence::identity).orElseThrow(AuthenticationFailedException::new));
    }
}

package org.switchboard.access.account;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Person;

/**
 * Puts the account in place of whoever the provider of identities vouches for, anew for every request, so that what is
 * taken away ends at once. Nothing that the token says stays, its roles neither.
 */
@ApplicationScoped
public class OidcIdentities implements SecurityIdentityAugmentor {

    /** The attribute of an identity that came by a browser, fresh from the provider. */
    static final String BY_BROWSER = "signed-in-by-browser";

    private final AccountIdentities accounts;

    OidcIdentities(AccountIdentities accounts) {
        this.accounts = accounts;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (identity.isAnonymous() || identity.getAttribute(Presence.ATTRIBUTE) != null) {
            return Uni.createFrom().item(identity);
        }
        boolean byBrowser = identity.getCredential(IdTokenCredential.class) != null;
        if (byBrowser && !isForSignIn(HttpSecurityUtils.getRoutingContextAttribute(attributes))) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return context.runBlocking(() -> local(identity, byBrowser));
    }

    /** It tells this service who signed in; to ask the service for something there are access tokens. */
    private static boolean isIdToken(JsonWebToken token) {
        return token.containsClaim("nonce") || token.containsClaim("at_hash");
    }

    /** What the framework keeps in the browser leads to a session of ours, and to nothing else. */
    private static boolean isForSignIn(@Nullable RoutingContext request) {
        return request != null && request.normalizedPath().equals(SignInResource.PATH);
    }

    private SecurityIdentity local(SecurityIdentity identity, boolean byBrowser) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || isIdToken(token) != byBrowser) {
            throw new AuthenticationFailedException();
        }
        Person person = accounts.person(ProvenIdentity.of(token).orElseThrow(AuthenticationFailedException::new));
        return QuarkusSecurityIdentity.builder(Presence.byToken(person, true).identity())
                .addAttribute(BY_BROWSER, byBrowser)
                .build();
    }
}

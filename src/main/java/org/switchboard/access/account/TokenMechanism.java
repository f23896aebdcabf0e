package org.switchboard.access.account;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads API tokens from {@code Authorization: Bearer sb_…}. Other bearers, which do not begin so, are left to other
 * mechanisms.
 */
@ApplicationScoped
public class TokenMechanism implements HttpAuthenticationMechanism {

    static final String PREFIX = "sb_";

    private static final String SCHEME = "bearer ";
    private static final Pattern TOKEN = Pattern.compile(PREFIX + Secret.PATTERN);

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        Optional<String> shown = shown(request);
        if (shown.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        // what cannot be a token needs no database to be refused
        if (!TOKEN.matcher(shown.get()).matches()) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return identities.authenticate(new TokenRequest(new Secret(shown.get())));
    }

    private static Optional<String> shown(RoutingContext request) {
        @Nullable String header = request.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip()).filter(value -> value.startsWith(PREFIX));
    }

    /** Before the mechanism of OpenID Connect, which takes every bearer for its own. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer", "Bearer"));
    }
}

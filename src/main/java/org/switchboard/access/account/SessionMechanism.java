package org.switchboard.access.account;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads sessions from their cookie. Who also sends Authorization means that. */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

    private static final Pattern VALUE = Pattern.compile(Secret.PATTERN);

    private final SessionCookie cookie;

    SessionMechanism(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        @Nullable Cookie shown = request.request().getCookie(cookie.name());
        if (shown == null
                || request.request().headers().contains(HttpHeaderNames.AUTHORIZATION)
                || !VALUE.matcher(shown.getValue()).matches()) {
            return Uni.createFrom().nullItem();
        }
        return identities.authenticate(new SessionRequest(new Secret(shown.getValue())));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }
}

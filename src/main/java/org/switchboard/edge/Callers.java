package org.switchboard.edge;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Networks;

/** Who counts as one caller. */
final class Callers {

    private Callers() {}

    /** The account that is signed in. */
    static Optional<String> account(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user ? account(user.getSecurityIdentity()) : Optional.empty();
    }

    private static Optional<String> account(@Nullable SecurityIdentity identity) {
        return identity == null || identity.isAnonymous()
                ? Optional.empty()
                : Optional.of(identity.getPrincipal().getName());
    }

    /**
     * The client's address: that of the connection, or the one that a proxy forwards, where the settings say that there is
     * a proxy, or its network.
     */
    static String address(RoutingContext request) {
        return Networks.of(request.request().remoteAddress().host());
    }
}

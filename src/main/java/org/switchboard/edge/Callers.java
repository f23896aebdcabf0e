package org.switchboard.edge;

import io.netty.util.NetUtil;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who counts as one caller. */
final class Callers {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

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
     * a proxy. With IPv6 a single subscriber has a whole network of 2^64 addresses, so that the network counts as one.
     */
    static String address(RoutingContext request) {
        return network(request.request().remoteAddress().host());
    }

    static String network(String host) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        if (bytes == null || bytes.length != IPV6_BYTES) {
            return host;
        }
        String network = HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
        // this machine itself, and IPv4 written as IPv6: many subscribers
        return network.chars().allMatch(digit -> digit == '0') ? host : network;
    }
}

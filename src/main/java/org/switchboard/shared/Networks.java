package org.switchboard.shared;

import io.netty.util.NetUtil;
import java.util.HexFormat;

/** Which addresses are one client. */
public final class Networks {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private Networks() {}

    /**
     * The address itself, or the network around it: with IPv6 a single subscriber has a whole network of 2^64 addresses, so
     * that the network counts as one.
     */
    public static String of(String host) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        if (bytes == null || bytes.length != IPV6_BYTES) {
            return host;
        }
        String network = HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
        // this machine itself, and IPv4 written as IPv6: many subscribers
        return network.chars().allMatch(digit -> digit == '0') ? host : network;
    }
}

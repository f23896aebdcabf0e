package org.switchboard.access.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;

/** Codes for whoever has lost the device of the second factor: 80 random bits each, good once, kept as fingerprints. */
final class RecoveryCodes {

    private static final int HOW_MANY = 10;
    private static final int BYTES = 10;
    private static final int GROUP = 4;

    private RecoveryCodes() {}

    static List<String> random(SecureRandom random) {
        return Stream.generate(() -> one(random)).limit(HOW_MANY).toList();
    }

    private static String one(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Base32().encodeToString(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** Hyphens, spaces and capitals do not matter. */
    static byte[] fingerprint(String code) {
        return new Secret(code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT)).fingerprint();
    }
}

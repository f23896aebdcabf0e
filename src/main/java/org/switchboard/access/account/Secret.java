package org.switchboard.access.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A value that nobody can guess (256 random bits) and that proves who shows it. It is handed out once; what is kept is
 * its fingerprint, from which it cannot be found again.
 *
 * @param value to hand out
 */
record Secret(String value) {

    /** What 32 bytes look like, in a regular expression. */
    static final String PATTERN = "[A-Za-z0-9_-]{43}";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random() {
        return random("");
    }

    /** @param prefix by which people and programs tell what kind of secret it is */
    static Secret random(String prefix) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 without salt or stretching is enough: there are too many possible values to try. */
    byte[] fingerprint() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Records print themselves; a secret must not reach a log that way. */
    @Override
    public String toString() {
        return "secret";
    }
}

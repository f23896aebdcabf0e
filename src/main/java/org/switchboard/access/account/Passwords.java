package org.switchboard.access.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Violation;

/**
 * Passwords after NIST SP 800-63B-4: long rather than complicated, none that is common or can be guessed from its owner,
 * no expiry. Kept as {@code pbkdf2-sha512$iterations$salt$hash}.
 */
@ApplicationScoped
class Passwords {

    /** In code points. */
    static final int SHORTEST = 15;

    static final int LONGEST = 256;

    /** OWASP's figure for this function. */
    private static final int ITERATIONS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final String SCHEME = "pbkdf2-sha512";

    /** The time to judge a password grows with the square of its length. */
    private static final int JUDGED_LENGTH = 100;

    /** Of 0 to 4: 3 is more than 10^8 guesses. */
    private static final int GOOD_ENOUGH = 3;

    private final SecureRandom random = new SecureRandom();
    private final Zxcvbn judge = new Zxcvbn();

    /** Compared with where there is nothing to compare with, so that this takes the same time. */
    private final String nobodys = hash(Secret.random().value());

    /**
     * What is wrong with a password that somebody chooses.
     *
     * @param pointer to its place in the body
     * @param about what an attacker would try first: name and address of its owner
     */
    Optional<Violation> wrongWith(String password, String pointer, List<String> about) {
        String normal = normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(new Violation(
                    pointer, "PasswordLength", "must have " + SHORTEST + " to " + LONGEST + " characters"));
        }
        String judged = normal.substring(0, Math.min(normal.length(), JUDGED_LENGTH));
        if (judge.measure(judged, context(about)).getScore() < GOOD_ENOUGH) {
            return Optional.of(new Violation(
                    pointer,
                    "PasswordGuessable",
                    "is common or easy to guess. Four or more words that have nothing to do with each other, you or"
                            + " this service, are a good password."));
        }
        return Optional.empty();
    }

    private static List<String> context(List<String> about) {
        List<String> context = new ArrayList<>(List.of("switchboard"));
        for (String text : about) {
            context.add(text);
            context.addAll(Arrays.asList(text.split("[^\\p{L}\\p{N}]+")));
        }
        context.removeIf(String::isEmpty);
        return context;
    }

    String hash(String password) {
        return hash(password, ITERATIONS);
    }

    String hash(String password, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join(
                "$",
                SCHEME,
                Integer.toString(iterations),
                base64.encodeToString(salt),
                base64.encodeToString(derived(password, salt, iterations)));
    }

    /**
     * Whether it is this password; takes the same time whether or not there is one.
     *
     * @param stored null where there is no account or it has no password: then no password is right
     */
    boolean isRight(String password, @Nullable String stored) {
        String[] parts = (stored == null ? nobodys : stored).split("\\$", -1);
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] derived = derived(password, base64.decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(derived, base64.decode(parts[3])) && stored != null;
    }

    /** Whether it was kept with less work than is done today. */
    boolean isOutdated(String stored) {
        return Integer.parseInt(stored.split("\\$", -1)[1]) < ITERATIONS;
    }

    private static byte[] derived(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(normal(password).toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** The same characters typed on another keyboard may be other code points. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}

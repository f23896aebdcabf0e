package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.switchboard.shared.Refusal;

/**
 * Seals what the service must be able to read again, so that a copy of the database alone gives nothing away: AES-256-GCM
 * under a key that is kept elsewhere. What is sealed for one account opens for no other.
 */
@ApplicationScoped
class SecretKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String PURPOSE = "second factor";

    private final SecureRandom random = new SecureRandom();
    private final Optional<String> setting;

    SecretKey(@ConfigProperty(name = "switchboard.secret-key") Optional<String> setting) {
        this.setting = setting;
        setting.ifPresent(SecretKey::read);
    }

    /** @return nonce, then the sealed text with its tag */
    byte[] seal(byte[] plain, UUID account) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, plain, account);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if it was sealed under another key, for another account, or was altered */
    byte[] open(byte[] sealed, UUID account) {
        return apply(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length),
                account);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] text, UUID account) {
        byte[] key = setting.map(SecretKey::read)
                .orElseThrow(
                        () -> new Refusal.Conflict(
                                "This service has no switchboard.secret-key, without which there"
                                        + " is no second factor. Whoever operates it must set one: 32 random bytes in base64."));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(account.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a second factor cannot be read: is switchboard.secret-key still the same?", e);
        }
    }

    /** The setting serves other purposes too, so that each has a key of its own, made from it. */
    private static byte[] read(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("switchboard.secret-key is not base64", e);
        }
        if (key.length < KEY_BYTES) {
            throw new IllegalStateException(
                    "switchboard.secret-key must be 32 bytes or more in base64, not " + key.length);
        }
        try {
            Mac derivation = Mac.getInstance("HmacSHA256");
            derivation.init(new SecretKeySpec(key, "HmacSHA256"));
            return derivation.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC", e);
        }
    }
}

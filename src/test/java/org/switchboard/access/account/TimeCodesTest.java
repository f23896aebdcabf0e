package org.switchboard.access.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.shared.Refusal;

/** Codes of the second factor, how its secret is sealed, and the codes for when it is lost. */
class TimeCodesTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final TimeCodes codes = new TimeCodes();

    private OptionalLong step(String code, long now, long lastUsed) {
        return codes.step(SECRET, code, Instant.ofEpochSecond(now), lastUsed);
    }

    /** RFC 6238, appendix B, the last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertEquals(OptionalLong.of(second / 30), step(code, second, 0));
    }

    @Test
    void clocksMayDifferByOneStepAndNoMore() {
        // the code of step 37037036, from 1111111080 to 1111111109
        assertTrue(step("081804", 1_111_111_080 - 31, 0).isEmpty());
        assertTrue(step("081804", 1_111_111_080 - 30, 0).isPresent());
        assertTrue(step("081804", 1_111_111_109 + 30, 0).isPresent());
        assertTrue(step("081804", 1_111_111_109 + 31, 0).isEmpty());
    }

    @Test
    void usedStepAndThoseBeforeItAreGoodNoMore() {
        assertTrue(step("081804", 1_111_111_109, 37_037_035).isPresent());
        assertTrue(step("081804", 1_111_111_109, 37_037_036).isEmpty());
        assertTrue(step("081804", 1_111_111_109, 37_037_037).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"''", "81804", "0818040", "abcdef", "081805"})
    void otherCodesAreWrong(String code) {
        assertTrue(step(code, 1_111_111_109, 0).isEmpty());
    }

    @Test
    void secretIsWrittenAsAppsReadIt() {
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", TimeCodes.base32(SECRET));
        assertEquals(
                "otpauth://totp/Switchboard:a%2Bb%40un.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Switchboard",
                TimeCodes.address(SECRET, "a+b@un.example"));
    }

    @Test
    void recoveryCodesAreTenAndReadHoweverTheyAreTyped() {
        List<String> random = RecoveryCodes.random(new SecureRandom());
        assertEquals(10, new HashSet<>(random).size());
        for (String code : random) {
            assertTrue(code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"), code);
        }
        String plain = new String(RecoveryCodes.fingerprint("abcd-efgh-2345-mnop"), StandardCharsets.ISO_8859_1);
        assertEquals(plain, new String(RecoveryCodes.fingerprint(" ABCD efgh2345 MNOP "), StandardCharsets.ISO_8859_1));
        assertNotEquals(
                plain, new String(RecoveryCodes.fingerprint("abcd-efgh-2345-mnoq"), StandardCharsets.ISO_8859_1));
    }

    private static SecretKey key(int filler, int length) {
        byte[] key = new byte[length];
        Arrays.fill(key, (byte) filler);
        return new SecretKey(Optional.of(Base64.getEncoder().encodeToString(key)));
    }

    @Test
    void sealedSecretOpensOnlyUnderItsKeyForItsAccountUnaltered() {
        UUID account = UUID.randomUUID();
        byte[] sealed = key(1, 32).seal(SECRET, account);
        assertEquals(
                new String(SECRET, StandardCharsets.US_ASCII),
                new String(key(1, 32).open(sealed, account), StandardCharsets.US_ASCII));
        assertThrows(IllegalStateException.class, () -> key(2, 32).open(sealed, account));
        assertThrows(IllegalStateException.class, () -> key(1, 32).open(sealed, UUID.randomUUID()));
        sealed[sealed.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> key(1, 32).open(sealed, account));
    }

    @Test
    void sealingTwiceGivesNothingAway() {
        UUID account = UUID.randomUUID();
        assertNotEquals(
                Base64.getEncoder().encodeToString(key(1, 32).seal(SECRET, account)),
                Base64.getEncoder().encodeToString(key(1, 32).seal(SECRET, account)));
    }

    @Test
    void keyThatIsTooShortStopsTheStartAndNoKeyTheFactor() {
        assertThrows(IllegalStateException.class, () -> key(1, 31));
        key(1, 48);
        assertThrows(IllegalStateException.class, () -> new SecretKey(Optional.of("no base64!")));
        SecretKey none = new SecretKey(Optional.empty());
        assertThrows(Refusal.Conflict.class, () -> none.seal(SECRET, UUID.randomUUID()));
    }
}

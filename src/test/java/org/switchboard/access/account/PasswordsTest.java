package org.switchboard.access.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.shared.Violation;

class PasswordsTest {

    private static final String GOOD = "harbour lantern ninety quartz";

    private final Passwords passwords = new Passwords();

    private String wrongWith(String password, String... about) {
        return passwords
                .wrongWith(password, "/password", List.of(about))
                .map(Violation::code)
                .orElse("nothing");
    }

    @Test
    void lengthIsFrom15To256Characters() {
        String letters = "qzjvkwxphbgyfmc";
        assertEquals("nothing", wrongWith(letters));
        assertEquals("PasswordLength", wrongWith(letters.substring(1)));
        String long256 = "vkqzjhxw".repeat(2) + "harbour lantern".repeat(16);
        assertEquals("nothing", wrongWith(long256));
        assertEquals("PasswordLength", wrongWith(long256 + "x"));
    }

    @Test
    void charactersAreCountedAndNotTheirHalves() {
        assertEquals("PasswordLength", wrongWith("\uD83C\uDF0D".repeat(8)));
        assertEquals("PasswordLength", wrongWith("a\u0301".repeat(14)));
    }

    @Test
    void noKindOfCharacterIsAskedFor() {
        assertEquals("nothing", wrongWith(GOOD));
        assertEquals("nothing", wrongWith("пароход тундра самовар сапфир"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "aaaaaaaaaaaaaaaaaaaa",
                "123456789012345678",
                "qwertyuiopasdfgh",
                "switchboardswitchboard"
            })
    void commonPasswordsAreRefused(String password) {
        assertEquals("PasswordGuessable", wrongWith(password));
    }

    @Test
    void whatIsKnownOfItsOwnerMakesAPasswordGuessable() {
        String password = "zyphorakvelmundt";
        assertEquals("nothing", wrongWith(password));
        assertEquals("PasswordGuessable", wrongWith(password, "zyphora.kvelmundt@un.example", "Zyphorakvelmundt"));
    }

    @Test
    void hashSaysHowItWasMadeAndIsNeverTheSameTwice() {
        String hash = passwords.hash(GOOD);
        assertTrue(hash.matches("pbkdf2-sha512\\$210000\\$[A-Za-z0-9+/=]{24}\\$[A-Za-z0-9+/=]{88}"), hash);
        assertNotEquals(hash, passwords.hash(GOOD));
    }

    @Test
    void onlyThePasswordItselfIsRight() {
        String hash = passwords.hash(GOOD);
        assertTrue(passwords.isRight(GOOD, hash));
        assertFalse(passwords.isRight(GOOD + "x", hash));
        assertFalse(passwords.isRight("", hash));
    }

    @Test
    void nothingIsRightWhereThereIsNoPassword() {
        assertFalse(passwords.isRight(GOOD, null));
        assertFalse(passwords.isRight("", null));
    }

    @Test
    void sameCharactersFromAnotherKeyboardAreTheSamePassword() {
        assertTrue(passwords.isRight("caf\u0065\u0301 lantern", passwords.hash("caf\u00E9 lantern", 1000)));
        assertTrue(passwords.isRight("\uFB01xed lantern", passwords.hash("fixed lantern", 1000)));
    }

    @Test
    void hashOfLessWorkIsOutdated() {
        assertTrue(passwords.isOutdated(passwords.hash(GOOD, 209_999)));
        assertFalse(passwords.isOutdated(passwords.hash(GOOD)));
        assertFalse(passwords.isOutdated(passwords.hash(GOOD, 210_001)));
    }
}

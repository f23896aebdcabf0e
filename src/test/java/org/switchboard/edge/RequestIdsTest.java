package org.switchboard.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"abcdefgh", "A1b2-C3d4", "1234567890123456789012345678901234567890123456789012345678901234"})
    void callersOwnIsTaken(String offered) {
        assertEquals(offered, RequestIds.chosen(offered));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "seven77",
                "12345678901234567890123456789012345678901234567890123456789012345",
                "with space",
                "line\nbreak",
                "${jndi:x}",
                "abcdefgé"
            })
    void whatCouldDoHarmInALogIsReplaced(String offered) {
        String chosen = RequestIds.chosen(offered);
        assertNotEquals(offered, chosen);
        assertEquals(chosen, UUID.fromString(chosen).toString());
    }

    @Test
    void twoRequestsHaveTwo() {
        assertNotEquals(RequestIds.chosen(null), RequestIds.chosen(null));
    }
}

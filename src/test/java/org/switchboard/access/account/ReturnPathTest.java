package org.switchboard.access.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/needs", "/needs?state=KEN&theme=border#top", "/a/b%20c?next=https://other.example"})
    void pathHereIsTaken(String asked) {
        assertEquals(asked, ReturnPath.of(asked).value());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "needs",
                "https://other.example/",
                "//other.example",
                "///other.example",
                "/\\other.example",
                "\\\\other.example",
                "/\t/other.example",
                "/\n/other.example",
                " //other.example",
                "javascript:alert(1)",
                "/needs\"><script>",
                "/nééds",
                "/a b"
            })
    void allElseIsHome(String asked) {
        assertEquals("/", ReturnPath.of(asked).value());
    }

    @Test
    void nothingInItEndsAnAttribute() {
        assertEquals("/a?b=&#39;c&#39;&amp;d", ReturnPath.of("/a?b='c'&d").inHtml());
    }
}

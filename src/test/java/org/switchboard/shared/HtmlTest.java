package org.switchboard.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void whatCouldBeMarkupIsEscaped() {
        assertEquals("&lt;b&gt;&amp;&quot;&#39; é中\uD83D\uDE00", Html.escaped("<b>&\"' é中\uD83D\uDE00"));
    }
}

package org.switchboard.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.switchboard.reference.Language;
import org.switchboard.reference.ReferenceData;

class AcknowledgementLettersTest {

    private final AcknowledgementLetters letters = new AcknowledgementLetters(ReferenceData.load());

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEveryWord(Language language) {
        var english = letters.words().get(Language.EN);
        var words = letters.words().get(language);
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(words.stringPropertyNames()));
        words.stringPropertyNames()
                .forEach(key -> assertFalse(words.getProperty(key).isBlank(), key));
    }

    @Test
    void whatCouldBeMarkupIsEscaped() {
        assertEquals("&lt;b&gt;&amp;&quot;&#39; é中", AcknowledgementLetters.escaped("<b>&\"' é中"));
    }
}

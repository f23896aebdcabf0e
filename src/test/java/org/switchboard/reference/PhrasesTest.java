package org.switchboard.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    @ParameterizedTest
    @ValueSource(strings = {"need/letter", "monitoring/minutes"})
    void everyLanguageHasEveryWord(String folder) {
        Phrases phrases = new Phrases(folder);
        for (Language language : Language.values()) {
            assertEquals(phrases.keys(Language.EN), phrases.keys(language), language.tag());
            phrases.keys(language)
                    .forEach(key -> assertFalse(phrases.in(language, key).isBlank(), key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"need/letter", "monitoring/minutes"})
    void wordsThatAreLackingAreMissed(String folder) {
        Phrases phrases = new Phrases(folder);
        assertThrows(NullPointerException.class, () -> phrases.in(Language.FR, "no such word"));
    }
}

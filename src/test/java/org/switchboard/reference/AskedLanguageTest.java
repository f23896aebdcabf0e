package org.switchboard.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedLanguageTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    -     | -                         | EN
                    fr    | -                         | FR
                    fr-CA | -                         | FR
                    ZH    | -                         | ZH
                    ar    | ru                        | AR
                    -     | ru                        | RU
                    -     | zh-Hant-TW                | ZH
                    -     | de, es;q=0.8, fr;q=0.9    | FR
                    -     | de-CH                     | EN
                    -     | *                         | EN
                    -     | fr;q=0, es;q=0.1          | ES
                    -     | not a language !          | EN
                    -     | fr;q=many                 | EN
                    """)
    void parameterComesFirstThenHeaderThenEnglish(String lang, String header, Language expected) {
        assertEquals(expected, AskedLanguage.choose(lang, header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "", "english", "en_US", "*", "fr,es"})
    void otherLanguageIsRefusedWhereItIsTheParameter(String lang) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> AskedLanguage.choose(lang, "fr"));
        assertEquals(400, problem.getStatusCode());
    }

    @Test
    void emptyHeaderIsNoWish() {
        assertEquals(Language.EN, AskedLanguage.choose(null, ""));
    }
}

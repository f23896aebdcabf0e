package org.switchboard.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @Test
    void sameWordsAreAlikeInWhateverOrderAndCase() {
        assertEquals(1, Likeness.of("Training of analysts", "analysts: training OF"));
        assertEquals(0, Likeness.of("Training", "Equipment"));
        assertEquals(0, Likeness.of(null, "Training"));
        assertEquals(0, Likeness.of("", ""));
        assertEquals(0, Likeness.of("…", "…"));
    }

    /** The figures of pg_trgm for the same pairs. */
    @ParameterizedTest
    @CsvSource({"word, two words, 0.36363637", "word, words, 0.5714286", "abc, abd, 0.33333334"})
    void isReckonedAsPostgresDoes(String one, String other, double likeness) {
        assertEquals(likeness, Likeness.of(one, other), 1e-6);
        assertEquals(likeness, Likeness.of(other, one), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({
        "Обучение аналитиков финансовой разведки, Обучение аналитиков разведки",
        "金融情报机构分析员培训, 金融情报机构培训",
        "تدريب محللي الاستخبارات المالية, تدريب محللي الاستخبارات",
        "Formation d'analystes financiers, Formation des analystes"
    })
    void everyScriptHasLetters(String one, String other) {
        assertTrue(Likeness.of(one, other) > 0.3);
        assertTrue(Likeness.of(one, other) < 1);
    }
}

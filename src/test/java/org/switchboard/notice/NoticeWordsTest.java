package org.switchboard.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.switchboard.reference.Language;
import org.switchboard.reference.ReferenceData;

class NoticeWordsTest {

    private final NoticeWords words = new NoticeWords(ReferenceData.load(), new ObjectMapper());

    private String awaiting(String state, String until) {
        return words.written(
                NoticeKind.PROPOSAL_AWAITS_PROVIDER, Map.of("reference", "P-7", "state", state, "until", until));
    }

    @ParameterizedTest
    @CsvSource({
        "EN, Kenya, '5 December 2026'",
        "FR, Kenya, 5 décembre 2026",
        "ES, Kenya, 5 de diciembre de 2026",
        "RU, Кения, 5 декабря 2026",
        "ZH, 肯尼亚, 2026年12月5日",
        "AR, كينيا, ديسمبر 2026"
    })
    void stateAndDayAreNamedInTheReadersLanguage(Language language, String state, String day) {
        String kept = awaiting("KEN", "2026-12-05");
        String sentence = words.sentence(NoticeKind.PROPOSAL_AWAITS_PROVIDER, kept, language);
        assertTrue(sentence.contains(state), sentence);
        assertTrue(sentence.contains(language == Language.EN ? "December" : day), sentence);
        assertTrue(sentence.contains("P-7"), sentence);
        String subject = words.subject(NoticeKind.PROPOSAL_AWAITS_PROVIDER, kept, language);
        assertFalse(subject.contains(state) || subject.contains("P-7"), subject);
        assertFalse((subject + sentence).contains("{"), subject + sentence);
    }

    @Test
    void reasonFollowsWhereOneWasGiven() {
        String without = words.written(NoticeKind.NEED_RETURNED, Map.of("reference", "N-1"));
        String with =
                words.written(NoticeKind.NEED_RETURNED, Map.of("reference", "N-1", "why", "The cost is missing."));
        assertEquals(
                words.sentence(NoticeKind.NEED_RETURNED, without, Language.EN) + " Reason given: The cost is missing.",
                words.sentence(NoticeKind.NEED_RETURNED, with, Language.EN));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatPeopleWroteFillsNoFurtherGap(Language language) {
        String kept = words.written(NoticeKind.NEED_RETURNED, Map.of("reference", "{why} $1 \\", "why", "{state}"));
        String sentence = words.sentence(NoticeKind.NEED_RETURNED, kept, language);
        assertTrue(sentence.contains("{why} $1 \\") && sentence.contains("{state}"), sentence);
    }

    @Test
    void whatRunsTheOtherWayIsSetApartInArabic() {
        String kept = words.written(NoticeKind.NEED_OPENED, Map.of("reference", "2026/FIU-1"));
        assertTrue(words.sentence(NoticeKind.NEED_OPENED, kept, Language.AR).contains("\u20682026/FIU-1\u2069"));
        assertFalse(words.sentence(NoticeKind.NEED_OPENED, kept, Language.EN).contains("\u2068"));
    }

    @Test
    void wordsThatFillNoGapAreNotKept() {
        assertFalse(words.written(NoticeKind.NEED_OPENED, Map.of("reference", "N-1", "why", "secret", "x", "y"))
                .contains("secret"));
    }

    @Test
    void whatCannotBeSaidIsNotKept() {
        assertThrows(IllegalArgumentException.class, () -> awaiting("ZZZ", "2026-12-05"));
        assertThrows(IllegalArgumentException.class, () -> awaiting("KEN", "soon"));
        assertThrows(
                IllegalArgumentException.class,
                () -> words.written(NoticeKind.NEED_SUBMITTED, Map.of("reference", "N-1")));
        assertThrows(IllegalArgumentException.class, () -> NoticeKind.ofKey("need-lost"));
    }
}

package org.switchboard.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.switchboard.reference.Language;

/** Whoever adds a kind of notice, or words around them, adds them in six languages. */
class MessagesTest {

    private static final Pattern GAP = Pattern.compile("\\{([^}]*)}");
    private static final Set<String> PHRASES =
            Set.of("why", "mail.read", "mail.digest", "mail.stop", "stop.question", "stop.button", "stop.done");

    private final Messages messages = new Messages();

    private static Set<String> gapsIn(String message) {
        Set<String> gaps = new TreeSet<>();
        Matcher found = GAP.matcher(message);
        while (found.find()) {
            gaps.add(found.group(1));
        }
        return gaps;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMessageIsThereAndNoOther(Language language) {
        Set<String> wanted = new TreeSet<>(PHRASES);
        for (NoticeKind kind : NoticeKind.values()) {
            wanted.add(kind.key() + ".subject");
            wanted.add(kind.key() + ".sentence");
        }
        assertEquals(wanted, messages.in(language).keySet());
        messages.in(language).forEach((key, message) -> assertFalse(message.isBlank(), key));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sentencesFillTheGapsOfTheirKindAndNoOthers(Language language) {
        for (NoticeKind kind : NoticeKind.values()) {
            Set<String> declared = kind.gaps().stream()
                    .filter(gap -> gap != Gap.WHY)
                    .map(Gap::key)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(declared, gapsIn(messages.get(language, kind.key() + ".sentence")), kind.key());
        }
        assertEquals(Set.of("why"), gapsIn(messages.get(language, "why")));
        PHRASES.stream()
                .filter(key -> !key.equals("why"))
                .forEach(key -> assertEquals(Set.of(), gapsIn(messages.get(language, key)), key));
    }

    /** Subjects go by mail, which others can read on its way. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void subjectsSayNothingThatIsNotForEveryone(Language language) {
        for (NoticeKind kind : NoticeKind.values()) {
            Set<String> mayTravel = Arrays.stream(Gap.values())
                    .filter(Gap::mayTravel)
                    .map(Gap::key)
                    .collect(Collectors.toSet());
            Set<String> gaps = gapsIn(messages.get(language, kind.key() + ".subject"));
            assertTrue(mayTravel.containsAll(gaps), kind.key() + " " + gaps);
            assertEquals(kind.group().isMandatory(), gaps.contains("until"), kind.key());
        }
        assertEquals(
                Set.of(Gap.UNTIL, Gap.DAYS),
                Arrays.stream(Gap.values()).filter(Gap::mayTravel).collect(Collectors.toSet()));
    }

    /** What asks for an answer says until when, and nothing else does. */
    @Test
    void mandatoryIsWhatHasATerm() {
        for (NoticeKind kind : NoticeKind.values()) {
            assertEquals(kind.group().isMandatory(), kind.gaps().contains(Gap.UNTIL), kind.key());
        }
    }

    @Test
    void noLanguageBorrowsTheWordsOfAnother() {
        for (Language one : Language.values()) {
            for (Language other : Language.values()) {
                if (one != other) {
                    messages.in(one)
                            .forEach((key, message) -> assertFalse(
                                    message.equals(messages.get(other, key)), key + " " + one + " " + other));
                }
            }
        }
    }

    /** They stand in a page as they are. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsShownInPagesNeedsNoEscaping(Language language) {
        messages.in(language).forEach((key, message) -> assertFalse(message.matches("(?s).*[<>&\"].*"), key));
    }
}

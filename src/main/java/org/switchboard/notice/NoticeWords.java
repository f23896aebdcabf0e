package org.switchboard.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import org.switchboard.reference.Language;
import org.switchboard.reference.ReferenceData;

/** What a notice says in each of the six languages, from its kind and the words that were kept with it. */
@ApplicationScoped
class NoticeWords {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    /** Around what is filled in: letters and figures that run the other way leave the sentence in order. */
    private static final String ISOLATED = "\u2068%s\u2069";

    private final Messages messages = new Messages();
    private final ReferenceData reference;
    private final ObjectMapper json;

    NoticeWords(ReferenceData reference, ObjectMapper json) {
        this.reference = reference;
        this.json = json;
    }

    /** What happened, without anything that is not for everyone. */
    String subject(NoticeKind kind, String words, Language language) {
        return filled(messages.get(language, kind.key() + ".subject"), read(words), language);
    }

    /** What happened, to what, and why. */
    String sentence(NoticeKind kind, String words, Language language) {
        Map<String, String> read = read(words);
        String sentence = filled(messages.get(language, kind.key() + ".sentence"), read, language);
        return read.containsKey(Gap.WHY.key())
                ? sentence + " " + filled(messages.get(language, "why"), read, language)
                : sentence;
    }

    /** What is said around notices: in mails, and where mail is stopped. */
    String phrase(String key, Language language) {
        return messages.get(language, key);
    }

    /**
     * As they are kept.
     *
     * @throws IllegalArgumentException if the kind has a gap that they leave open or fill with what cannot stand there
     */
    String written(NoticeKind kind, Map<String, String> words) {
        Map<String, String> kept = kind.filling(words);
        kept.forEach((gap, word) -> shown(gap, word, Language.EN));
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the words of a notice", e);
        }
    }

    private Map<String, String> read(String words) {
        try {
            return json.readValue(words, WORDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the words of a notice", e);
        }
    }

    /** In one pass: what is filled in may itself hold braces. */
    private String filled(String message, Map<String, String> words, Language language) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int open = message.indexOf('{'); open >= 0; open = message.indexOf('{', done)) {
            int close = message.indexOf('}', open);
            String gap = message.substring(open + 1, close);
            String word = shown(gap, words.getOrDefault(gap, ""), language);
            text.append(message, done, open).append(language == Language.AR ? ISOLATED.formatted(word) : word);
            done = close + 1;
        }
        return text.append(message, done, message.length()).toString();
    }

    private String shown(String gap, String word, Language language) {
        return switch (Gap.valueOf(gap.toUpperCase(java.util.Locale.ROOT))) {
            case STATE -> nameOfState(word, language);
            case UNTIL -> day(word, language);
            case REFERENCE, PROVIDER, DAYS, WHY -> word;
        };
    }

    private String nameOfState(String iso3, Language language) {
        return reference
                .state(iso3)
                .orElseThrow(() -> new IllegalArgumentException("there is no State '" + iso3 + "'"))
                .names()
                .in(language);
    }

    private static String day(String day, Language language) {
        try {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(language.locale())
                    .format(LocalDate.parse(day));
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("'" + day + "' is no day such as 2027-01-31", unreadable);
        }
    }
}

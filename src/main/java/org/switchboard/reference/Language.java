package org.switchboard.reference;

import java.text.Collator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The six languages of the service, in the order in which the United Nations lists them. */
public enum Language {
    AR("ar"),
    ZH("zh"),
    EN("en"),
    FR("fr"),
    RU("ru"),
    ES("es");

    private final String tag;
    private final Locale locale;

    Language(String tag) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** The BCP 47 tag, as in {@code ?lang=} and {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** A collator of the caller's own: collators are not safe for use by several threads. */
    public Collator collator() {
        Collator collator = Collator.getInstance(locale);
        collator.setStrength(Collator.TERTIARY);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        return collator;
    }

    /** The language of a BCP 47 tag, by its primary subtag alone: {@code fr-CA} is French. */
    public static Optional<Language> ofTag(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(primary))
                .findFirst();
    }
}

package org.switchboard.reference;

import java.text.Collator;
import java.text.ParseException;
import java.text.RuleBasedCollator;
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

    /**
     * Java orders the commoner Chinese characters by sound and all others after them by shape. These are the others that
     * names of States need, each put behind a character of its sound.
     */
    private static final String RARER_CHINESE = "& 诽 < 斐 & 恼 < 瑙 & 问 < 汶";

    private final String tag;
    private final Locale locale;
    // never used to compare, only to make others: reading the rules takes long
    @SuppressWarnings("ImmutableEnumChecker")
    private final Collator collator;

    Language(String tag) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(tag);
        this.collator = collatorOf(locale);
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
        return (Collator) collator.clone();
    }

    /** The language of a BCP 47 tag, by its primary subtag alone: {@code fr-CA} is French. */
    public static Optional<Language> ofTag(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(primary))
                .findFirst();
    }

    private static Collator collatorOf(Locale locale) {
        Collator collator = Collator.getInstance(locale);
        if (locale.getLanguage().equals("zh") && collator instanceof RuleBasedCollator ruled) {
            collator = withRarerChinese(ruled);
        }
        collator.setStrength(Collator.TERTIARY);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        return collator;
    }

    private static Collator withRarerChinese(RuleBasedCollator chinese) {
        try {
            return new RuleBasedCollator(chinese.getRules() + RARER_CHINESE);
        } catch (ParseException e) {
            throw new IllegalStateException("the rules for Chinese cannot be read", e);
        }
    }
}

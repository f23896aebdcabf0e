package org.switchboard.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One text in all six languages; none of them may be missing. */
public record Names(String ar, String zh, String en, String fr, String ru, String es) {

    public Names {
        for (String text : new String[] {ar, zh, en, fr, ru, es}) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a text lacks one of its six languages, in English \"" + en + "\"");
            }
        }
    }

    public String in(Language language) {
        return switch (language) {
            case AR -> ar;
            case ZH -> zh;
            case EN -> en;
            case FR -> fr;
            case RU -> ru;
            case ES -> es;
        };
    }

    /** All six, by BCP 47 tag, in the order of {@link Language}. */
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            all.put(language.tag(), in(language));
        }
        return Collections.unmodifiableMap(all);
    }
}

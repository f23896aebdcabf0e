package org.switchboard.reference;

import java.text.Collator;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items by code, and in each language's order. Sorted once: collation is slow, and the items never change. */
final class Catalogue<T extends Named> {

    private final Map<String, T> byCode = new LinkedHashMap<>();
    private final Map<Language, List<T>> ordered = new EnumMap<>(Language.class);

    Catalogue(String what, List<T> items) {
        for (T item : items) {
            if (byCode.put(item.code(), item) != null) {
                throw new IllegalStateException("reference data: the " + what + " " + item.code() + " occurs twice");
            }
        }
        for (Language language : Language.values()) {
            ordered.put(language, items.stream().sorted(inOrderOf(language)).toList());
        }
    }

    Optional<T> get(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    boolean has(String code) {
        return byCode.containsKey(code);
    }

    List<T> in(Language language) {
        return ordered.getOrDefault(language, List.of());
    }

    /** As they stand in the file. */
    List<T> all() {
        return List.copyOf(byCode.values());
    }

    private static <T extends Named> Comparator<T> inOrderOf(Language language) {
        Collator collator = language.collator();
        // the code last, so that equal names never change places
        return Comparator.<T, String>comparing(item -> item.names().in(language), collator)
                .thenComparing(Named::code);
    }
}

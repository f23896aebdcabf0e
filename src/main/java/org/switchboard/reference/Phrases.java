package org.switchboard.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a page in the six languages, from one file of properties for each. */
public final class Phrases {

    private final String folder;
    private final Map<Language, Properties> words = new EnumMap<>(Language.class);

    /** @param folder on the class path, which holds {@code en.properties} and the others */
    public Phrases(String folder) {
        this.folder = folder;
        for (Language language : Language.values()) {
            words.put(language, read("/" + folder + "/" + language.tag() + ".properties"));
        }
    }

    public String in(Language language, String key) {
        @Nullable String phrase = of(language).getProperty(key);
        return Objects.requireNonNull(phrase, () -> folder + " lacks " + key + " in " + language.tag());
    }

    public Set<String> keys(Language language) {
        return of(language).stringPropertyNames();
    }

    private Properties of(Language language) {
        return Objects.requireNonNull(words.get(language));
    }

    private static Properties read(String name) {
        try (InputStream file = Phrases.class.getResourceAsStream(name)) {
            Properties read = new Properties();
            read.load(new InputStreamReader(Objects.requireNonNull(file, name), StandardCharsets.UTF_8));
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

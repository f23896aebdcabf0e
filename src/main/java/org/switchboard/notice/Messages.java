package org.switchboard.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.switchboard.reference.Language;

/** The messages of the files {@code notices/…}, one for each language; read once. */
final class Messages {

    private final Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);

    Messages() {
        for (Language language : Language.values()) {
            all.put(language, read(language));
        }
    }

    Map<String, String> in(Language language) {
        return Objects.requireNonNull(all.get(language));
    }

    String get(Language language, String key) {
        String message = in(language).get(key);
        if (message == null) {
            throw new IllegalStateException("there is no message " + key + " in " + language.tag());
        }
        return message;
    }

    private static Map<String, String> read(Language language) {
        String name = "/notices/" + language.tag() + ".properties";
        try (InputStream file = Messages.class.getResourceAsStream(name)) {
            Properties read = new Properties();
            read.load(new InputStreamReader(Objects.requireNonNull(file, name), StandardCharsets.UTF_8));
            Map<String, String> messages = new TreeMap<>();
            read.forEach((key, message) -> messages.put((String) key, (String) message));
            return Collections.unmodifiableMap(messages);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.switchboard.matching.engine.file;

import com.fasterxml.jackson.core.JsonLocation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Ids;

/** One object of an array: its known fields as they were read, each a Long, Boolean, String or Ids. */
final class Item {

    private final String place;
    private final JsonLocation at;
    private final Map<String, Object> fields;

    Item(String place, JsonLocation at, Map<String, Object> fields) {
        this.place = place;
        this.at = at;
        this.fields = fields;
    }

    String place() {
        return place;
    }

    long number(String name) throws MalformedFileException {
        return field(name, Long.class, "a whole number");
    }

    int integer(String name) throws MalformedFileException {
        long value = number(name);
        if (value != (int) value) {
            throw fail(name, "is out of range: " + value);
        }
        return (int) value;
    }

    boolean flag(String name) throws MalformedFileException {
        return field(name, Boolean.class, "true or false");
    }

    char letter(String name) throws MalformedFileException {
        String text = field(name, String.class, "a letter");
        if (text.length() != 1) {
            throw fail(name, "must be one letter, is '" + text + "'");
        }
        return text.charAt(0);
    }

    Ids ids(String name) throws MalformedFileException {
        return field(name, Ids.class, "an array of whole numbers");
    }

    private <T> T field(String name, Class<T> type, String wanted) throws MalformedFileException {
        @Nullable Object value = fields.get(name);
        if (value == null) {
            throw fail(name, "is missing");
        }
        if (!type.isInstance(value)) {
            throw fail(name, "must be " + wanted);
        }
        return type.cast(value);
    }

    MalformedFileException fail(String name, String message) {
        return new MalformedFileException(place + "." + name, message, at);
    }

    /** A value that the item's own record refused. */
    MalformedFileException refused(String message) {
        return new MalformedFileException(place, message, at);
    }
}

package org.switchboard.matching.engine.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Ids;

/** Walks through a JSON file value by value and knows where it is, for messages. */
final class JsonCursor implements Closeable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final JsonParser parser;
    private String place = "file";

    JsonCursor(InputStream in) throws IOException {
        parser = FACTORY.createParser(in);
    }

    void at(String newPlace) {
        place = newPlace;
    }

    String place() {
        return place;
    }

    @Nullable
    JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException notJson) {
            throw MalformedFileException.notJson(place, notJson);
        }
    }

    void expect(JsonToken token, String wanted) throws IOException {
        if (parser.currentToken() != token) {
            throw fail("must be " + wanted);
        }
    }

    /** Goes to the next field of the present object; null at its end. */
    @Nullable
    String nextField() throws IOException {
        if (next() != JsonToken.FIELD_NAME) {
            return null;
        }
        String name = parser.currentName();
        next();
        return name;
    }

    /** Goes to the next value of the present array; false at its end. */
    boolean nextElement() throws IOException {
        return next() != JsonToken.END_ARRAY;
    }

    void skip() throws IOException {
        try {
            parser.skipChildren();
        } catch (JsonProcessingException notJson) {
            throw MalformedFileException.notJson(place, notJson);
        }
    }

    long number() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        try {
            return parser.getLongValue();
        } catch (JsonProcessingException tooLarge) {
            throw fail("is out of range");
        }
    }

    int integer() throws IOException {
        long value = number();
        if (value != (int) value) {
            throw fail("is out of range: " + value);
        }
        return (int) value;
    }

    String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text");
        return parser.getText();
    }

    int[] integers() throws IOException {
        expect(JsonToken.START_ARRAY, "an array of whole numbers");
        int[] values = new int[4];
        int size = 0;
        while (nextElement()) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = integer();
        }
        return Arrays.copyOf(values, size);
    }

    /** The present object; fields that are not among the known ones are skipped. */
    Item item(Set<String> known) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        JsonLocation start = parser.currentTokenLocation();
        String itemPlace = place;
        Map<String, Object> fields = new HashMap<>();
        for (String name = nextField(); name != null; name = nextField()) {
            at(itemPlace + "." + name);
            if (known.contains(name)) {
                fields.put(name, value());
            } else {
                skip();
            }
        }
        at(itemPlace);
        return new Item(itemPlace, start, fields);
    }

    private Object value() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> number();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_STRING -> parser.getText();
            case START_ARRAY -> Ids.of(integers());
            default -> throw fail("must be a whole number, true or false, a letter or an array of whole numbers");
        };
    }

    JsonToken token() {
        return parser.currentToken();
    }

    MalformedFileException fail(String message) {
        return new MalformedFileException(place, message, parser.currentTokenLocation());
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

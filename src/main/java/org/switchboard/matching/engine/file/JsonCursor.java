package org.switchboard.matching.engine.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.ContentReference;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Ids;

/**
 * Walks through a JSON file value by value and knows where it is, for messages. Whatever is wrong with the text is told as a
 * {@link MalformedFileException}; any other {@link IOException} is the trouble of the disk.
 */
public final class JsonCursor implements Closeable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            // names made to collide are read slowly rather than refused without a place
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private static final int NONE = -1;
    private static final String FILE = "file";
    private static final String NOT_TEXT = "is no text in UTF-8";

    private final JsonParser parser;
    private String place = FILE;
    private int index = NONE;

    public JsonCursor(InputStream in) throws IOException {
        try {
            parser = FACTORY.createParser(in);
        } catch (CharConversionException notText) {
            throw new MalformedFileException(place, NOT_TEXT, new JsonLocation(ContentReference.unknown(), 0, 1, 1));
        }
    }

    public void at(String newPlace) {
        place = newPlace;
        index = NONE;
    }

    /** At an element of an array; put into words only where a message needs it, because there are millions of them. */
    private void at(String array, int newIndex) {
        place = array;
        index = newIndex;
    }

    public String place() {
        return index == NONE ? place : place + "[" + index + "]";
    }

    public @Nullable JsonToken next() throws IOException {
        return parsed(parser::nextToken);
    }

    /** A step of the parser, which reads texts and names only when they are asked for. */
    private interface Step<T extends @Nullable Object> {
        T take() throws IOException;
    }

    private <T extends @Nullable Object> T parsed(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (JsonProcessingException notJson) {
            throw MalformedFileException.notJson(place(), notJson);
        } catch (CharConversionException notText) {
            throw fail(NOT_TEXT);
        }
    }

    public void expect(JsonToken token, String wanted) throws IOException {
        if (parser.currentToken() != token) {
            throw fail("must be " + wanted);
        }
    }

    /** Goes to the next field of the present object, which is at this place, and into the place of the field; null at its end. */
    public @Nullable String nextField(String object) throws IOException {
        at(object);
        if (nameOrEnd(object) != JsonToken.FIELD_NAME) {
            return null;
        }
        String name = parsed(parser::currentName);
        at(inside(object, name));
        next();
        return name;
    }

    /** The parser looks at the value before it hands out the name, so that either may be to blame. */
    private @Nullable JsonToken nameOrEnd(String object) throws IOException {
        try {
            return next();
        } catch (MalformedFileException wrong) {
            String name = parser.currentName();
            throw name == null ? wrong : wrong.at(inside(object, name));
        }
    }

    private static String inside(String object, String name) {
        return object.equals(FILE) ? name : object + "." + name;
    }

    /** Goes to the next value of the present array; false at its end. */
    public boolean nextElement() throws IOException {
        return next() != JsonToken.END_ARRAY;
    }

    /** Goes to the element of the array that has this index, and into its place; false where the array ends before it. */
    public boolean nextElement(String array, int elementIndex) throws IOException {
        at(array, elementIndex);
        return nextElement();
    }

    public void skip() throws IOException {
        parsed(parser::skipChildren);
    }

    public long number() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        try {
            return parser.getLongValue();
        } catch (JsonProcessingException tooLarge) {
            throw fail("is out of range");
        }
    }

    public int integer() throws IOException {
        long value = number();
        if (value != (int) value) {
            throw fail("is out of range: " + value);
        }
        return (int) value;
    }

    public String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text");
        return parsed(parser::getText);
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

    /** The numbers of the present array, of which there are so many. */
    public long[] numbers(int count, String wanted) throws IOException {
        expect(JsonToken.START_ARRAY, wanted);
        long[] values = new long[count];
        int size = 0;
        for (; nextElement(); size++) {
            if (size == count) {
                throw fail("must be " + wanted + ", has more numbers");
            }
            values[size] = number();
        }
        if (size < count) {
            throw fail("must be " + wanted + ", has " + size + " numbers");
        }
        return values;
    }

    /** The present object; fields that are not among the known ones are skipped. */
    Item item(Set<String> known) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        JsonLocation start = parser.currentTokenLocation();
        String itemPlace = place();
        Map<String, Object> fields = new HashMap<>();
        for (String name = nextField(itemPlace); name != null; name = nextField(itemPlace)) {
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
            case VALUE_STRING -> text();
            case START_ARRAY -> Ids.of(integers());
            default -> throw fail("must be a whole number, true or false, a letter or an array of whole numbers");
        };
    }

    JsonToken token() {
        return parser.currentToken();
    }

    public MalformedFileException fail(String message) {
        return new MalformedFileException(place(), message, parser.currentTokenLocation());
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

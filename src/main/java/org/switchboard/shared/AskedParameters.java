package org.switchboard.shared;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of an address. One that cannot be read is answered 400, with what it can be; by itself the
 * framework would answer 404, as if the list were not there.
 */
@Provider
public class AskedParameters implements ParamConverterProvider {

    @Override
    @Nullable
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return Stream.of(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .map(name -> converter(name, type))
                .orElse(null);
    }

    @Nullable
    private static <T> ParamConverter<T> converter(String name, Class<T> type) {
        if (type.isEnum()) {
            String known =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
            return new Reading<>(name, "one of " + known, text -> constant(type, text));
        }
        if (type == UUID.class) {
            return new Reading<>(name, "the id of an item", text -> type.cast(UUID.fromString(text)));
        }
        if (type == Boolean.class) {
            return new Reading<>(name, "true or false", text -> type.cast(truth(text)));
        }
        if (type == Integer.class || type == int.class) {
            return new Reading<>(name, "a whole number", text -> number(text));
        }
        return null;
    }

    private static <T> T constant(Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** Asked for where the type is {@code int} or {@code Integer}: the two have one boxed form and no common class. */
    @SuppressWarnings("unchecked")
    private static <T> T number(String text) {
        return (T) Integer.valueOf(text);
    }

    private record Reading<T>(String name, String wanted, Function<String, T> reading) implements ParamConverter<T> {

        @Override
        @Nullable
        public T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException e) {
                throw new Refusal.Malformed(name + " must be " + wanted + ", not '" + text + "'.");
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}

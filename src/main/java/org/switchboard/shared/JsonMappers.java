package org.switchboard.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers bodies that are no JSON, or not of the asked shape, with 400 and the place. */
final class JsonMappers {

    private JsonMappers() {}

    @Provider
    @Priority(1)
    public static class Unrecognized implements ExceptionMapper<UnrecognizedPropertyException> {
        @Override
        public Response toResponse(UnrecognizedPropertyException broken) {
            return answer(broken);
        }
    }

    @Provider
    @Priority(1)
    public static class Format implements ExceptionMapper<InvalidFormatException> {
        @Override
        public Response toResponse(InvalidFormatException broken) {
            return answer(broken);
        }
    }

    /** Stands for its own, as the framework has a mapper for this one. */
    @Provider
    @Priority(1)
    public static class Mismatched implements ExceptionMapper<MismatchedInputException> {
        @Override
        public Response toResponse(MismatchedInputException broken) {
            return answer(broken);
        }
    }

    @Provider
    @Priority(1)
    public static class Any implements ExceptionMapper<JsonProcessingException> {
        @Override
        public Response toResponse(JsonProcessingException broken) {
            return answer(broken);
        }
    }

    static Response answer(JsonProcessingException broken) {
        if (broken instanceof StreamConstraintsException || broken.getCause() instanceof StreamConstraintsException) {
            return ProblemKind.MALFORMED
                    .problem(
                            "The body is nested deeper than %d levels, or a text or number in it is too long to be read."
                                    .formatted(JsonReading.DEEPEST))
                    .build()
                    .toResponse();
        }
        if (broken instanceof UnrecognizedPropertyException unknown) {
            return malformed(unknown, "UnknownField", unknownField(unknown));
        }
        if (broken instanceof InvalidFormatException format) {
            return malformed(
                    format, "Format", "'" + format.getValue() + "' is not " + wanted(format.getTargetType()) + ".");
        }
        if (broken instanceof MismatchedInputException mismatch
                && mismatch.getPath().isEmpty()) {
            return malformed(
                    mismatch,
                    "Shape",
                    "The body must be " + wanted(mismatch.getTargetType()) + " with nothing after it" + place(broken)
                            + ".");
        }
        if (broken instanceof MismatchedInputException mismatch) {
            return malformed(mismatch, "Shape", "This must be " + wanted(mismatch.getTargetType()) + ".");
        }
        if (broken instanceof JsonMappingException mapping
                && mapping.getCause() instanceof InputCoercionException range) {
            return malformed(mapping, "Range", "This must be " + wanted(range.getTargetType()) + ".");
        }
        if (broken instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return malformed(mapping, "Shape", "This is not of the shape that is asked for here" + place(broken) + ".");
        }
        return ProblemKind.MALFORMED
                .problem("The body is no well-formed JSON" + place(broken) + ".")
                .build()
                .toResponse();
    }

    private static String unknownField(UnrecognizedPropertyException broken) {
        String known = broken.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        return "There is no field '" + broken.getPropertyName() + "' here. Known are: " + known + ".";
    }

    /** What a value of a type of ours is called by those who write JSON. */
    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "of the shape that is asked for here";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == LocalDate.class) {
            return Days.WANTED;
        }
        if (type == String.class) {
            return Texts.WANTED;
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class) {
            return "a whole number, in the range of such numbers";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "a JSON object";
    }

    private static String place(JsonProcessingException broken) {
        return broken.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(
                                broken.getLocation().getLineNr(),
                                broken.getLocation().getColumnNr());
    }

    private static Response malformed(JsonMappingException broken, String code, String message) {
        return ProblemKind.MALFORMED
                .problem(message)
                .with("violations", List.of(new Violation(pointer(broken), code, message)))
                .build()
                .toResponse();
    }

    private static String pointer(JsonMappingException broken) {
        return broken.getPath().stream()
                .map(step -> "/" + (step.getFieldName() != null ? escaped(step.getFieldName()) : step.getIndex()))
                .collect(Collectors.joining());
    }

    private static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}

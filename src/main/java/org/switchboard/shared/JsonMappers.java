package org.switchboard.shared;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Answers bodies that are no JSON, or not of the asked shape, with 400 and the place. */
final class JsonMappers {

    private JsonMappers() {}

    @Provider
    @Priority(1)
    public static class Unrecognized implements ExceptionMapper<UnrecognizedPropertyException> {
        @Override
        public Response toResponse(UnrecognizedPropertyException broken) {
            String known = broken.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return malformed(
                    broken,
                    "UnknownField",
                    "There is no field '" + broken.getPropertyName() + "' here. Known are: " + known + ".");
        }
    }

    @Provider
    @Priority(1)
    public static class Format implements ExceptionMapper<InvalidFormatException> {
        @Override
        public Response toResponse(InvalidFormatException broken) {
            Class<?> type = broken.getTargetType();
            String wanted =
                    type.isEnum() ? "one of " + Arrays.toString(type.getEnumConstants()) : "a " + type.getSimpleName();
            return malformed(broken, "Format", "'" + broken.getValue() + "' is not " + wanted + ".");
        }
    }

    @Provider
    @Priority(1)
    public static class Any implements ExceptionMapper<JsonProcessingException> {
        @Override
        public Response toResponse(JsonProcessingException broken) {
            if (broken instanceof JsonMappingException mapping
                    && !mapping.getPath().isEmpty()) {
                return malformed(mapping, "Shape", "This is not of the shape that is asked for here.");
            }
            return ProblemKind.MALFORMED
                    .problem("The body is no well-formed JSON" + place(broken) + ".")
                    .build()
                    .toResponse();
        }
    }

    private static String place(JacksonException broken) {
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
                .map(step -> "/" + (step.getFieldName() != null ? step.getFieldName() : step.getIndex()))
                .collect(Collectors.joining());
    }
}

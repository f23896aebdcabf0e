package org.switchboard.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Gives every body in the OpenAPI document an example, from those that stand at the records: a record's own if it has
 * one, else one put together from those of its parts. A body for which nothing can be put together is left without, and
 * the test of the document says so.
 */
final class ApiExamples {

    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    ApiExamples(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    void addTo(Operation operation) {
        if (operation.getRequestBody() != null) {
            addTo(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> addTo(response.getContent()));
    }

    private void addTo(@Nullable Content content) {
        if (content != null) {
            content.getMediaTypes().values().stream()
                    .filter(ApiExamples::hasNone)
                    .forEach(body -> of(body.getSchema()).ifPresent(body::setExample));
        }
    }

    private static boolean hasNone(MediaType body) {
        return body.getExample() == null
                && (body.getExamples() == null || body.getExamples().isEmpty());
    }

    private Optional<Object> of(@Nullable Schema schema) {
        if (schema == null) {
            return Optional.empty();
        }
        if (schema.getRef() != null) {
            return of(schemas.get(schema.getRef().substring(REFERENCE.length())));
        }
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return Optional.of(schema.getExamples().get(0));
        }
        if (schema.getItems() != null) {
            return of(schema.getItems()).map(List::of);
        }
        return schema.getProperties() == null ? Optional.empty() : together(schema);
    }

    /** None where a part that must be there has none. */
    private Optional<Object> together(Schema schema) {
        Map<String, Object> example = new LinkedHashMap<>();
        schema.getProperties().forEach((name, part) -> of(part).ifPresent(value -> example.put(name, value)));
        List<String> required = schema.getRequired();
        return required == null || example.keySet().containsAll(required) ? Optional.of(example) : Optional.empty();
    }
}

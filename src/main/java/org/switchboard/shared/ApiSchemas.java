package org.switchboard.shared;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Says in the OpenAPI document what the records say: which fields are always there, and in which order. In a record with
 * null marks those are all that are not {@code @Nullable}, as an answer leaves out nothing but nulls; in one without, as
 * bodies from outside are, those with a constraint that forbids null.
 */
final class ApiSchemas {

    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName UNMARKED = DotName.createSimple(NullUnmarked.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final List<DotName> FORBIDDING_NULL = Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
            .map(DotName::createSimple)
            .toList();
    private static final String OURS = "org.switchboard.";

    private final IndexView code;

    ApiSchemas(IndexView code) {
        this.code = code;
    }

    void complete(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                complete(name, schema);
            } else if (schema.getAnyOf() != null) {
                complete(schema, schemas);
            }
        });
    }

    /** What has one of several shapes has no shape of its own beside, and looks for example like the first. */
    private static void complete(Schema schema, Map<String, Schema> schemas) {
        String first = schema.getAnyOf().get(0).getRef();
        schema.setType(null);
        schema.setExamples(Objects.requireNonNull(schemas.get(first.substring(first.lastIndexOf('/') + 1)))
                .getExamples());
    }

    private void complete(String name, Schema schema) {
        code.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .filter(type -> nameOf(type).equals(name))
                .map(this::fieldsOf)
                // two records can have the same simple name
                .filter(fields -> fields.keySet().equals(schema.getProperties().keySet()))
                .findFirst()
                .ifPresent(fields -> fill(schema, fields));
    }

    private static void fill(Schema schema, Map<String, Boolean> fields) {
        Map<String, Schema> inOrder = new LinkedHashMap<>();
        fields.keySet()
                .forEach(field -> inOrder.put(
                        field, Objects.requireNonNull(schema.getProperties().get(field))));
        inOrder.values().forEach(ApiSchemas::leaveShapeToWhatIsReferredTo);
        schema.setProperties(inOrder);
        List<String> required = fields.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        schema.setRequired(required.isEmpty() ? null : required);
    }

    /** A field that is described beside a reference would otherwise be an object of its own without any fields, too. */
    private static void leaveShapeToWhatIsReferredTo(Schema field) {
        if (field.getRef() != null) {
            field.setType(null);
        }
    }

    private static String nameOf(ClassInfo type) {
        var schema = type.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }

    /** The fields of the record's JSON, in order, and whether each is always there. */
    private Map<String, Boolean> fieldsOf(ClassInfo type) {
        Map<String, Boolean> fields = new LinkedHashMap<>();
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            FieldInfo field = type.field(component.name());
            if (field.hasAnnotation(UNWRAPPED)) {
                fieldsWithDefaultsOf(field.type()).forEach(fields::put);
            } else {
                fields.put(field.name(), isAlwaysThere(type, field));
            }
        }
        return fields;
    }

    /** Within an answer, a field with a default is there too. */
    private Map<String, Boolean> fieldsWithDefaultsOf(Type unwrapped) {
        ClassInfo type = code.getClassByName(unwrapped.name());
        Map<String, Boolean> fields = fieldsOf(type);
        fields.replaceAll((name, always) -> always || hasDefault(type.field(name)));
        return fields;
    }

    private static boolean hasDefault(FieldInfo field) {
        var schema = field.annotation(SCHEMA);
        return schema != null && schema.value("defaultValue") != null;
    }

    private static boolean isAlwaysThere(ClassInfo type, FieldInfo field) {
        if (field.type().kind() == Type.Kind.PRIMITIVE
                || FORBIDDING_NULL.stream().anyMatch(field::hasDeclaredAnnotation)) {
            return true;
        }
        return !type.hasDeclaredAnnotation(UNMARKED) && !field.type().hasAnnotation(NULLABLE);
    }
}

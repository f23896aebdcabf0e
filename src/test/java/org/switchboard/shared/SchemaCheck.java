package org.switchboard.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Compares a value with its schema in an OpenAPI 3.1 document, by the rules that the document uses. Stricter than JSON
 * Schema in one thing: a property that the schema does not name is wrong, unless the schema says what such are.
 */
final class SchemaCheck {

    private final JsonNode document;
    private final List<String> wrong = new ArrayList<>();

    private SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with the value, each with its place; empty if nothing is. */
    static List<String> wrongWith(JsonNode value, JsonNode schema, JsonNode document) {
        SchemaCheck check = new SchemaCheck(document);
        check.check("", value, schema);
        return check.wrong;
    }

    private void check(String place, JsonNode value, JsonNode schema) {
        if (schema.has("$ref")) {
            check(place, value, document.at(schema.get("$ref").asText().substring(1)));
        } else if (schema.isMissingNode() || schema.isEmpty()) {
            wrong.add(place + " has a schema that says nothing");
        }
        if (schema.has("anyOf")
                && children(schema.get("anyOf"))
                        .noneMatch(one -> wrongWith(value, one, document).isEmpty())) {
            wrong.add(place + " is none of the shapes that it can have");
        }
        if (schema.has("type") && !hasType(value, schema.get("type"))) {
            wrong.add(place + " is no " + schema.get("type") + ": " + value);
        } else if (schema.has("enum") && children(schema.get("enum")).noneMatch(value::equals)) {
            wrong.add(place + " is none of " + schema.get("enum") + ": " + value);
        } else if (value.isTextual()) {
            checkText(place, value.asText(), schema);
        } else if (value.isNumber()) {
            checkNumber(place, value.decimalValue(), schema);
        } else if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(place + "/" + i, value.get(i), schema.get("items"));
            }
        } else if (value.isObject() && "object".equals(schema.path("type").asText())) {
            checkObject(place, value, schema);
        }
    }

    private void checkObject(String place, JsonNode value, JsonNode schema) {
        children(schema.path("required"))
                .filter(name -> !value.has(name.asText()))
                .forEach(name -> wrong.add(place + " lacks " + name));
        value.fields().forEachRemaining(field -> {
            String there = place + "/" + field.getKey();
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode others = schema.path("additionalProperties");
            if (!known.isMissingNode()) {
                check(there, field.getValue(), known);
            } else if (others.isObject()) {
                check(there, field.getValue(), others);
            } else if (!others.asBoolean(false)) {
                wrong.add(there + " is not in the schema");
            }
        });
    }

    private void checkText(String place, String text, JsonNode schema) {
        JsonNode pattern = schema.path("pattern");
        if (!pattern.isMissingNode()
                && !Pattern.compile(pattern.asText()).matcher(text).find()) {
            wrong.add(place + " does not match " + pattern + ": " + text);
        }
        if (text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)
                || text.length() < schema.path("minLength").asInt(0)) {
            wrong.add(place + " is too long or too short: " + text);
        }
        if (!hasFormat(text, schema.path("format").asText())) {
            wrong.add(place + " is no " + schema.get("format") + ": " + text);
        }
    }

    private static boolean hasFormat(String text, String format) {
        try {
            switch (format) {
                case "uuid" -> UUID.fromString(text);
                case "date" -> LocalDate.parse(text);
                case "date-time" -> Instant.parse(text);
                default -> {
                    return true;
                }
            }
            return true;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return false;
        }
    }

    private void checkNumber(String place, BigDecimal number, JsonNode schema) {
        boolean within = compare(number, schema.path("minimum")) >= 0
                && compare(schema.path("maximum"), number) >= 0
                && (!schema.has("exclusiveMinimum") || compare(number, schema.get("exclusiveMinimum")) > 0)
                && (!schema.has("exclusiveMaximum") || compare(schema.get("exclusiveMaximum"), number) > 0);
        if (!within) {
            wrong.add(place + " is out of range: " + number);
        }
    }

    private static int compare(BigDecimal number, JsonNode bound) {
        return bound instanceof MissingNode ? 0 : number.compareTo(bound.decimalValue());
    }

    private static int compare(JsonNode bound, BigDecimal number) {
        return bound instanceof MissingNode ? 0 : bound.decimalValue().compareTo(number);
    }

    private static boolean hasType(JsonNode value, JsonNode type) {
        return type.isArray()
                ? children(type).anyMatch(one -> hasType(value, one))
                : switch (type.asText()) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "boolean" -> value.isBoolean();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "null" -> value.isNull();
                    default -> throw new IllegalArgumentException("unknown type " + type);
                };
    }

    private static Stream<JsonNode> children(JsonNode parent) {
        return StreamSupport.stream(parent.spliterator(), false);
    }
}

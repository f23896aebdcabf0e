package org.switchboard.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an OpenAPI document must say for a client to be made from it; knows no operation by name. */
record ApiContract(JsonNode document) {

    private static final String PROBLEM = "application/problem+json";

    /** One operation; its name is what messages begin with. */
    record Operation(String path, String method, JsonNode node) {

        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        Stream<JsonNode> parameters() {
            return children(node.path("parameters"));
        }

        boolean hasParameter(String name) {
            return parameters()
                    .anyMatch(parameter -> parameter.path("name").asText().equals(name));
        }

        boolean hasPathParameter() {
            return path.contains("{");
        }

        boolean hasBody() {
            return node.has("requestBody");
        }

        JsonNode response(String status) {
            return node.path("responses").path(status);
        }
    }

    /** All but those that only tests have. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> {
            if (!path.getKey().startsWith("/test/")) {
                path.getValue()
                        .fields()
                        .forEachRemaining(method -> operations.add(
                                new Operation(path.getKey(), method.getKey(), resolved(method.getValue()))));
            }
        });
        return operations;
    }

    /** The operation with its responses in place of references to them. */
    private JsonNode resolved(JsonNode operation) {
        ObjectNode resolved = operation.deepCopy();
        resolved.path("responses").fields().forEachRemaining(response -> {
            JsonNode reference = response.getValue().path("$ref");
            if (reference.isTextual()) {
                response.setValue(document.at(reference.asText().substring(1)));
            }
        });
        return resolved;
    }

    /** Everything that is missing or wrong; empty if the document is complete. */
    List<String> shortcomings() {
        List<String> found = new ArrayList<>(general());
        Set<String> ids = new HashSet<>();
        for (Operation operation : operations()) {
            Stream.of(naming(operation, ids), parameters(operation), answers(operation), refusals(operation))
                    .flatMap(List::stream)
                    .map(shortcoming -> operation.name() + " " + shortcoming)
                    .forEach(found::add);
        }
        return found;
    }

    private List<String> general() {
        List<String> found = new ArrayList<>();
        require(found, document.path("openapi").asText().startsWith("3.1."), "no OpenAPI 3.1");
        for (String field : List.of("title", "version", "description")) {
            require(found, isSaid(document.path("info").path(field)), "no info " + field);
        }
        require(found, isSaid(document.at("/info/license/identifier")), "no licence");
        require(found, !operations().isEmpty(), "no operations");
        children(document.path("tags"))
                .forEach(tag -> require(found, isSaid(tag.path("description")), "no description of tag " + tag));
        children(document.path("servers"))
                .forEach(server ->
                        require(found, server.path("url").asText().startsWith("/"), "server elsewhere " + server));
        document.findValues("$ref")
                .forEach(reference -> require(
                        found,
                        !document.at(reference.asText().substring(1)).isMissingNode(),
                        "dangling reference " + reference));
        children(document.at("/components/schemas")).forEach(schema -> children(schema.path("examples"))
                .forEach(example -> found.addAll(SchemaCheck.wrongWith(example, schema, document))));
        return found;
    }

    private List<String> naming(Operation operation, Set<String> ids) {
        List<String> found = new ArrayList<>();
        JsonNode id = operation.node().path("operationId");
        require(found, isSaid(id), "has no operationId");
        require(found, ids.add(id.asText()), "has the operationId of another");
        require(found, isSaid(operation.node().path("summary")), "has no summary");
        require(found, !operation.node().path("tags").isEmpty(), "has no tag");
        children(operation.node().path("tags"))
                .forEach(tag -> require(
                        found,
                        children(document.path("tags"))
                                .anyMatch(known -> known.path("name").equals(tag)),
                        "has an undeclared tag " + tag));
        return found;
    }

    private static List<String> parameters(Operation operation) {
        List<String> found = new ArrayList<>();
        operation.parameters().forEach(parameter -> {
            String name = parameter.path("name").asText();
            require(found, isSaid(parameter.path("name")), "has a parameter without a name");
            require(found, !parameter.path("schema").isEmpty(), "has no schema for the parameter " + name);
            if (parameter.path("in").asText().equals("path")) {
                require(found, operation.path().contains("{" + name + "}"), "has no place for " + name);
                require(found, parameter.path("required").asBoolean(), "does not require " + name);
            }
            if (parameter.path("in").asText().equals("header")) {
                require(found, isSaid(parameter.path("description")), "does not explain the header " + name);
            }
        });
        return found;
    }

    private List<String> answers(Operation operation) {
        List<String> found = new ArrayList<>();
        if (operation.hasBody()) {
            require(found, !operation.node().at("/requestBody/content").isEmpty(), "has a body of no type");
            bodies(operation.node().path("requestBody")).forEach((type, body) -> found.addAll(body(type, body)));
        }
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        operation.node().path("responses").fields().forEachRemaining(response -> {
            require(found, isSaid(response.getValue().path("description")), "does not explain " + response.getKey());
            if (response.getKey().startsWith("2")) {
                answers.put(response.getKey(), response.getValue());
            }
        });
        require(found, !answers.isEmpty(), "says of no answer when all is well");
        answers.forEach((status, answer) -> {
            require(found, status.equals("204") || !answer.path("content").isEmpty(), "has no content at " + status);
            bodies(answer).forEach((type, body) -> found.addAll(body(status + " " + type, body)));
        });
        JsonNode created = operation.response("201");
        if (!created.isMissingNode()) {
            requireHeaders(found, created, "201", "Location", "ETag");
        }
        if (operation.hasParameter("If-Match")) {
            requireHeaders(found, operation.response("200"), "200", "ETag");
        }
        if (!operation.response("304").isMissingNode()) {
            requireHeaders(found, operation.response("200"), "200", "ETag");
            requireHeaders(found, operation.response("304"), "304", "ETag");
            require(found, operation.hasParameter("If-None-Match"), "takes no If-None-Match");
        }
        if (operation.hasParameter("cursor")) {
            requireHeaders(found, operation.response("200"), "200", "Link");
        }
        return found;
    }

    /** A body has a schema and, unless it is a file of bytes, an example that keeps to it. */
    private List<String> body(String place, JsonNode body) {
        List<String> found = new ArrayList<>();
        JsonNode schema = body.path("schema");
        require(found, !schema.isEmpty(), "has no schema at " + place);
        List<JsonNode> examples = examplesIn(body);
        require(
                found,
                !examples.isEmpty() || schema.path("format").asText().equals("binary"),
                "has no example at " + place);
        for (JsonNode example : examples) {
            SchemaCheck.wrongWith(example, schema, document)
                    .forEach(wrong -> found.add("has an example at " + place + " in which " + wrong));
        }
        return found;
    }

    private List<String> refusals(Operation operation) {
        List<String> expected = new ArrayList<>(List.of("400", "406", "429", "500", "503"));
        if (operation.hasPathParameter()) {
            expected.add("404");
        }
        if (operation.hasParameter("If-Match")) {
            expected.addAll(List.of("409", "412", "428"));
        }
        if (!operation.response("201").isMissingNode()) {
            expected.add("409");
        }
        if (operation.hasBody()) {
            expected.addAll(List.of("413", "415", "422"));
        }
        List<String> found = new ArrayList<>();
        expected.forEach(
                status -> require(found, operation.node().path("responses").has(status), "lacks " + status));
        operation.node().path("responses").fields().forEachRemaining(response -> {
            if (response.getKey().matches("[45]..")) {
                JsonNode problem = response.getValue().path("content").path(PROBLEM);
                require(
                        found,
                        problem.at("/schema/$ref").asText().equals("#/components/schemas/Problem"),
                        "does not refuse with a problem at " + response.getKey());
                found.addAll(body(response.getKey(), problem));
                require(
                        found,
                        examplesIn(problem).stream()
                                .allMatch(example ->
                                        example.path("status").asText().equals(response.getKey())),
                        "has an example of another status at " + response.getKey());
            }
        });
        for (String later : List.of("429", "503")) {
            requireHeaders(found, operation.response(later), later, "Retry-After");
        }
        return found;
    }

    private static void requireHeaders(List<String> found, JsonNode response, String status, String... names) {
        for (String name : names) {
            JsonNode header = response.path("headers").path(name);
            require(
                    found,
                    isSaid(header.path("description")) && !header.path("schema").isEmpty(),
                    "lacks the header " + name + " at " + status);
        }
    }

    private static List<JsonNode> examplesIn(JsonNode body) {
        return Stream.concat(
                        Stream.of(body.path("example")).filter(example -> !example.isMissingNode()),
                        children(body.path("examples")).map(example -> example.path("value")))
                .toList();
    }

    private static Map<String, JsonNode> bodies(JsonNode message) {
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        message.path("content").fields().forEachRemaining(body -> bodies.put(body.getKey(), body.getValue()));
        return bodies;
    }

    private static void require(List<String> found, boolean holds, String shortcoming) {
        if (!holds) {
            found.add(shortcoming);
        }
    }

    private static boolean isSaid(JsonNode text) {
        return text.isTextual() && !text.asText().isBlank();
    }

    private static Stream<JsonNode> children(JsonNode parent) {
        return StreamSupport.stream(parent.spliterator(), false);
    }
}

package org.switchboard.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Asks as one of the nine, thousands of times: thinner and faster than what other tests use. */
final class Http {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What differs between any two answers. */
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "x-request-id");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Asker, String> tokens = new EnumMap<>(Asker.class);

    Http() {
        for (Asker asker : Asker.values()) {
            asker.token().ifPresent(token -> tokens.put(asker, token));
        }
    }

    /**
     * What is asked.
     *
     * @param path below the root of the service
     * @param headers name, value, name, value
     * @param body null for none
     */
    record Question(
            String method,
            String path,
            List<String> headers,
            @org.jspecify.annotations.Nullable String body) {

        static Question get(String path, String... headers) {
            return new Question("GET", path, List.of(headers), null);
        }

        static Question post(String path, Object body, String... headers) {
            List<String> all = new java.util.ArrayList<>(List.of(headers));
            all.addAll(List.of("Content-Type", "application/json"));
            return new Question("POST", path, List.copyOf(all), written(body));
        }
    }

    /** What is answered; names of headers in small letters. */
    record Answer(int status, Map<String, List<String>> headers, String body) {

        /** All that may not tell a hidden item from one that there never was. */
        String withoutTheMoment() {
            Map<String, List<String>> kept = new TreeMap<>(headers);
            kept.keySet().removeAll(OF_THE_MOMENT);
            String said = problem() ? withoutInstance(body) : body;
            return status + " " + kept + "\n" + said;
        }

        /** The same of the problem document alone, for two that were asked for at different addresses. */
        String problemWithoutPlace() {
            return status + " " + withoutInstance(body);
        }

        private boolean problem() {
            return headers.getOrDefault("content-type", List.of()).stream().anyMatch(type -> type.contains("problem"));
        }

        private static String withoutInstance(String body) {
            try {
                JsonNode problem = JSON.readTree(body);
                if (problem instanceof ObjectNode fields) {
                    fields.remove(List.of("requestId", "instance"));
                }
                return problem.toString();
            } catch (IOException e) {
                return body;
            }
        }

        /** All that was sent. */
        String everything() {
            return status + " " + headers + "\n" + body;
        }
    }

    Answer ask(Asker asker, Question question) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + question.path()));
        request.method(
                question.method(),
                question.body() == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(question.body()));
        for (int i = 0; i < question.headers().size(); i += 2) {
            request.header(question.headers().get(i), question.headers().get(i + 1));
        }
        if (tokens.containsKey(asker)) {
            request.header("Authorization", "Bearer " + tokens.get(asker));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), new TreeMap<>(answer.headers().map()), answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(question.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

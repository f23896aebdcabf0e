package org.switchboard.authorization;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchboard.authorization.Expectations.Row;
import org.switchboard.authorization.Http.Answer;
import org.switchboard.authorization.Http.Question;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;

/** Every operation of the OpenAPI document answers each caller as the table says. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AuthorizationTest {

    private static Http http;
    private static Calls calls;
    private static Map<String, Place> places;

    /** Where an operation is. */
    private record Place(String method, String path) {}

    @BeforeEach
    void prepare() throws IOException {
        if (http == null) {
            Items.providers();
            http = new Http();
            SolvedRuns runs = new SolvedRuns(http);
            calls = new Calls(runs::withAllFiles);
            places = places();
        }
    }

    @AfterAll
    static void forget() {
        http = null;
        StoredProposal.forget();
    }

    static List<Row> rows() {
        return Expectations.read();
    }

    @Test
    void tableHasEveryOperationAndNoOther() {
        assertEquals(
                new TreeSet<>(places.keySet()),
                rows().stream().map(Row::operation).collect(Collectors.toCollection(TreeSet::new)),
                "write the missing rows into src/test/resources/authorization.txt; it says how");
    }

    /** An operation on an object says what becomes of one that is not there, and of one that is. */
    @Test
    void tableHasObjectsPresentAndAbsent() {
        places.forEach((operation, place) -> {
            Set<String> classes = rows().stream()
                    .filter(row -> row.operation().equals(operation))
                    .map(Row::objectClass)
                    .collect(Collectors.toSet());
            assertEquals(place.path().contains("{"), classes.contains("absent"), operation);
            assertTrue(classes.size() >= (place.path().contains("{") ? 2 : 1), operation);
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCallerIsAnsweredAsTheTableSays(Row row) {
        Map<Asker, Integer> statuses = new TreeMap<>();
        for (Asker asker : Asker.values()) {
            Answer answer = ask(asker, row.operation(), row.objectClass());
            statuses.put(asker, answer.status());
            if (answer.status() == 404 && !row.objectClass().equals("absent")) {
                assertEquals(
                        ask(asker, row.operation(), "absent").problemWithoutPlace(),
                        answer.problemWithoutPlace(),
                        "what is hidden from the " + asker.column() + " is as if there were none");
            }
        }
        assertEquals(row.statuses(), statuses);
    }

    private static Answer ask(Asker asker, String operation, String objectClass) {
        Place place = places.get(operation);
        Question question = calls.question(operation, place.method(), place.path(), objectClass);
        Answer answer = http.ask(asker, question);
        if (answer.status() < 300 && !question.method().equals("GET")) {
            calls.used(operation, objectClass);
        }
        return answer;
    }

    private static Map<String, Place> places() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asByteArray());
        Map<String, Place> found = new TreeMap<>();
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (operation.getValue().has("operationId")) {
                        found.put(
                                operation.getValue().get("operationId").asText(),
                                new Place(operation.getKey(), path.getKey()));
                    }
                }));
        return found;
    }
}

package org.switchboard.shared;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.access.Assignment;
import org.switchboard.shared.ApiContract.Operation;
import org.switchboard.testing.Browser;
import org.switchboard.testing.PostgresResource;

/**
 * The OpenAPI document is complete and true. The tests go through whatever operations there are: one that is added later
 * and leaves something out fails here.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ApiDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ApiContract contract;

    @BeforeEach
    void fetch() throws IOException {
        Response answer = given().get("/q/openapi?format=json");
        assertEquals(200, answer.statusCode());
        contract = new ApiContract(JSON.readTree(answer.asByteArray()));
    }

    @Test
    void documentIsComplete() {
        assertEquals(List.of(), contract.shortcomings());
    }

    /** What the test is there to notice, each put into the document by itself. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /info                                                                          | license
                    /paths/~1api~1v1~1needs/get                                                    | operationId
                    /paths/~1api~1v1~1needs/get                                                    | summary
                    /paths/~1api~1v1~1needs/get                                                    | tags
                    /paths/~1api~1v1~1needs/get/parameters/0                                       | schema
                    /paths/~1api~1v1~1needs/get/responses                                          | 200
                    /paths/~1api~1v1~1needs/get/responses                                          | 503
                    /components/responses/Unavailable/headers                                      | Retry-After
                    /paths/~1api~1v1~1needs/get/responses/200/headers                              | Link
                    /paths/~1api~1v1~1needs/get/responses/200/content/application~1json            | schema
                    /paths/~1api~1v1~1needs/get/responses/200/content/application~1json            | example
                    /paths/~1api~1v1~1needs/get/responses/200/content/application~1json/example    | items
                    /components/responses/Malformed/content/application~1problem+json              | schema
                    /paths/~1api~1v1~1needs~1{id}/get/responses                                    | 404
                    /paths/~1api~1v1~1needs~1{id}/get/responses/304/headers                        | ETag
                    /paths/~1api~1v1~1needs~1{id}/put/responses                                    | 428
                    /paths/~1api~1v1~1needs~1{id}/put/requestBody/content/application~1json        | example
                    /paths/~1api~1v1~1needs~1{id}/put/requestBody/content/application~1json/example | cost
                    /paths/~1api~1v1~1requests/post/responses/201/headers                          | Location
                    /paths/~1api~1v1~1requests/post/responses                                      | 409
                    /paths/~1api~1v1~1requests/post/responses                                      | 422
                    /paths/~1api~1v1~1requests/post/responses                                      | 429
                    /components/responses/TooManyRequests/headers                                  | Retry-After
                    /components/schemas                                                            | NeedView
                    /components/responses                                                          | NotFound
                    /components/schemas/NeedView/properties                                        | costUsd
                    """)
    void omissionIsNoticed(String place, String field) {
        ObjectNode spoiled = contract.document().deepCopy();
        assertNotNull(((ObjectNode) spoiled.at(place)).remove(field), "the document has " + place + "/" + field);
        assertFalse(new ApiContract(spoiled).shortcomings().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    state     | 7
                    status    | "ABSENT"
                    version   | 1.5
                    id        | "no id"
                    from      | "2027-13-01"
                    stage     | "D"
                    languages | "en"
                    cost      | {"amount": 0, "currency": "USD"}
                    unknown   | true
                    rateDate  | null
                    """)
    void valueThatBreaksItsSchemaIsNoticed(String field, String value) throws IOException {
        ObjectNode need = contract.document()
                .at("/paths/~1api~1v1~1needs~1{id}/get/responses/200/content/application~1json/example")
                .deepCopy();
        JsonNode schema = contract.document().at("/components/schemas/NeedView");
        assertEquals(List.of(), SchemaCheck.wrongWith(need, schema, contract.document()));
        need.set(field, JSON.readTree(value));
        assertFalse(SchemaCheck.wrongWith(need, schema, contract.document()).isEmpty());
    }

    @Test
    void unwrappedFieldsStandInTheirViewAsTheyAreAnswered() {
        JsonNode need = contract.document().at("/components/schemas/NeedView/properties");
        assertTrue(need.has("title"));
        assertTrue(need.has("cost"));
        assertFalse(need.has("content"));
        JsonNode offer = contract.document().at("/components/schemas/OfferView/properties");
        assertTrue(offer.has("budgetUsd"));
        assertFalse(offer.has("dollars"));
    }

    @Test
    void examplesOfBodiesAreTaken() throws IOException {
        create("/api/v1/providers", "code");
        createRequest();
    }

    @Test
    void answersKeepToTheDocument() throws IOException {
        String need = createRequest();
        String provider = create("/api/v1/providers", "code").at("/code").asText();
        create("/api/v1/providers/{code}/offers", "reference", provider);
        assertEquals(200, given().get("/api/v1/needs/" + need).statusCode());
        List<String> wrong = new ArrayList<>();
        for (Operation operation : readings()) {
            for (String path : addressesOf(operation)) {
                wrong.addAll(wrongWithAnswer(operation, path));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void refusalsKeepToTheDocument() throws IOException {
        String need = "/api/v1/needs/" + createRequest();
        Map<Integer, Response> refusals = new TreeMap<>(Map.of(
                400, given().get("/api/v1/needs?limit=0"),
                404, given().get("/api/v1/needs/" + UUID.randomUUID()),
                406, given().accept("text/html").get("/api/v1/needs"),
                409, given().header("If-Match", tagOf(need)).post(need + "/opening"),
                412, given().header("If-Match", "\"99\"").post(need + "/submission"),
                415, given().contentType("text/plain").body("a request").post("/api/v1/requests"),
                422, given().contentType("application/json").body("{}").post("/api/v1/requests"),
                428, given().post(need + "/submission")));
        JsonNode problem = contract.document().at("/components/schemas/Problem");
        for (Map.Entry<Integer, Response> refusal : refusals.entrySet()) {
            assertEquals(refusal.getKey(), refusal.getValue().statusCode());
            assertEquals("application/problem+json", refusal.getValue().contentType());
            JsonNode body = JSON.readTree(refusal.getValue().asByteArray());
            assertEquals(List.of(), SchemaCheck.wrongWith(body, problem, contract.document()), body.toString());
        }
    }

    /** Operations that read JSON. */
    private List<Operation> readings() {
        return contract.operations().stream()
                .filter(operation -> operation.method().equals("get"))
                .filter(operation -> operation.response("200").path("content").has("application/json"))
                .toList();
    }

    /** Where the operation can be tried: its path, with what the list above it has in place of its parameter. */
    private List<String> addressesOf(Operation operation) throws IOException {
        String path = operation.path();
        if (!path.contains("{")) {
            return List.of(path);
        }
        String list = path.substring(0, path.indexOf("/{"));
        String parameter = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
        String rest = path.substring(path.indexOf('}') + 1);
        if (rest.contains("{")
                || readings().stream().noneMatch(reading -> reading.path().equals(list))) {
            return List.of();
        }
        JsonNode items = JSON.readTree(given().get(list).asByteArray());
        return StreamSupport.stream((items.isArray() ? items : items.path("items")).spliterator(), false)
                .filter(item -> item.has(parameter))
                .limit(3)
                .map(item -> list + "/" + item.get(parameter).asText() + rest)
                .toList();
    }

    private List<String> wrongWithAnswer(Operation operation, String path) throws IOException {
        Response answer = asking(path).get(path);
        if (answer.statusCode() != 200) {
            return List.of(path + " answered " + answer.statusCode());
        }
        JsonNode documented = operation.response("200");
        List<String> wrong = new ArrayList<>();
        SchemaCheck.wrongWith(
                        JSON.readTree(answer.asByteArray()),
                        documented.at("/content/application~1json/schema"),
                        contract.document())
                .forEach(error -> wrong.add(path + error));
        String tag = answer.header("ETag");
        if ((tag != null) != documented.path("headers").has("ETag")) {
            wrong.add(path + " has an ETag where the document has none, or the other way about");
        }
        if (tag != null && asking(path).header("If-None-Match", tag).get(path).statusCode() != 304) {
            wrong.add(path + " does not know its own ETag");
        }
        return wrong;
    }

    /** What people keep for themselves is read in a session, and no token does. */
    private static RequestSpecification asking(String path) {
        boolean inSession = path.startsWith("/api/v1/sessions") || path.equals("/api/v1/tokens");
        return inSession ? Browser.of(Assignment.expert()).with() : given();
    }

    private String tagOf(String path) {
        return given().get(path).header("ETag");
    }

    /** @return the id of a need of it */
    private String createRequest() throws IOException {
        String id = create("/api/v1/requests", "request/reference").at("/id").asText();
        return create("/api/v1/requests/{id}/needs", "reference", id).at("/id").asText();
    }

    /** Creates an item from the example in the document, under a name that no other test has. */
    private JsonNode create(String path, String name, Object... parameters) throws IOException {
        JsonNode operation = contract.document().path("paths").path(path).path("post");
        ObjectNode body =
                operation.at("/requestBody/content/application~1json/example").deepCopy();
        String unique = UUID.randomUUID().toString().substring(0, 18);
        String[] steps = name.split("/");
        ((ObjectNode) (steps.length == 1 ? body : body.path(steps[0]))).put(steps[steps.length - 1], unique);
        body.remove("needs");
        Response answer =
                given().contentType("application/json").body(body.toString()).post(path, parameters);
        assertEquals(201, answer.statusCode(), answer.asString());
        assertNotNull(answer.header("Location"));
        assertNotNull(answer.header("ETag"));
        JsonNode created = JSON.readTree(answer.asByteArray());
        JsonNode schema = operation.at("/responses/201/content/application~1json/schema");
        assertEquals(List.of(), SchemaCheck.wrongWith(created, schema, contract.document()), created.toString());
        return created;
    }
}

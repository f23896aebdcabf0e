package org.switchboard.shared;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.get;
import static org.switchboard.testing.Api.newNeed;
import static org.switchboard.testing.Api.newRequest;
import static org.switchboard.testing.Api.post;
import static org.switchboard.testing.Api.problem;
import static org.switchboard.testing.Api.unique;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.testing.Body;
import org.switchboard.testing.PostgresResource;

/** Bodies, types, paths and methods that no resource can use: each is a problem document, none a failure. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ProblemsTest {

    private static final List<String> CREATING = List.of("/requests", "/providers", "/rates");

    @Test
    void unknownFieldIsNamedWithItsPlaceAndTheKnownOnes() {
        Body body = Body.request("KEN", unique("r"), Body.need("n").with("cost.colour", "red"));
        problem(post("/requests", body), 400, "malformed")
                .body("violations.pointer", contains("/needs/0/cost/colour"))
                .body("violations.code", contains("UnknownField"))
                .body("violations[0].message", containsString("amount, currency"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"state\": }", "{\"state\": \"KEN\",}", "{'a': 1}", "nonsense", "{} {}", "{\"a\": 01}"})
    void brokenJsonIsRefusedWithItsPlace(String json) {
        problem(post("/requests", json), 400, "malformed").body("detail", containsString("line 1, column"));
    }

    @Test
    void fieldThatComesTwiceIsRefused() {
        problem(post("/requests", "{\"state\": \"KEN\", \"state\": \"UGA\"}"), 400, "malformed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tranches      | "2"                   | /tranches       | whole number
            tranches      | 1.5                   | /tranches       | whole number
            tranches      | 99999999999           | /tranches       | whole number
            tranches      | []                    | /tranches       | whole number
            partialOk     | "yes"                 | /partialOk      | true or false
            partialOk     | 1                     | /partialOk      | true or false
            title         | 5                     | /title          | text
            title         | true                  | /title          | text
            title         | ["x"]                 | /title          | text
            title         | "a\\u0000b"           | /title          | U+0000
            title         | "a\\ud800b"           | /title          | halves
            cost          | 5                     | /cost           | object
            cost          | {"amount": "5"}       | /cost/amount    | a number
            languages     | "en"                  | /languages      | list
            languages     | [5]                   | /languages/0    | text
            from          | "tomorrow"            | /from           | 2027-01-31
            from          | "2027-02-30"          | /from           | 2027-01-31
            from          | "2027-01-01T00:00:00Z"| /from           | 2027-01-31
            from          | "+999999999-01-01"    | /from           | 2027-01-31
            from          | ""                    | /from           | 2027-01-31
            from          | 20270101              | /from           | 2027-01-31
            from          | [2027, 1, 1]          | /from           | 2027-01-31
            priority      | "URGENT"              | /priority       | LOW, MEDIUM, HIGH, CRITICAL
            priority      | 1                     | /priority       | LOW, MEDIUM, HIGH, CRITICAL
            priority      | ""                    | /priority       | LOW, MEDIUM, HIGH, CRITICAL
            audience      | "all"                 | /audience       | COMMITTEE, PARTICIPANTS, PUBLIC
            """)
    void wrongTypeIsRefusedWithItsPlaceAndWhatIsWanted(String field, String json, String pointer, String wanted) {
        String body = "{\"" + field + "\": " + json + "}";
        problem(post(newRequest("KEN") + "/needs", body), 400, "malformed")
                .body("violations.pointer", contains(pointer))
                .body("violations[0].message", containsString(wanted))
                .body("detail", containsString(wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "\"x\"", "true"})
    void bodyThatIsNoObjectIsRefused(String json) {
        for (String path : CREATING) {
            problem(post(path, json), 400, "malformed");
        }
    }

    @Test
    void missingBodyIsRefused() {
        for (String path : CREATING) {
            Response none = given().contentType("application/json").post("/api/v1" + path);
            assertTrue(List.of(400, 422).contains(none.statusCode()), none.asString());
            assertEquals("application/problem+json", none.contentType());
            Response nothing =
                    given().contentType("application/json").body("null").post("/api/v1" + path);
            assertTrue(List.of(400, 422).contains(nothing.statusCode()), nothing.asString());
        }
        Response withdrawal = given().contentType("application/json")
                .header("If-Match", "\"0\"")
                .post("/api/v1" + newNeed("KEN") + "/withdrawal");
        assertTrue(List.of(400, 422).contains(withdrawal.statusCode()), withdrawal.asString());
    }

    @Test
    void otherTypesOfBodyAreRefused() {
        problem(given().contentType("text/plain").body("x").post("/api/v1/requests"), 415, "unsupported-type");
        problem(given().contentType("application/xml").body("<x/>").post("/api/v1/providers"), 415, "unsupported-type");
        problem(
                given().contentType("application/json").body("{}").post("/api/v1/imports/needs"),
                415,
                "unsupported-type");
        problem(given().contentType("text/plain").body("x").put("/api/v1" + newNeed("KEN")), 415, "unsupported-type");
    }

    @Test
    void typesOfAnswersThatThereAreNoneOfAreRefused() {
        problem(given().accept("image/png").get("/api/v1/states"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1", "/api", "/nothing", "/api/v1/needs/x/y/z", "/api/v2/needs"})
    void unknownPathIsNotFound(String path) {
        problem(given().get(path), 404, "not-found").body("detail", equalTo("There is nothing here that you may see."));
    }

    @Test
    void unknownMethodIsRefused() {
        problem(given().delete("/api/v1/needs"), 405, "wrong-method");
        problem(given().delete("/api/v1" + newNeed("KEN")), 405, "wrong-method");
        problem(given().contentType("application/json").body("{}").put("/api/v1/rates"), 405, "wrong-method");
        problem(given().contentType("application/json").body("{}").post("/api/v1/needs"), 405, "wrong-method");
    }

    @Test
    void everyKindOfProblemHasAStatusOfItsOwnKind() {
        assertEquals(
                ProblemKind.values().length,
                Arrays.stream(ProblemKind.values())
                        .map(ProblemKind::type)
                        .distinct()
                        .count());
        for (ProblemKind kind : ProblemKind.values()) {
            assertTrue(kind.type().toString().matches("urn:switchboard:problem:[a-z-]+"), kind.name());
        }
    }

    @Test
    void charactersThatOnlyTheDatabaseMindsAreNoFailure() {
        assertEquals(400, get("/needs?kind=%00").statusCode());
        assertEquals(400, get("/requests?state=%00").statusCode());
        assertTrue(get("/providers/%00").statusCode() < 500);
    }

    @Test
    void reasonIsAskedFor() {
        String need = newNeed("KEN");
        problem(
                        given().contentType("application/json")
                                .header("If-Match", "\"0\"")
                                .body(Body.reason(" "))
                                .post("/api/v1" + need + "/withdrawal"),
                        422,
                        "rules-broken")
                .body("violations.pointer", contains("/reason"));
        get(need).then().body("version", is(0));
    }
}

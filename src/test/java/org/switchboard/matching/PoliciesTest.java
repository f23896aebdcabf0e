package org.switchboard.matching;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class PoliciesTest {

    private static final Map<String, Object> SOUND = Map.of(
            "fitWeights",
            Map.of("languages", 25, "period", 25, "specificity", 25, "pastWork", 15, "stage", 10),
            "slopes",
            List.of(10, 6, 3),
            "band1",
            30,
            "band2",
            60,
            "costExponent",
            0.5,
            "absorption",
            8,
            "absorptionOfStates",
            Map.of("PLW", 3),
            "furtherProviderCharge",
            40,
            "changeCharge",
            20,
            "dueDiligenceThemes",
            List.of("WMD.BIO"));

    @Test
    void theServiceStartsWithAPolicy() {
        given().get("/api/v1/policies/1")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("createdBy", equalTo("system"))
                .body("policy.slopes", contains(10, 6, 3))
                .body("policy.costExponent", equalTo(0.5f))
                .body("policy.dueDiligenceThemes.size()", equalTo(0));
    }

    @Test
    void aNewVersionFollowsTheOthersWhichStay() {
        String before = given().get("/api/v1/policies/1").asString();

        int version = create(SOUND)
                .statusCode(201)
                .body("policy.absorptionOfStates.PLW", equalTo(3))
                .body("policy.dueDiligenceThemes", contains("WMD.BIO"))
                .extract()
                .path("version");

        given().get("/api/v1/policies/" + version)
                .then()
                .statusCode(200)
                .header("ETag", "\"" + version + "\"")
                .body("reason", equalTo("for a test"));
        assertEquals(before, given().get("/api/v1/policies/1").asString());
        List<Integer> listed = given().get("/api/v1/policies").jsonPath().getList("version");
        assertEquals(listed.stream().sorted(Comparator.reverseOrder()).toList(), listed);
        assertEquals(version, listed.get(0), "the one in force first");
    }

    @Test
    void aVersionIsSaidWhereItStandsAndIsReadAgainOnlyIfItChanged() {
        String location = create(SOUND).statusCode(201).extract().header("Location");
        String tag = given().get(location).header("ETag");

        given().header("If-None-Match", tag).get(location).then().statusCode(304);
        given().put(location).then().statusCode(405);
        given().delete(location).then().statusCode(405);
    }

    @Test
    void theSameKeyGivesTheSameVersionAgain() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("reason", "once", "policy", SOUND);

        int first = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/policies")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
        given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/policies")
                .then()
                .statusCode(201)
                .body("version", equalTo(first));
        given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("reason", "twice", "policy", SOUND))
                .post("/api/v1/policies")
                .then()
                .statusCode(422);
    }

    @Test
    void refusesWhatContradictsItself() {
        refused(
                "fitWeights",
                Map.of("languages", 25, "period", 25, "specificity", 25, "pastWork", 15, "stage", 11),
                "/policy/fitWeights",
                "must sum to 100, not 101");
        refused("slopes", List.of(6, 10, 3), "/policy/slopes", "must not rise");
        refused("slopes", List.of(10, 3, 6), "/policy/slopes", "must not rise");
        refused("band2", 29, "/policy/band2", "must not be below band1");
        refused("absorptionOfStates", Map.of("ZZZ", 1), "/policy/absorptionOfStates/ZZZ", "is no State's code");
        refused(
                "dueDiligenceThemes",
                List.of("WMD.BIO", "NON"),
                "/policy/dueDiligenceThemes",
                "'NON' is not in the list");
    }

    @Test
    void refusesWhatIsOutOfRange() {
        refused("slopes", List.of(10, 6), "/policy/slopes", "size");
        refused("slopes", List.of(10, 6, -1), "/policy/slopes/2", "greater than or equal to 0");
        refused("costExponent", 1.01, "/policy/costExponent", "less than or equal to 1");
        refused("costExponent", -0.01, "/policy/costExponent", "greater than or equal to 0");
        refused("absorption", -1, "/policy/absorption", "greater than or equal to 0");
        refused("changeCharge", 10_001, "/policy/changeCharge", "less than or equal to 10000");
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        Map<String, Object> policy = new HashMap<>(SOUND);
        policy.put("band2", 1);
        policy.put("slopes", List.of(1, 2, 3));

        create(policy)
                .statusCode(422)
                .body("violations.pointer", hasItem("/policy/band2"))
                .body("violations.pointer", hasItem("/policy/slopes"))
                .body("detail", equalTo("2 things are wrong."));
    }

    @Test
    void asksForAReasonAndForEveryFigure() {
        given().contentType("application/json")
                .body(Map.of("reason", " ", "policy", SOUND))
                .post("/api/v1/policies")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/reason"));
        Map<String, Object> policy = new HashMap<>(SOUND);
        policy.remove("band1");
        create(policy).statusCode(422).body("violations.pointer", contains("/policy/band1"));
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() {
        given().get("/api/v1/policies/1000000").then().statusCode(404);
        given().get("/api/v1/policies/0").then().statusCode(404);
    }

    private static void refused(String field, Object value, String pointer, String words) {
        Map<String, Object> policy = new HashMap<>(SOUND);
        policy.put(field, value);
        create(policy)
                .statusCode(422)
                .body("violations.size()", greaterThan(0))
                .body("violations.pointer", contains(pointer))
                .body("violations[0].message", containsString(words));
    }

    private static ValidatableResponse create(Map<String, Object> policy) {
        return given().contentType("application/json")
                .body(Map.of("reason", "for a test", "policy", policy))
                .post("/api/v1/policies")
                .then();
    }
}

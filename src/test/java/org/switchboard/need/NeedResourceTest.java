package org.switchboard.need;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.switchboard.testing.Api.get;
import static org.switchboard.testing.Api.id;
import static org.switchboard.testing.Api.newNeed;
import static org.switchboard.testing.Api.newRequest;
import static org.switchboard.testing.Api.path;
import static org.switchboard.testing.Api.post;
import static org.switchboard.testing.Api.problem;
import static org.switchboard.testing.Api.put;
import static org.switchboard.testing.Api.tagOf;
import static org.switchboard.testing.Api.unique;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.Body;
import org.switchboard.testing.Caller;
import org.switchboard.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class NeedResourceTest {

    /** Every field that a State can say, none at its default. */
    private static Body everything(String reference) {
        return Body.need(reference)
                .with("objective", "Analysts can trace transfers \"across\" borders")
                .with("currentSituation", "Two analysts,\nno software")
                .with("expectedOutcome", "تدريب المحللين 培训 обучение")
                .with("beneficiaryInstitution", "Financial intelligence unit")
                .with("helpReceivedOrSought", "A workshop in 2025")
                .with("costBasis", "Four weeks, two trainers")
                .with("cost", Body.empty().with("amount", 1234.5).with("currency", "USD"))
                .with("tranches", 4)
                .with("partialOk", true)
                .with("priority", "CRITICAL")
                .with("nationalRank", 3)
                .with("languages", List.of("fr", "ar"))
                .with("audience", "PUBLIC")
                .with("matching", "RELEASED")
                .with("releasedTo", List.of("UNDP"))
                .with("blockedProviders", List.of("LAF", "XYZ"))
                .with("humanRights", true)
                .with("gender", true)
                .with("source", "survey");
    }

    @Test
    void everyFieldReadsBackAsItWasSent() {
        String request = newRequest("KEN");
        Body sent = everything(unique("need"));
        String need = path(post(request + "/needs", sent));
        JsonPath read = get(need).then().statusCode(200).extract().jsonPath();
        sent.forEach((field, value) -> {
            if (!field.equals("cost")) {
                assertEquals(value, read.get(field), field);
            }
        });
        assertEquals(1234.5f, read.getFloat("cost.amount"));
        assertEquals("USD", read.getString("cost.currency"));
        assertEquals(1235, read.getInt("costUsd"));
        assertEquals(id(request), read.getString("request"));
        assertEquals("KEN", read.getString("state"));
        assertEquals("DRAFT", read.getString("status"));
        assertEquals(id(need), read.getString("id"));
        assertEquals(false, read.getBoolean("sample"));
    }

    @Test
    void whatIsLeftOutTakesTheDefaultsOfTheDomain() {
        post(newRequest("SEN") + "/needs", Body.need(unique("need")))
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("tranches", is(1))
                .body("partialOk", is(false))
                .body("priority", equalTo("MEDIUM"))
                .body("languages", contains("fr"))
                .body("audience", equalTo("COMMITTEE"))
                .body("matching", equalTo("ANY"))
                .body("releasedTo", empty())
                .body("blockedProviders", empty())
                .body("humanRights", is(false))
                .body("gender", is(false))
                .body("verifiedPriority", nullValue())
                .body("rateDate", nullValue())
                .body("costUsd", is(240000));
    }

    @Test
    void creationSaysWhereTheNeedIs() {
        String request = newRequest("KEN");
        String location = post(request + "/needs", Body.need(unique("need")))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        given().get(location).then().statusCode(200).body("request", equalTo(id(request)));
    }

    @Test
    void requestBringsItsNeedsAsDrafts() {
        String first = unique("need");
        String second = unique("need");
        String request = path(post(
                "/requests",
                Body.request(
                        "KEN",
                        unique("request"),
                        Body.need(first),
                        Body.need(second).with("theme", "BOR"))));
        get("/needs?sort=reference&request=" + id(request))
                .then()
                .statusCode(200)
                .body("items.status", contains("DRAFT", "DRAFT"))
                .body("items.reference", hasItem(first))
                .body("items.reference", hasItem(second));
    }

    @Test
    void unchangedNeedIsNotSentAgain() {
        String need = newNeed("KEN");
        given().header("If-None-Match", tagOf(need))
                .get("/api/v1" + need)
                .then()
                .statusCode(304)
                .header("ETag", "\"0\"")
                .body(equalTo(""));
        given().header("If-None-Match", "\"99\"").get("/api/v1" + need).then().statusCode(200);
    }

    /** As the State's own focal point, who alone may open up what it said. */
    private static Response putAsState(String item, Object body, String ifMatch) {
        return Caller.focalPoint("KEN")
                .asks()
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put("/api/v1" + item);
    }

    @Test
    void changeTakesTheVersionThatWasRead() {
        String need = newNeed("KEN");
        String reference = get(need).jsonPath().getString("reference");
        putAsState(need, everything(reference), "\"0\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", is(1))
                .body("tranches", is(4));
        get(need).then().header("ETag", "\"1\"").body("source", equalTo("survey"));
        get(need + "/changes")
                .then()
                .body("why", contains("created", "changed"))
                .body("from", contains(nullValue(), equalTo("DRAFT")))
                .body("to", contains("DRAFT", "DRAFT"))
                .body("who", everyItem(endsWith("@people.example")));
    }

    @Test
    void changeWithoutOrWithAnOldVersionIsRefused() {
        String need = newNeed("KEN");
        Body body = Body.need(get(need).jsonPath().getString("reference"));
        problem(given().contentType("application/json").body(body).put("/api/v1" + need), 428, "precondition-missing");
        put(need, body.with("title", "Another title"), "\"0\"").then().statusCode(200);
        problem(put(need, body, "\"0\""), 412, "stale");
        problem(put(need, body, "*"), 412, "stale");
        problem(put(need, body, "W/\"1\""), 412, "stale");
        problem(put(need, body, "yesterday"), 412, "stale");
        get(need).then().header("ETag", "\"1\"");
    }

    @Test
    void referenceStays() {
        String need = newNeed("KEN");
        problem(put(need, Body.need(unique("other")), "\"0\""), 422, "rules-broken")
                .body("violations.pointer", contains("/reference"));
    }

    @Test
    void referenceIsGivenOncePerState() {
        String reference = unique("need");
        String request = newRequest("KEN");
        post(request + "/needs", Body.need(reference)).then().statusCode(201);
        problem(post(request + "/needs", Body.need(reference)), 422, "rules-broken")
                .body("violations.code", contains("Unique"));
        post(newRequest("UGA") + "/needs", Body.need(reference)).then().statusCode(201);
    }

    @Test
    void whatIsNotThereLooksTheSameWhateverItsId() {
        String here = problem(get("/needs/" + UUID.randomUUID()), 404, "not-found")
                .extract()
                .jsonPath()
                .getString("detail");
        for (String path : List.of("/needs/no-id", "/needs/no-id/changes", "/requests/" + UUID.randomUUID())) {
            problem(get(path), 404, "not-found").body("detail", equalTo(here));
        }
        String absent = "/needs/" + UUID.randomUUID();
        problem(put(absent, Body.need("x"), "\"0\""), 404, "not-found").body("detail", equalTo(here));
        problem(post(absent.replace("needs", "requests") + "/needs", Body.need("x")), 404, "not-found");
        problem(given().header("If-Match", "\"0\"").post("/api/v1" + absent + "/submission"), 404, "not-found");
    }

    @Test
    void costInAnotherCurrencyIsConvertedAtTheRateOfTheDayOfReceipt() {
        post("/rates", Body.rate("UZS", "2026-01-01", "0.00008")).then().statusCode(201);
        post("/rates", Body.rate("UZS", "2026-11-02", "0.0001")).then().statusCode(201);
        post("/rates", Body.rate("UZS", "2026-11-03", "0.5")).then().statusCode(201);
        Body body = Body.need(unique("need"))
                .with("cost", Body.empty().with("amount", 12_345_678).with("currency", "UZS"));
        String need = path(post(newRequest("UZB") + "/needs", body));
        get(need)
                .then()
                .body("costUsd", is(1235))
                .body("rateDate", equalTo("2026-11-02"))
                .body("cost.currency", equalTo("UZS"))
                .body("cost.amount", is(12_345_678));
        // a tiny amount is still worth a dollar
        body.with("cost.amount", 0.01);
        put(need, body, "\"0\"").then().statusCode(200).body("costUsd", is(1));
    }

    @Test
    void requestChangesAsAWholeButItsDayStays() {
        String reference = unique("request");
        String request = path(post("/requests", Body.request("KEN", reference)));
        Body content = Body.requestContent(reference)
                .with("noteVerbaleReference", "NV/2026/118")
                .with("noteVerbaleDate", "2026-10-28")
                .with("audience", "PARTICIPANTS")
                .with(
                        "contact",
                        Body.empty()
                                .with("office", "Permanent Mission, Legal Section")
                                .with("email", "legal@mission.example")
                                .with("phone", "+254 20 123 456")
                                .with("website", "https://mission.example"));
        putAsState(request, content, "\"0\"").then().statusCode(200).header("ETag", "\"1\"");
        JsonPath read = get(request).jsonPath();
        content.forEach((field, value) -> assertEquals(value, read.get(field), field));
        assertEquals("KEN", read.getString("state"));
        get(request + "/changes").then().body("why", contains("created", "changed"));
        problem(put(request, content.with("receivedOn", "2026-11-03"), "\"1\""), 422, "rules-broken")
                .body("violations.pointer", contains("/receivedOn"));
        problem(put(request, content, "\"0\""), 412, "stale");
        given().header("If-None-Match", "\"1\"").get("/api/v1" + request).then().statusCode(304);
    }

    @Test
    void requestIsThereOnce() {
        Body body = Body.request("KEN", unique("request"));
        post("/requests", body).then().statusCode(201);
        problem(post("/requests", body), 409, "conflict");
    }
}

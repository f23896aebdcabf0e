package org.switchboard.shared;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.switchboard.testing.Api.get;
import static org.switchboard.testing.Api.id;
import static org.switchboard.testing.Api.importCsv;
import static org.switchboard.testing.Api.newNeed;
import static org.switchboard.testing.Api.newProvider;
import static org.switchboard.testing.Api.newRequest;
import static org.switchboard.testing.Api.path;
import static org.switchboard.testing.Api.post;
import static org.switchboard.testing.Api.problem;
import static org.switchboard.testing.Api.put;
import static org.switchboard.testing.Api.unique;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Assignment;
import org.switchboard.testing.AtOnce;
import org.switchboard.testing.Body;
import org.switchboard.testing.Caller;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** The same submission twice, one after the other and at the same moment, with and without a key. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class IdempotencyTest {

    @Test
    void sameKeyAndBodyGiveTheFirstAnswerAgain() {
        String request = newRequest("KEN");
        String key = unique("key");
        Body body = Body.need(unique("need"));
        Response first = post(request + "/needs", body, key);
        String need = path(first);
        put(need, Body.need((String) body.get("reference")).with("title", "Changed meanwhile"), "\"0\"")
                .then()
                .statusCode(200);
        Response again = post(request + "/needs", body, key);
        again.then()
                .statusCode(201)
                .header("Location", first.header("Location"))
                .header("ETag", "\"0\"");
        assertEquals(first.asString(), again.asString());
        assertEquals(first.contentType(), again.contentType());
        get("/needs?request=" + id(request)).then().body("items", hasSize(1));
        // the same content in other words is the same content
        post(request + "/needs", body.with("tranches", 1).with("cost.amount", 240000.00), key)
                .then()
                .statusCode(201)
                .body("id", equalTo(id(need)));
    }

    @Test
    void everyCreationKnowsKeys() {
        String key = unique("key");
        Body provider = Body.provider(unique("P"));
        Body offer = Body.offer(unique("offer"));
        Body request = Body.request("KEN", unique("request"), Body.need(unique("need")));
        Body rate = Body.rate("LAK", "2001-0" + 1 + "-01", "0.0001");
        String offers = "/providers/" + newProvider() + "/offers";
        for (Response[] twice : new Response[][] {
            {post("/providers", provider, key + 1), post("/providers", provider, key + 1)},
            {post(offers, offer, key + 2), post(offers, offer, key + 2)},
            {post("/requests", request, key + 3), post("/requests", request, key + 3)},
            {post("/rates", rate, key + 4), post("/rates", rate, key + 4)}
        }) {
            twice[0].then().statusCode(201);
            twice[1].then().statusCode(201).body(equalTo(twice[0].asString()));
        }
    }

    @Test
    void otherBodyOrOperationUnderTheSameKeyIsRefused() {
        String key = unique("key");
        String request = newRequest("KEN");
        post(request + "/needs", Body.need(unique("need")), key).then().statusCode(201);
        problem(post(request + "/needs", Body.need(unique("need")), key), 422, "idempotency-key-reused");
        problem(post("/providers", Body.provider(unique("P")), key), 422, "idempotency-key-reused");
        problem(post(newRequest("KEN") + "/needs", Body.need(unique("need")), key), 422, "idempotency-key-reused");
    }

    @Test
    void refusedCreationLeavesTheKeyFree() {
        String key = unique("key");
        String request = newRequest("KEN");
        Body body = Body.need(unique("need")).with("theme", "NOTHING");
        problem(post(request + "/needs", body, key), 422, "rules-broken");
        post(request + "/needs", body.with("theme", "FIN"), key).then().statusCode(201);
    }

    @Test
    void whoLostARightIsNotGivenTheFirstAnswerAgain() {
        Assignment[] both = {Assignment.focalPoint("KEN"), Assignment.focalPoint("PER")};
        UUID account = People.account(both);
        Caller caller = new Caller("of two States", Optional.of(new People.NewToken().of(account, both)));
        Body request = Body.request("KEN", unique("request"), Body.need(unique("need")));
        String key = unique("key");
        for (int time = 1; time <= 2; time++) {
            submitted(caller, request, key).then().statusCode(201);
        }
        People.run("delete from account_role where account = ? and state = 'KEN'", account);
        problem(submitted(caller, request, key), 403, "not-allowed");
    }

    private static Response submitted(Caller caller, Body request, String key) {
        return caller.asks()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request)
                .post("/api/v1/requests");
    }

    @Test
    void keyHasItsBounds() {
        problem(post("/providers", Body.provider(unique("P")), "k".repeat(201)), 400, "malformed");
        post("/providers", Body.provider(unique("P")), unique("k") + "k".repeat(180))
                .then()
                .statusCode(201);
    }

    @Test
    void importIsKnownByItsFile() {
        String key = unique("key");
        String csv = "reference,state,theme,stage,kind,title,cost_usd,from,to\n" + unique("n")
                + ",KEN,FIN,B,TRAINING,Training,1000,2027-01-01,2027-12-31\n";
        Response first = imported(csv, key, "");
        first.then().statusCode(200).body("created", equalTo(1));
        imported(csv, key, "").then().statusCode(200).body(equalTo(first.asString()));
        problem(imported(csv.replace("1000", "2000"), key, ""), 422, "idempotency-key-reused");
        problem(imported(csv, key, "?mode=skip"), 422, "idempotency-key-reused");
        importCsv("needs", "", csv).then().body("unchanged", equalTo(1));
    }

    private static Response imported(String csv, String key, String query) {
        return RestAssured.given()
                .contentType("text/csv; charset=UTF-8")
                .header("Idempotency-Key", key)
                .body(csv)
                .post("/api/v1/imports/needs" + query);
    }

    @RepeatedTest(5)
    void sameKeyAtTheSameMomentMakesOneItem() throws Exception {
        String request = newRequest("KEN");
        String key = unique("key");
        Body body = Body.need(unique("need"));
        List<Response> answers = AtOnce.run(
                () -> post(request + "/needs", body, key),
                () -> post(request + "/needs", body, key),
                () -> post(request + "/needs", body, key),
                () -> post(request + "/needs", body, key));
        answers.forEach(answer ->
                answer.then().statusCode(201).body(equalTo(answers.get(0).asString())));
        get("/needs?request=" + id(request)).then().body("items", hasSize(1));
    }

    @RepeatedTest(5)
    void sameReferenceAtTheSameMomentMakesOneItem() throws Exception {
        String request = newRequest("KEN");
        Body need = Body.need(unique("need"));
        onlyOne(AtOnce.run(() -> post(request + "/needs", need), () -> post(request + "/needs", need)), 201);
        get("/needs?request=" + id(request)).then().body("items", hasSize(1));
        Body whole = Body.request("KEN", unique("request"));
        onlyOne(AtOnce.run(() -> post("/requests", whole), () -> post("/requests", whole)), 201);
        Body provider = Body.provider(unique("P"));
        onlyOne(AtOnce.run(() -> post("/providers", provider), () -> post("/providers", provider)), 201);
        String offers = "/providers/" + provider.get("code") + "/offers";
        Body offer = Body.offer(unique("offer"));
        onlyOne(AtOnce.run(() -> post(offers, offer), () -> post(offers, offer)), 201);
    }

    @RepeatedTest(5)
    void changesOfTheSameVersionAtTheSameMomentDoNotCoverEachOther() throws Exception {
        String need = newNeed("KEN");
        String reference = get(need).jsonPath().getString("reference");
        List<Response> answers = AtOnce.run(
                () -> put(need, Body.need(reference).with("title", "One"), "\"0\""),
                () -> put(need, Body.need(reference).with("title", "Two"), "\"0\""));
        Response done = onlyOne(answers, 200);
        answers.stream().filter(answer -> answer != done).forEach(answer -> problem(answer, 412, "stale"));
        get(need).then().body("title", equalTo(done.jsonPath().getString("title")));
        get(need + "/changes").then().body("why", contains("created", "changed"));
    }

    @RepeatedTest(3)
    void sameFileAtTheSameMomentIsTakenOnce() throws Exception {
        String source = unique("source");
        StringBuilder csv = new StringBuilder("reference,state,theme,stage,kind,title,cost_usd,from,to,source\n");
        for (int i = 0; i < 50; i++) {
            csv.append(unique("n"))
                    .append(",KEN,FIN,B,TRAINING,Training,1000,2027-01-01,2027-12-31,")
                    .append(source)
                    .append('\n');
        }
        List<Response> answers =
                AtOnce.run(() -> importCsv("needs", "", csv.toString()), () -> importCsv("needs", "", csv.toString()));
        // the later one finds the rows of the earlier, or is told that they came at the same moment
        answers.forEach(answer ->
                assertEquals(true, answer.statusCode() == 200 || answer.statusCode() == 409, answer.asString()));
        assertNotEquals(409, answers.get(0).statusCode() + answers.get(1).statusCode() - 409);
        get("/needs?limit=200&source=" + source).then().body("items", hasSize(50));
    }

    /** The one that succeeded; the others were refused as a conflict or a broken rule. */
    private static Response onlyOne(List<Response> answers, int success) {
        List<Response> done = answers.stream()
                .filter(answer -> answer.statusCode() == success)
                .toList();
        assertEquals(
                1,
                done.size(),
                () -> answers.stream().map(Response::asString).toList().toString());
        answers.stream()
                .filter(answer -> answer.statusCode() != success)
                .forEach(answer ->
                        assertEquals(true, List.of(409, 412, 422).contains(answer.statusCode()), answer.asString()));
        return done.get(0);
    }
}

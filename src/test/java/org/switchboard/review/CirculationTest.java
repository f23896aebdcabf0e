package org.switchboard.review;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.switchboard.review.Steps.EXPERT;
import static org.switchboard.review.Steps.MEMBER;
import static org.switchboard.testing.Api.BASE;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.Api;
import org.switchboard.testing.Body;
import org.switchboard.testing.Caller;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** Requests before the Committee, where the policy asks for it. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class CirculationTest {

    private static final Caller SECOND_MEMBER = Caller.committee("SWE");

    @Inject
    TermsJob terms;

    private String request;
    private String need;

    @BeforeEach
    void anAcknowledgedNeed() {
        noObjectionWithin(5);
        request = Api.newRequest("KEN");
        need = acknowledged();
    }

    @AfterEach
    void askNobody() {
        noObjectionWithin(0);
    }

    private static void noObjectionWithin(int workingDays) {
        Api.post(
                        "/review-policies",
                        Body.reason("for this test")
                                .with(
                                        "policy",
                                        Map.of(
                                                "noObjectionOnProposals",
                                                5,
                                                "noObjectionOnCirculation",
                                                workingDays,
                                                "mostExtension",
                                                10,
                                                "recipientConsent",
                                                20,
                                                "providerConsent",
                                                20,
                                                "reminders",
                                                List.of(5, 1),
                                                "acknowledgement",
                                                5)))
                .then()
                .statusCode(201);
    }

    private String acknowledged() {
        String path = Api.path(Api.post(request + "/needs", Body.need(Api.unique("need"))));
        Api.move(path, "submission").then().statusCode(200);
        Api.move(path, "acknowledgement").then().statusCode(200);
        return path;
    }

    private Response putBefore() {
        return EXPERT.asks()
                .contentType("application/json")
                .body(Map.of("request", Api.id(request), "reason", "Authenticated"))
                .post(BASE + "/circulations");
    }

    private String circulation() {
        return putBefore().then().statusCode(201).extract().path("id");
    }

    private static Response act(Caller who, String circulation, String step, Map<String, ?> body) {
        return who.asks()
                .header("If-Match", "\"" + read(circulation).path("version") + "\"")
                .contentType("application/json")
                .body(body)
                .post(BASE + "/circulations/" + circulation + "/" + step);
    }

    private static Response act(Caller who, String circulation, String step) {
        return act(who, circulation, step, Map.of("reason", "for this test"));
    }

    private static Response read(String circulation) {
        return EXPERT.asks().get(BASE + "/circulations/" + circulation);
    }

    private void silence(String circulation) {
        People.run("update circulation set until = current_date - 2 where id = ?", UUID.fromString(circulation));
        terms.look();
    }

    private static String status(String need) {
        return Api.get(need).path("status");
    }

    private static List<String> told(String circulation) {
        return People.strings(
                "select kind || ' ' || array_to_string(addressees, ' ') from outbox where item_id = ? order by change",
                UUID.fromString(circulation));
    }

    @Test
    void aNeedIsOpenedOnlyOnceTheCommitteeHasLetItsRequestPass() {
        Api.problem(Api.move(need, "opening"), 409, "conflict")
                .body("detail", containsString("put its request before the Committee"));

        String circulation = circulation();
        MEMBER.asks()
                .get(BASE + "/circulations/" + circulation)
                .then()
                .statusCode(200)
                .body("status", equalTo("BEFORE_COMMITTEE"))
                .body("until", notNullValue())
                .body("state", equalTo("KEN"))
                .body("recused", contains("KEN"))
                .body("needs", contains(Api.id(need)));
        Api.move(need, "opening").then().statusCode(409);
        terms.look();
        assertEquals("ACKNOWLEDGED", status(need));

        silence(circulation);
        terms.look();

        read(circulation).then().body("status", equalTo("PASSED")).body("until", nullValue());
        assertEquals("OPEN", status(need));
        EXPERT.asks()
                .get(BASE + "/circulations/" + circulation + "/changes")
                .then()
                .body("to.findAll { it == 'PASSED' }", hasSize(1));
        assertEquals(
                List.of("CIRCULATION_BEFORE_COMMITTEE committee", "CIRCULATION_PASSED executive-directorate"),
                told(circulation));
    }

    @Test
    void theCommitteeIsRemindedOnceBeforeItsPeriodEnds() {
        String circulation = circulation();
        terms.look();
        assertEquals(List.of("CIRCULATION_BEFORE_COMMITTEE committee"), told(circulation));
        People.run(
                "update circulation set until = current_date, reminded_for = null where id = ?",
                UUID.fromString(circulation));
        terms.look();
        terms.look();
        assertEquals(
                List.of("CIRCULATION_BEFORE_COMMITTEE committee", "CIRCULATION_REMINDER committee"), told(circulation));
    }

    @Test
    void afterThePeriodNothingIsSaidWithinIt() {
        String circulation = circulation();
        People.run("update circulation set until = current_date - 2 where id = ?", UUID.fromString(circulation));
        act(MEMBER, circulation, "objections")
                .then()
                .statusCode(409)
                .body("detail", containsString("The term for this ended"));
    }

    @Test
    void whatIsAcknowledgedLaterComesBeforeTheCommitteeByItself() {
        String first = circulation();
        String later = acknowledged();
        Api.problem(putBefore(), 409, "conflict").body("detail", containsString("already"));
        silence(first);
        assertEquals(List.of("OPEN", "ACKNOWLEDGED"), List.of(status(need), status(later)));
        Api.move(later, "opening").then().statusCode(409);

        String second = circulation();
        read(second).then().body("needs", contains(Api.id(later)));
        silence(second);
        assertEquals("OPEN", status(later));
        Api.problem(putBefore(), 409, "conflict").body("detail", containsString("No need of this request"));
    }

    @Test
    void anObjectionLeavesTheNeedsWithTheExperts() {
        String circulation = circulation();
        act(SECOND_MEMBER, circulation, "objections", Map.of("reason", "Asked for in 2024 already"))
                .then()
                .statusCode(200)
                .body("status", equalTo("OBJECTED"));
        terms.look();
        assertEquals("ACKNOWLEDGED", status(need));
        Api.move(need, "opening").then().statusCode(409);
        MEMBER.asks()
                .get(BASE + "/circulations/" + circulation + "/changes")
                .then()
                .body("why", hasItem("objected to by SWE: Asked for in 2024 already"));
        act(MEMBER, circulation, "hold").then().statusCode(409);
        act(EXPERT, circulation, "withdrawal").then().statusCode(409);
        read(circulation()).then().body("status", equalTo("BEFORE_COMMITTEE"));
    }

    @Test
    void thePeriodStandsStillWhileMembersNeedTime() {
        String circulation = circulation();
        act(MEMBER, circulation, "passage").then().statusCode(200);
        act(MEMBER, circulation, "hold").then().statusCode(200).body("status", equalTo("HELD"));
        act(SECOND_MEMBER, circulation, "hold").then().body("heldBy", contains("NOR", "SWE"));
        terms.look();
        act(MEMBER, circulation, "hold-release").then().body("status", equalTo("HELD"));
        act(SECOND_MEMBER, circulation, "extension", Map.of("days", 11, "reason", "Capitals are consulted"))
                .then()
                .statusCode(409)
                .body("detail", containsString("10 more working days"));
        act(SECOND_MEMBER, circulation, "extension", Map.of("days", 3, "reason", "Capitals are consulted"))
                .then()
                .statusCode(200)
                .body("extendedDays", equalTo(3));
        act(SECOND_MEMBER, circulation, "hold-release")
                .then()
                .statusCode(200)
                .body("status", equalTo("BEFORE_COMMITTEE"))
                .body("until", notNullValue());
        EXPERT.asks()
                .get(BASE + "/circulations/" + circulation + "/changes")
                .then()
                .body("why", hasItem("let pass by NOR: for this test"))
                .body("why", hasItem("prolonged by 3 working days by SWE: Capitals are consulted"));
        silence(circulation);
        assertEquals("OPEN", status(need));
    }

    @Test
    void theStateThatAsksDoesNotDecideAndDoesNotSeeIt() {
        String circulation = circulation();
        for (String step : List.of("passage", "hold", "hold-release", "objections")) {
            Api.problem(act(Caller.committee("KEN"), circulation, step), 403, "not-allowed")
                    .body("detail", containsString("is a party to this circulation"));
        }
        for (Caller outsider : List.of(Caller.focalPoint("KEN"), Caller.provider("UNDP"))) {
            outsider.asks().get(BASE + "/circulations/" + circulation).then().statusCode(403);
        }
        act(EXPERT, circulation, "objections").then().statusCode(403);
    }

    @Test
    void whatIsTakenBackPassesNothing() {
        String circulation = circulation();
        given().header("If-Match", "\"7\"")
                .contentType("application/json")
                .body(Body.reason("for this test"))
                .post(BASE + "/circulations/" + circulation + "/withdrawal")
                .then()
                .statusCode(412);
        act(EXPERT, circulation, "withdrawal").then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        terms.look();
        assertEquals("ACKNOWLEDGED", status(need));
        EXPERT.asks()
                .get(BASE + "/circulations?status=WITHDRAWN&limit=200")
                .then()
                .body("items.id", hasItem(circulation))
                .body("items.status", everyItem(equalTo("WITHDRAWN")));
        EXPERT.asks()
                .get(BASE + "/circulations?status=PASSED&limit=200")
                .then()
                .body("items.id", not(hasItem(circulation)));
    }

    @Test
    void aNeedThatItsStateWithdrawsMeanwhileIsNotOpened() {
        String circulation = circulation();
        Api.move(need, "withdrawal", "Other help was found").then().statusCode(200);
        silence(circulation);
        assertEquals("WITHDRAWN", status(need));
        read(circulation).then().body("status", equalTo("PASSED"));
    }

    @Test
    void whereThePolicyDoesNotAskNobodyIsAsked() {
        noObjectionWithin(0);
        Api.problem(putBefore(), 409, "conflict").body("detail", containsString("does not put requests before"));
        Api.move(need, "opening").then().statusCode(200);
    }
}

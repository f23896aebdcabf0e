package org.switchboard.review;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.review.Steps.EXPERT;
import static org.switchboard.review.Steps.MEMBER;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Reader;
import org.switchboard.matching.Commitments;
import org.switchboard.matching.RunWorld;
import org.switchboard.testing.Caller;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;

/** From a match to help delivered, and to the question after a year. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class DeliveryTest {

    private static final String TODAY = LocalDate.now().toString();

    @AfterAll
    static void leaveNothingThatPlansHold() {
        StoredProposal.forget();
    }

    @Inject
    TermsJob terms;

    @Inject
    Commitments commitments;

    private RunWorld world;
    private Steps steps;

    @BeforeEach
    void store() {
        world = new RunWorld()
                .need("one", 90_000, 1, false)
                .need("two", 80_000, 2, true)
                .offer("A", "FIN", 200_000, 90_000, 3)
                .stored();
        steps = new Steps(world);
    }

    private String match(String need, int parts) {
        UUID id = UUID.fromString(world.needId(need));
        People.run("update need set status = 'MATCHED' where id = ?", id);
        return StoredProposal.of(id, UUID.fromString(world.offerId("A")), parts, "CONFIRMED")
                .toString();
    }

    private static Response say(Caller who, String match, String what, Map<String, ?> body) {
        return Steps.act(who, match, "delivery/" + what, body);
    }

    private Response pays(String match, String kind, long usd) {
        return say(steps.provider(), match, "payments", Map.of("kind", kind, "usd", usd, "on", TODAY));
    }

    private Response sets(String match, List<Map<String, ?>> milestones) {
        int version = Steps.version(steps.provider(), match);
        return steps.provider()
                .asks()
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("milestones", milestones))
                .put("/api/v1/proposals/" + match + "/delivery/milestones");
    }

    private static Response delivery(Caller who, String match) {
        return who.asks().get("/api/v1/proposals/" + match + "/delivery");
    }

    private String needStatus(String need) {
        return EXPERT.asks()
                .get("/api/v1/needs/" + world.needId(need))
                .jsonPath()
                .getString("status");
    }

    private void reported(String match) {
        say(steps.provider(), match, "reports", Map.of("words", "Held", "finished", true))
                .then()
                .statusCode(200);
        say(steps.state(), match, "reports", Map.of("words", "Attended", "finished", true))
                .then()
                .statusCode(200);
    }

    @Test
    void aPledgeIsNotCountedAsGiven() {
        String match = match("one", 1);
        pays(match, "PAID", 1)
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("of the 0 US dollars"));
        pays(match, "COMMITTED", 90_001).then().statusCode(422);
        pays(match, "COMMITTED", 60_000).then().statusCode(200).body("status", equalTo("IN_DELIVERY"));
        assertEquals("IN_DELIVERY", needStatus("one"));
        pays(match, "COMMITTED", 40_000).then().statusCode(422);
        pays(match, "PAID", 60_001).then().statusCode(422);
        pays(match, "PAID", 60_000).then().statusCode(200).body("paidUsd", equalTo(60_000));
        pays(match, "COMMITTED", -1).then().statusCode(422);
        pays(match, "PAID", -60_001).then().statusCode(422);
        pays(match, "PAID", -10_000)
                .then()
                .statusCode(200)
                .body("agreedUsd", equalTo(90_000))
                .body("committedUsd", equalTo(60_000))
                .body("paidUsd", equalTo(50_000))
                .body("payments.usd", contains(60_000, 60_000, -10_000));
        pays(match, "PAID", 0).then().statusCode(422);
        say(steps.provider(), match, "payments", Map.of("kind", "PAID", "usd", 1, "on", "2090-01-01"))
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/on"));
        steps.provider()
                .asks()
                .get("/api/v1/offers/" + world.offerId("A") + "/balance")
                .then()
                .statusCode(200)
                .body("budgetUsd", equalTo(200_000))
                .body("agreedUsd", equalTo(90_000))
                .body("committedUsd", equalTo(60_000))
                .body("paidUsd", equalTo(50_000))
                .body("leftUsd", equalTo(110_000));
    }

    @Test
    void balancesAreForThoseWhoMayKnowOfMatches() {
        String offer = world.offerId("A");
        People.run("update offer set audience = 'PUBLIC' where id = ?", UUID.fromString(offer));
        Caller.provider("AUTH-OTHER")
                .asks()
                .get("/api/v1/offers/" + offer + "/balance")
                .then()
                .statusCode(403);
        steps.state().asks().get("/api/v1/offers/" + offer + "/balance").then().statusCode(403);
        MEMBER.asks().get("/api/v1/offers/" + offer + "/balance").then().statusCode(200);
    }

    @Test
    void aProviderDoesNotLearnFromItsBalanceWhatItIsNotAskedAboutYet() {
        String asked = Steps.add(world.needId("one"), world.offerId("A"), 1).path("id");
        String balance = "/api/v1/offers/" + world.offerId("A") + "/balance";
        EXPERT.asks().get(balance).then().body("consultedUsd", equalTo(90_000)).body("needs", equalTo(1));
        steps.provider()
                .asks()
                .get(balance)
                .then()
                .body("consultedUsd", equalTo(0))
                .body("leftUsd", equalTo(200_000))
                .body("needs", equalTo(0));
        assertTrue(asked.length() > 0);
    }

    @Test
    void helpIsDeliveredOnceBothSidesSaySo() {
        String match = match("one", 1);
        sets(
                        match,
                        List.of(
                                Map.of("title", "First course", "dueOn", "2020-01-01", "reachedOn", "2020-02-01"),
                                Map.of("title", "Second course", "dueOn", "2090-01-01")))
                .then()
                .statusCode(200)
                .body("milestones.title", contains("First course", "Second course"));
        say(steps.provider(), match, "reports", Map.of("words", "Held", "finished", true))
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_DELIVERY"))
                .body("finishedBy", contains("PROVIDER"));
        say(steps.provider(), match, "reports", Map.of("words", "Held", "finished", true))
                .then()
                .body("status", equalTo("IN_DELIVERY"));
        say(steps.state(), match, "reports", Map.of("words", "Attended", "finished", true))
                .then()
                .statusCode(200)
                .body("status", equalTo("DELIVERED"))
                .body("reports.party", contains("PROVIDER", "PROVIDER", "RECIPIENT"));
        assertEquals("DELIVERED", needStatus("one"));
        say(steps.provider(), match, "reports", Map.of("words", "More")).then().statusCode(409);
    }

    @Test
    void aNeedIsDeliveredWhenAllOfItIs() {
        String match = match("two", 1);
        reported(match);
        delivery(EXPERT, match).then().body("status", equalTo("DELIVERED"));
        assertEquals("IN_DELIVERY", needStatus("two"));
    }

    @Test
    void expertsFindThatHelpIsDeliveredWhereASideDoesNotSaySo() {
        String match = match("one", 1);
        say(steps.state(), match, "completion", Map.of("reason", "No")).then().statusCode(403);
        say(EXPERT, match, "completion", Map.of("reason", "The ministry has changed"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DELIVERED"));
    }

    @Test
    void feedbackIsGivenOnceAndNotForTheOtherSide() {
        String match = match("one", 1);
        say(steps.state(), match, "feedback", Map.of("rating", 2)).then().statusCode(409);
        reported(match);
        say(steps.state(), match, "feedback", Map.of("rating", 2, "words", "Too short"))
                .then()
                .statusCode(200);
        say(steps.state(), match, "feedback", Map.of("rating", 5))
                .then()
                .statusCode(409)
                .body("detail", containsString("feedback already"));
        delivery(steps.provider(), match).then().body("feedback", hasSize(0));
        delivery(steps.state(), match).then().body("feedback.words", contains("Too short"));
        say(steps.provider(), match, "feedback", Map.of("rating", 5)).then().statusCode(200);
        delivery(MEMBER, match).then().body("feedback.rating", contains(5, 2));

        Commitments.Rating rating = commitments.standing(Reader.system()).ratings().stream()
                .filter(one -> one.provider().equals(world.provider()))
                .findFirst()
                .orElseThrow();
        assertEquals(world.home().iso3(), rating.state());
        assertEquals((3.5 - 1) / 4, rating.rating(), 1e-9);
    }

    @Test
    void aYearLaterTheStateIsAskedAndTheMatchIsClosed() {
        String match = match("one", 1);
        reported(match);
        Map<String, ?> answer = Map.of("inUse", true, "words", "Forty reports a month");
        say(steps.state(), match, "answer-after-a-year", answer).then().statusCode(409);
        People.run(
                "update proposal set delivered_at = now() - interval '1 year - 2 days' where id = ?",
                UUID.fromString(match));
        terms.look();
        say(steps.state(), match, "answer-after-a-year", answer).then().statusCode(409);
        People.run(
                "update proposal set delivered_at = now() - interval '1 year 1 day' where id = ?",
                UUID.fromString(match));
        terms.look();
        say(steps.state(), match, "feedback", Map.of("rating", 4)).then().statusCode(200);
        say(steps.provider(), match, "answer-after-a-year", answer).then().statusCode(403);
        say(steps.state(), match, "answer-after-a-year", answer)
                .then()
                .statusCode(200)
                .body("status", equalTo("DELIVERED"))
                .body("afterAYear.inUse", equalTo(true));
        delivery(steps.provider(), match).then().body("afterAYear", nullValue());
        say(steps.provider(), match, "feedback", Map.of("rating", 4))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        assertEquals("CLOSED", needStatus("one"));
    }

    @Test
    void overdueMilestonesAreToldOnce() {
        String match = match("one", 1);
        sets(
                match,
                List.of(
                        Map.of("title", "First", "dueOn", "2026-01-01"),
                        Map.of("title", "Second", "dueOn", "2090-01-01")));
        terms.look();
        terms.look();
        EXPERT.asks()
                .get("/api/v1/proposals/" + match + "/changes")
                .then()
                .body("why.findAll { it.contains('overdue') }", contains("a milestone of 2026-01-01 is overdue"));
    }

    @Test
    void whatIsOverdueIsListedForEachWhoSeesIt() {
        String late = match("one", 1);
        sets(late, List.of(Map.of("title", "First", "dueOn", "2026-01-01")));
        String reached = match("two", 1);
        sets(reached, List.of(Map.of("title", "First", "dueOn", "2026-01-01", "reachedOn", "2026-02-01")));
        for (Caller who : List.of(EXPERT, MEMBER, steps.state(), steps.provider())) {
            overdue(who).then().statusCode(200).body("items.id", hasItem(late)).body("items.id", not(hasItem(reached)));
        }
        overdue(Caller.provider("AUTH-OTHER")).then().statusCode(200).body("items", hasSize(0));
    }

    private static Response overdue(Caller who) {
        return who.asks().get("/api/v1/proposals?overdue=true&limit=200&sort=-putForward");
    }

    @Test
    void onlyTheTwoSidesSpeakOfADelivery() {
        String match = match("one", 1);
        Caller other = Caller.provider("AUTH-OTHER");
        say(other, match, "reports", Map.of("words", "Held")).then().statusCode(404);
        say(steps.state(), match, "payments", Map.of("kind", "PAID", "usd", 1, "on", TODAY))
                .then()
                .statusCode(403);
        delivery(other, match).then().statusCode(404);
        delivery(MEMBER, match).then().statusCode(200);
    }
}

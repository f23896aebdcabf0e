package org.switchboard.review;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.review.Steps.EXPERT;
import static org.switchboard.review.Steps.MEMBER;
import static org.switchboard.review.Steps.act;
import static org.switchboard.review.Steps.add;
import static org.switchboard.review.Steps.putForward;
import static org.switchboard.review.Steps.read;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.RunWorld;
import org.switchboard.testing.Caller;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;

/** From a plan to a match, with everybody who has a say. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ProposalsTest {

    private static final Map<String, ?> SHORT = Map.of("limitSeconds", 1, "policy", 1);

    @BeforeAll
    static void haveTheRunsToItself() {
        RunWorld.withdrawAllNeeds();
    }

    @AfterAll
    static void leaveNothingThatPlansHold() {
        StoredProposal.forget();
    }

    @Inject
    TermsJob terms;

    private static RunWorld world() {
        return new RunWorld()
                .need("one", 90_000, 1, false)
                .need("two", 80_000, 2, true)
                .offer("A", "FIN", 100_000, 90_000, 3)
                .offer("B", "FIN", 90_000, 90_000, 3)
                .stored();
    }

    private static String proposed(RunWorld world, String need, String offer, int parts) {
        return add(world.needId(need), world.offerId(offer), parts)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The last day of the term was the day before yesterday. */
    private void overdue(String proposal) {
        People.run("update proposal set until = current_date - 2 where id = ?", UUID.fromString(proposal));
        terms.look();
    }

    private static void status(String proposal, String status) {
        read(EXPERT, proposal).then().statusCode(200).body("status", equalTo(status));
    }

    private static String need(RunWorld world, String name) {
        return EXPERT.asks()
                .get("/api/v1/needs/" + world.needId(name))
                .jsonPath()
                .getString("status");
    }

    @Test
    void eachSideLearnsOfAProposalWhenItIsAsked() {
        RunWorld world = world();
        Steps steps = new Steps(world);
        String id = proposed(world, "one", "A", 1);
        read(MEMBER, id).then().statusCode(200).body("status", equalTo("BEFORE_COMMITTEE"));
        read(steps.state(), id).then().statusCode(404);
        read(steps.provider(), id).then().statusCode(404);
        steps.state().asks().get("/api/v1/proposals").then().body("items.id", not(hasItem(id)));

        overdue(id);
        read(steps.state(), id)
                .then()
                .statusCode(200)
                .body("status", equalTo("AWAITS_RECIPIENT"))
                .body("fitParts.criterion", hasItem("LANGUAGES"))
                .body("offer.title", equalTo("Offer A"))
                .body("putForwardBy", nullValue())
                .body("acts", nullValue());
        read(steps.provider(), id).then().statusCode(404);
        String need = "/api/v1/needs/" + world.needId("one");
        steps.provider().asks().get(need).then().statusCode(404);

        steps.consents(steps.state(), id).then().statusCode(200).body("status", equalTo("AWAITS_PROVIDER"));
        read(steps.provider(), id).then().statusCode(200).body("need.title", equalTo("Need one"));
        steps.provider().asks().get(need).then().statusCode(200);

        steps.consents(steps.provider(), id).then().statusCode(200).body("status", equalTo("CONFIRMED"));
        assertEquals("MATCHED", need(world, "one"));
        Caller.focalPoint(world.other().iso3())
                .asks()
                .get("/api/v1/proposals/" + id)
                .then()
                .statusCode(404);
        EXPERT.asks()
                .get("/api/v1/proposals/" + id + "/changes")
                .then()
                .body("to", contains("BEFORE_COMMITTEE", "AWAITS_RECIPIENT", "AWAITS_PROVIDER", "CONFIRMED"));
    }

    @Test
    void tagsDoNotCountWhatHappenedBeforeASideWasAsked() {
        RunWorld world = world();
        Steps steps = new Steps(world);
        String quiet = proposed(world, "one", "A", 1);
        String disputed = proposed(world, "two", "B", 1);
        for (String step : List.of("hold", "hold-release", "hold", "hold-release")) {
            act(MEMBER, disputed, step).then().statusCode(200);
        }
        overdue(quiet);
        overdue(disputed);
        assertEquals(Steps.version(steps.state(), quiet), Steps.version(steps.state(), disputed));
        assertTrue(Steps.version(EXPERT, quiet) < Steps.version(EXPERT, disputed));

        steps.consents(steps.state(), quiet).then().statusCode(200);
        People.run("update proposal set version = version + 7 where id = ?", UUID.fromString(disputed));
        steps.consents(steps.state(), disputed).then().statusCode(200);
        assertEquals(Steps.version(steps.provider(), quiet), Steps.version(steps.provider(), disputed));
    }

    @Test
    void silenceIsConsentForNobodyButTheCommittee() {
        RunWorld world = world();
        Steps steps = new Steps(world);
        String id = proposed(world, "one", "A", 1);
        overdue(id);
        overdue(id);
        read(EXPERT, id).then().body("status", equalTo("LAPSED")).body("endedBy", equalTo("TERM"));
        String again = proposed(world, "one", "A", 1);
        overdue(again);
        steps.consents(steps.state(), again);
        overdue(again);
        status(again, "LAPSED");
    }

    @Test
    void onlyTheSideThatIsAskedAnswers() {
        RunWorld world = world();
        Steps steps = new Steps(world);
        String id = proposed(world, "one", "A", 1);
        steps.consents(steps.state(), id).then().statusCode(404);
        overdue(id);
        steps.consents(steps.provider(), id).then().statusCode(404);
        steps.consents(EXPERT, id).then().statusCode(403);
        steps.consents(MEMBER, id).then().statusCode(403);
        steps.consents(steps.state(), id).then().statusCode(200);
        steps.consents(steps.state(), id)
                .then()
                .statusCode(409)
                .body("detail", containsString("You are not asked now"));
    }

    @Test
    void whoeverAnswersSawTheLastVersion() {
        RunWorld world = world();
        Steps steps = new Steps(world);
        String id = proposed(world, "one", "A", 1);
        overdue(id);
        int seen = Steps.version(steps.state(), id);
        People.run("update proposal set version = version + 1 where id = ?", UUID.fromString(id));
        steps.state()
                .asks()
                .header("If-Match", "\"" + seen + "\"")
                .contentType("application/json")
                .body(Map.of())
                .post("/api/v1/proposals/" + id + "/consents")
                .then()
                .statusCode(412);
    }

    @Test
    void stateMayConsentToLessWherePartOfTheHelpIsOfUse() {
        RunWorld world = world();
        Steps steps = new Steps(world);
        String id = proposed(world, "two", "A", 2);
        overdue(id);
        act(steps.state(), id, "consents", Map.of("parts", 3)).then().statusCode(422);
        act(steps.state(), id, "consents", Map.of("parts", 1))
                .then()
                .statusCode(200)
                .body("parts", equalTo(1))
                .body("usd", equalTo(40_000));
        act(steps.provider(), id, "consents", Map.of("parts", 2)).then().statusCode(422);
        steps.consents(steps.provider(), id).then().statusCode(200);

        String whole = proposed(world, "one", "B", 1);
        overdue(whole);
        act(steps.state(), whole, "consents", Map.of("parts", 0)).then().statusCode(422);
    }

    @Test
    void whatIsLeftOfAPartlyMatchedNeedIsMatchedByLaterPlans() throws Exception {
        RunWorld world = new RunWorld()
                .need("two", 80_000, 2, true)
                .offer("A", "FIN", 40_000, 40_000, 3)
                .offer("B", "FIN", 40_000, 40_000, 3)
                .stored();
        Steps steps = new Steps(world);
        String id = proposed(world, "two", "A", 1);
        overdue(id);
        steps.consents(steps.state(), id);
        steps.consents(steps.provider(), id).then().statusCode(200);
        assertEquals("MATCHED", need(world, "two"));
        String run = RunWorld.solved(SHORT).getString("id");
        assertEquals(List.of("two A 1", "two B 1"), world.rows(run));
    }

    @Test
    void declinedOnesAreNotSuggestedAgainUnlessAnExpertFindsThatTheyMayBe() throws Exception {
        RunWorld world = new RunWorld()
                .need("one", 90_000, 1, false)
                .offer("A", "FIN", 100_000, 90_000, 3)
                .stored();
        Steps steps = new Steps(world);
        String id = proposed(world, "one", "A", 1);
        overdue(id);
        act(steps.state(), id, "refusal", Map.of("reason", "We have help by now"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DECLINED"))
                .body("endedBy", equalTo("RECIPIENT"))
                .body("yours.words", contains("We have help by now"));
        assertEquals(List.of(), world.rows(RunWorld.solved(SHORT).getString("id")));
        add(world.needId("one"), world.offerId("A"), 1)
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("PROVIDER_NOT_BLOCKED"));
        act(EXPERT, id, "next-best").then().statusCode(409);
        act(EXPERT, id, "readmission").then().statusCode(200).body("banLifted", equalTo(true));
        act(EXPERT, id, "next-best")
                .then()
                .statusCode(201)
                .body("origin", equalTo("NEXT_BEST"))
                .body("offer.id", equalTo(world.offerId("A")));
    }

    @Test
    void reasonsOfOneSideAreNotForTheOther() {
        RunWorld world = world();
        Steps steps = new Steps(world);
        String id = proposed(world, "one", "A", 1);
        overdue(id);
        act(steps.state(), id, "consents", Map.of("words", "Urgent before the elections"))
                .then()
                .statusCode(200);
        act(steps.provider(), id, "refusal", Map.of("reason", "Not this government"))
                .then()
                .statusCode(200);
        read(steps.state(), id)
                .then()
                .body("endedBy", equalTo("PROVIDER"))
                .body("yours.words", contains("Urgent before the elections"))
                .body("toString()", not(containsString("Not this government")));
        read(steps.provider(), id).then().body("yours.words", contains("Not this government"));
        read(MEMBER, id).then().body("acts.words", hasItems("Urgent before the elections", "Not this government"));
    }

    @Test
    void committeeTakesItsTimeAndObjects() {
        RunWorld world = world();
        String id = proposed(world, "one", "A", 1);
        Caller another = Caller.committee("FRA");
        act(MEMBER, id, "passage", Map.of("reason", "None"))
                .then()
                .statusCode(200)
                .body("status", equalTo("BEFORE_COMMITTEE"));
        act(MEMBER, id, "hold")
                .then()
                .statusCode(200)
                .body("status", equalTo("HELD"))
                .body("until", nullValue());
        act(another, id, "hold").then().statusCode(200).body("heldBy", contains("FRA", "NOR"));
        act(another, id, "hold").then().statusCode(409);
        terms.look();
        act(MEMBER, id, "hold-release").then().statusCode(200).body("status", equalTo("HELD"));
        act(MEMBER, id, "hold-release").then().statusCode(409);
        act(another, id, "hold-release").then().statusCode(200).body("status", equalTo("BEFORE_COMMITTEE"));
        act(MEMBER, id, "extension", Map.of("days", 11, "reason", "Long"))
                .then()
                .statusCode(409)
                .body("detail", containsString("by 10 more working days at most"));
        act(MEMBER, id, "extension", Map.of("days", 10, "reason", "Long"))
                .then()
                .statusCode(200);
        act(MEMBER, id, "extension", Map.of("days", 1, "reason", "Longer"))
                .then()
                .statusCode(409);
        act(MEMBER, id, "objections", Map.of("reason", "The ministry is under sanctions"))
                .then()
                .statusCode(200)
                .body("status", equalTo("OBJECTED"))
                .body("endedBy", equalTo("COMMITTEE"))
                .body("acts.act", contains("LET_PASS", "HELD", "HELD", "RELEASED", "RELEASED", "EXTENDED", "OBJECTED"));
        act(MEMBER, id, "hold").then().statusCode(409);
        read(new Steps(world).state(), id).then().statusCode(404);
    }

    @Test
    void whoIsAPartyDoesNotDecide() {
        RunWorld world = world();
        People.run("update provider set type = 'STATE', state = 'SWE' where code = ?", world.provider());
        String id = proposed(world, "one", "A", 1);
        read(EXPERT, id).then().body("recused", hasItems("SWE", world.home().iso3()));
        for (String party : List.of("SWE", world.home().iso3())) {
            for (String step : List.of("passage", "hold", "hold-release", "objections")) {
                act(Caller.committee(party), id, step)
                        .then()
                        .statusCode(403)
                        .body("detail", containsString("is a party to this proposal"));
            }
        }
    }

    @Test
    void aPlanIsPutForwardOnceAndStandsInEveryLaterPlan() throws Exception {
        RunWorld world = world();
        String run = RunWorld.solved(SHORT).getString("id");
        List<String> rows = world.rows(run);
        List<Map<String, String>> only = only(world, run);
        assertTrue(only.size() > 1, rows.toString());
        putForward(run, Map.of("reason", "This round", "only", only))
                .then()
                .statusCode(200)
                .body("proposals.origin", everyItem(equalTo("PLAN")))
                .body("proposals", hasSize(only.size()))
                .body("proposals.run", hasItem(run))
                .body("heldBack", hasSize(0));
        putForward(run, Map.of("reason", "Again", "only", only))
                .then()
                .statusCode(200)
                .body("proposals", hasSize(0))
                .body("heldBack.reasons.rule.flatten()", hasItem("PAIR_IS_LISTED_ONCE"));
        assertEquals(rows, world.rows(RunWorld.solved(SHORT).getString("id")));
    }

    private static List<Map<String, String>> only(RunWorld world, String run) {
        List<Map<String, String>> only = new ArrayList<>();
        for (String row : world.rows(run)) {
            String[] words = row.split(" ");
            only.add(Map.of("need", world.needId(words[0]), "offer", world.offerId(words[1])));
        }
        return only;
    }

    @Test
    void whatChangedSinceIsHeldBackWithTheReason() throws Exception {
        RunWorld world = world();
        String run = RunWorld.solved(SHORT).getString("id");
        List<Map<String, String>> only = only(world, run);
        People.run("update need set status = 'WITHDRAWN' where id = ?", UUID.fromString(world.needId("one")));
        People.run("update offer set budget_usd = 10000 where provider = ?", world.provider());
        putForward(run, Map.of("reason", "This round", "only", only))
                .then()
                .statusCode(200)
                .body("proposals", hasSize(0))
                .body("heldBack.reasons.rule.flatten()", hasItems("NEED_OPEN", "AMOUNT_FITS"))
                .body("heldBack.reasons.words.flatten()", hasItem("The need is not open for matching."));
    }

    @Test
    void expertsChangeDropAndAddWithAReason() throws Exception {
        RunWorld world = world();
        String run = RunWorld.solved(SHORT).getString("id");
        String two = world.needId("two");
        String ofOne = world.rows(run).stream()
                .filter(row -> row.startsWith("one"))
                .findFirst()
                .orElseThrow()
                .split(" ")[1];
        Map<String, Object> drop =
                Map.of("need", world.needId("one"), "offer", world.offerId(ofOne), "parts", 0, "reason", "Later");
        List<Object> changes = new ArrayList<>(List.of(drop));
        world.rows(run).stream()
                .filter(row -> row.startsWith("two"))
                .forEach(row -> changes.add(Map.of(
                        "need", two, "offer", world.offerId(row.split(" ")[1]), "parts", 0, "reason", "Otherwise")));
        Map<String, Object> added =
                Map.of("need", two, "offer", world.offerId("A"), "parts", 1, "reason", "They know each other");
        putForward(
                        run,
                        Map.of(
                                "reason",
                                "R",
                                "only",
                                only(world, run),
                                "changes",
                                changes,
                                "additions",
                                List.of(added)))
                .then()
                .statusCode(200)
                .body("proposals.origin", contains("ADDED"))
                .body("proposals.reason", contains("They know each other"));
        putForward(
                        run,
                        Map.of(
                                "reason",
                                "R",
                                "only",
                                List.of(),
                                "changes",
                                List.of(Map.of(
                                        "need", two, "offer", UUID.randomUUID(), "parts", 1, "reason", "No such row"))))
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("OfThePlan"));
        putForward(run, Map.of("reason", "R", "only", List.of(), "changes", List.of(Map.of("need", two, "offer", two))))
                .then()
                .statusCode(422);
    }

    /** One of the two would be lost without a word. */
    @Test
    void aRowIsNotChangedIntoAnother() throws Exception {
        RunWorld world = new RunWorld()
                .need("two", 80_000, 2, true)
                .offer("A", "FIN", 40_000, 40_000, 3)
                .offer("B", "FIN", 40_000, 40_000, 3)
                .stored();
        String run = RunWorld.solved(SHORT).getString("id");
        assertEquals(List.of("two A 1", "two B 1"), world.rows(run));
        Map<String, Object> onto = Map.of(
                "need",
                world.needId("two"),
                "offer",
                world.offerId("A"),
                "otherOffer",
                world.offerId("B"),
                "reason",
                "They know each other");
        putForward(run, Map.of("reason", "R", "only", only(world, run), "changes", List.of(onto)))
                .then()
                .statusCode(422)
                .body("violations.code", contains("Unique"))
                .body("violations.pointer", contains("/changes/0"));
    }

    /** One row of a need that only whole cover helps may stand where another of the same need may not. */
    @Test
    void whatStandsOfAGroupIsSpentForTheRowsAfterIt() throws Exception {
        RunWorld world = new RunWorld()
                .need("whole", 80_000, 2, false)
                .need("later", 80_000, 1, false)
                .offer("A", "FIN", 100_000, 90_000, 3)
                .offer("B", "FIN", 100_000, 30_000, 3)
                .stored();
        String whole = world.needId("whole");
        List<Map<String, Object>> additions = List.of(
                Map.of("need", whole, "offer", world.offerId("A"), "parts", 2, "reason", "R"),
                Map.of("need", whole, "offer", world.offerId("B"), "parts", 2, "reason", "R"),
                Map.of("need", world.needId("later"), "offer", world.offerId("A"), "parts", 1, "reason", "R"));
        String run = RunWorld.solved(SHORT).getString("id");
        putForward(run, Map.of("reason", "R", "only", List.of(), "additions", additions))
                .then()
                .statusCode(200)
                .body("proposals.need.reference", contains(world.reference("whole")))
                .body("heldBack.reasons.rule.flatten()", hasItems("AMOUNT_FITS", "OFFER_BUDGET_IS_NOT_EXCEEDED"));
    }

    /** The old proposal stands in nobody's way until the job has seen to it, also while it is held. */
    @Test
    void changedNeedsArePutForwardAnewAtOnce() {
        RunWorld world = world();
        String id = proposed(world, "one", "A", 1);
        act(MEMBER, id, "hold").then().statusCode(200);
        People.run("update need set cost_usd = 80000 where id = ?", UUID.fromString(world.needId("one")));
        String anew = proposed(world, "one", "A", 1);
        status(id, "WITHDRAWN");
        status(anew, "BEFORE_COMMITTEE");
    }

    @Test
    void whatIfIsNeverPutForward() throws Exception {
        String run = RunWorld.solved(Map.of("limitSeconds", 1, "whatIf", Map.of("name", "More money")))
                .getString("id");
        putForward(run, Map.of("reason", "By mistake")).then().statusCode(409);
    }

    @Test
    void withdrawnMatchesOpenTheNeedAgain() {
        RunWorld world = world();
        Steps steps = new Steps(world);
        String id = proposed(world, "one", "A", 1);
        overdue(id);
        steps.consents(steps.state(), id);
        steps.consents(steps.provider(), id);
        assertEquals("MATCHED", need(world, "one"));
        act(EXPERT, id, "withdrawal").then().statusCode(200).body("endedBy", equalTo("EXPERTS"));
        assertEquals("OPEN", need(world, "one"));
        act(EXPERT, id, "withdrawal").then().statusCode(409);
    }

    @Test
    void nobodyIsToldOfTheEndOfWhatItWasNotAskedAbout() {
        RunWorld world = world();
        Steps steps = new Steps(world);
        String state = "state:" + world.home().iso3();
        String provider = "provider:" + world.provider();
        String unasked = proposed(world, "one", "A", 1);
        act(EXPERT, unasked, "withdrawal").then().statusCode(200);
        assertEquals(1, told(unasked, "proposal-withdrawn", "executive-directorate"));
        assertEquals(0, told(unasked, "proposal-withdrawn", state));
        assertEquals(0, told(unasked, "proposal-withdrawn", provider));

        String asked = proposed(world, "one", "A", 1);
        overdue(asked);
        act(steps.state(), asked, "refusal").then().statusCode(200);
        assertEquals(1, told(asked, "proposal-declined", state));
        assertEquals(0, told(asked, "proposal-declined", provider));
    }

    /** How often this addressee is told of it: counted by a change that changes nothing, as the outbox is read by nobody. */
    private static int told(String proposal, String kind, String addressee) {
        return People.run(
                "update outbox set at = at where item_id = ? and kind = ? and ? = any (addressees)",
                UUID.fromString(proposal),
                kind.toUpperCase(Locale.ROOT).replace('-', '_'),
                addressee);
    }

    @Test
    void changedNeedsTakeTheirProposalsBack() {
        RunWorld world = world();
        String id = proposed(world, "one", "A", 1);
        People.run("update need set cost_usd = 80000 where id = ?", UUID.fromString(world.needId("one")));
        terms.look();
        read(EXPERT, id).then().body("status", equalTo("WITHDRAWN")).body("endedBy", equalTo("RECIPIENT"));
    }

    @Test
    void nobodyConsentsToSomethingElseThanWasPutForward() {
        RunWorld world = world();
        Steps steps = new Steps(world);
        String id = proposed(world, "one", "A", 1);
        overdue(id);
        People.run("update need set status = 'WITHDRAWN' where id = ?", UUID.fromString(world.needId("one")));
        steps.consents(steps.state(), id)
                .then()
                .statusCode(409)
                .body("detail", containsString("has changed or withdrawn its need"));
        People.run("update need set status = 'OPEN' where id = ?", UUID.fromString(world.needId("one")));
        steps.consents(steps.state(), id).then().statusCode(200);
        People.run("update need set cost_usd = 70000 where id = ?", UUID.fromString(world.needId("one")));
        steps.consents(steps.provider(), id).then().statusCode(409);
    }

    @Test
    void nothingIsPutForwardWithoutTheFindingThatIsAskedFor() {
        RunWorld world = world();
        People.run("update offer set due_diligence_required = true where id = ?", UUID.fromString(world.offerId("A")));
        add(world.needId("one"), world.offerId("A"), 1)
                .then()
                .statusCode(422)
                .body("violations.code", contains("DUE_DILIGENCE_RECORDED"));
        found(world, true);
        found(world, false);
        add(world.needId("one"), world.offerId("A"), 1).then().statusCode(422);
        found(world, true);
        proposed(world, "one", "A", 1);
        MEMBER.asks()
                .get("/api/v1/due-diligence?need=" + world.needId("one"))
                .then()
                .body("cleared", contains(true, false, true));
    }

    private static void found(RunWorld world, boolean cleared) {
        EXPERT.asks()
                .contentType("application/json")
                .body(Map.of(
                        "need",
                        world.needId("one"),
                        "provider",
                        world.provider(),
                        "cleared",
                        cleared,
                        "finding",
                        "Looked at"))
                .post("/api/v1/due-diligence")
                .then()
                .statusCode(201);
    }

    @Test
    void aBudgetIsNotSpentTwiceByTwoExpertsAtOnce() throws Exception {
        RunWorld world = new RunWorld().offer("A", "FIN", 200_000, 90_000, 50);
        for (int i = 0; i < 8; i++) {
            world.need("N" + i, i % 2 == 0 ? world.home() : world.other(), 60_000, 1, false);
        }
        world.stored();
        String offer = world.offerId("A");
        List<String> needs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            needs.add(world.needId("N" + i));
        }
        ExecutorService experts = Executors.newFixedThreadPool(8);
        List<Integer> answers = new ArrayList<>();
        try {
            List<Callable<Integer>> asking = needs.stream()
                    .map(need -> (Callable<Integer>) () -> add(need, offer, 1).statusCode())
                    .toList();
            for (Future<Integer> answer : experts.invokeAll(asking)) {
                answers.add(answer.get());
            }
        } finally {
            experts.shutdownNow();
        }
        assertEquals(
                List.of(201, 201, 201, 422, 422, 422, 422, 422),
                answers.stream().sorted().toList());
    }

    @Test
    void twoAnswersAtOnceAreOneStep() throws Exception {
        RunWorld world = world();
        Steps steps = new Steps(world);
        String id = proposed(world, "one", "A", 1);
        overdue(id);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            int states = Steps.version(steps.state(), id);
            int experts = Steps.version(EXPERT, id);
            List<Callable<Integer>> answers = List.of(
                    () -> at(steps.state(), id, states, "consents", Map.of()),
                    () -> at(EXPERT, id, experts, "withdrawal", Map.of("reason", "Too late")));
            List<Integer> codes = new ArrayList<>();
            for (Future<Integer> answer : both.invokeAll(answers)) {
                codes.add(answer.get());
            }
            assertEquals(List.of(200, 412), codes.stream().sorted().toList());
        } finally {
            both.shutdownNow();
        }
    }

    private static int at(Caller who, String id, int version, String step, Map<String, ?> body) {
        return who.asks()
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/proposals/" + id + "/" + step)
                .statusCode();
    }
}

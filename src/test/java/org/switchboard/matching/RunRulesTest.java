package org.switchboard.matching;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Reader;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Refusal;
import org.switchboard.testing.Api;
import org.switchboard.testing.Body;
import org.switchboard.testing.PostgresResource;

/** What cannot be asked of a run is refused before it is queued, with the place. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RunRulesTest {

    private static final String NOWHERE = UUID.randomUUID().toString();

    @Inject
    Runs runs;

    private static RunWorld world() {
        return new RunWorld()
                .need("N", 40_000, 2, true)
                .need("M", 40_000, 1, false)
                .offer("A", "FIN", 90_000, 90_000, 5)
                .offer("B", "FIN", 90_000, 90_000, 5)
                .stored();
    }

    private static Map<String, Object> pin(String need, String offer, int parts) {
        return Map.of("need", need, "offer", offer, "parts", parts);
    }

    /** @param expected of each violation its pointer and code */
    private static void refuses(Map<String, Object> run, String... expected) {
        List<Map<String, String>> violations = given().contentType("application/json")
                .body(run)
                .post("/api/v1/runs")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath()
                .getList("violations");
        List<String> found = violations.stream()
                .map(violation -> violation.get("pointer") + " " + violation.get("code"))
                .toList();
        assertEquals(List.of(expected), found, violations.toString());
    }

    private static Map<String, Object> asking(Object... more) {
        return RunAdjustmentsTest.asking(more);
    }

    @Test
    void whatIsNotThereIsNamedByItsPlace() {
        RunWorld world = world();
        String need = world.needId("N");
        String offer = world.offerId("A");

        refuses(
                asking(
                        "pins",
                        List.of(pin(NOWHERE, offer, 1), pin(need, NOWHERE, 1)),
                        "leftAlone",
                        List.of(need, NOWHERE),
                        "bans",
                        List.of(
                                Map.of("need", NOWHERE, "offer", world.offerId("B")),
                                Map.of("need", world.needId("M"), "offer", NOWHERE),
                                Map.of("need", world.needId("M"), "provider", "NOBODY"))),
                "/pins/0/need KnownNeed",
                "/pins/1/offer KnownOffer",
                "/leftAlone/1 KnownNeed",
                "/bans/0/need KnownNeed",
                "/bans/1/offer KnownOffer",
                "/bans/2/provider KnownProvider");
        refuses(
                asking("startFrom", NOWHERE, "lockedOffers", List.of(offer, NOWHERE)),
                "/startFrom KnownRun",
                "/lockedOffers/1 KnownOffer");
    }

    @Test
    void runsAreForExperts() throws Exception {
        RunWorld world = world();
        String run = RunWorld.solved(asking()).getString("id");
        Reader outsider = Reader.everyone();

        Refusal absent = refusal(outsider, NOWHERE, NOWHERE, NOWHERE, "NOBODY");
        Refusal hidden = refusal(outsider, world.needId("N"), world.offerId("A"), run, hiddenProvider());
        assertInstanceOf(Refusal.NotAllowed.class, absent);
        assertInstanceOf(Refusal.NotAllowed.class, hidden);
        assertEquals(absent.words(), hidden.words());
    }

    private static String hiddenProvider() {
        String code = Api.unique("P");
        Api.post("/providers", Body.provider(code).with("provider.audience", "COMMITTEE"))
                .then()
                .statusCode(201);
        return code;
    }

    private Refusal refusal(Reader reader, String need, String offer, String run, String provider) {
        UUID needId = UUID.fromString(need);
        UUID offerId = UUID.fromString(offer);
        CreateRun asked = new CreateRun(
                1,
                null,
                null,
                null,
                1,
                1L,
                List.of(new Pin(needId, offerId, 1)),
                List.of(needId),
                List.of(new Ban(needId, null, provider)),
                List.of(offerId),
                UUID.fromString(run),
                null,
                new WhatIf("Hidden", null, List.of(new WhatIf.Budget(offerId, 1L)), List.of()),
                null);
        return assertThrows(Refusal.class, () -> runs.create(reader, asked));
    }

    @Test
    void pinsAreOfWhatIsAskedForAndOffered() {
        RunWorld world = world();
        String need = world.needId("N");
        String draft = Api.id(Api.newNeed("KEN"));
        String draftOffer = Api.id(Api.newOffer());
        String offer = world.offerId("A");

        refuses(
                asking("pins", List.of(pin(draft, offer, 1), pin(need, draftOffer, 1))),
                "/pins/0/need AskedFor",
                "/pins/1/offer Offered");
        refuses(
                asking("pins", List.of(pin(need, offer, 1), pin(need, offer, 1), pin(need, world.offerId("B"), 1))),
                "/pins/1 Unique",
                "/pins/2/parts Parts");
        refuses(asking("pins", List.of(pin(need, offer, 0))), "/pins/0/parts Min");
        refuses(asking("pins", List.of(pin(need, offer, 3))), "/pins/0/parts Parts");
    }

    @Test
    void onlyWhatIfRunsPinPotentialOffers() throws Exception {
        RunWorld world = world();
        String potential = Api.path(Api.post(
                "/providers/" + world.provider() + "/offers",
                Body.offer(Api.unique("offer")).with("standing", "POTENTIAL")));
        Api.move(potential, "registration").then().statusCode(200);
        Map<String, Object> asked = asking("pins", List.of(pin(world.needId("N"), Api.id(potential), 1)));

        refuses(asked, "/pins/0/offer Funded");
        asked.put("whatIf", Map.of("name", "With it"));
        String id = RunWorld.solved(asked).getString("id");
        given().get("/api/v1/runs/" + id + "/plan")
                .then()
                .body(
                        "rows.find { it.offer.id == '" + Api.id(potential) + "' }.offer.title",
                        equalTo("Drafting help (potential)"));
    }

    @Test
    void aBanNamesOneThingThatIsNotPinned() throws Exception {
        RunWorld world = world();
        String need = world.needId("N");
        String offer = world.offerId("A");
        Map<String, Object> both = Map.of("need", need, "offer", offer, "provider", world.provider());

        refuses(asking("bans", List.of(Map.of("need", need), both)), "/bans/0 OneOf", "/bans/1 OneOf");
        refuses(
                asking(
                        "pins",
                        List.of(pin(need, offer, 1)),
                        "bans",
                        List.of(
                                Map.of("need", need, "offer", offer),
                                Map.of("need", need, "provider", world.provider()),
                                Map.of("need", need, "offer", world.offerId("B")))),
                "/bans/0 NotPinned",
                "/bans/1 NotPinned");
    }

    @Test
    void whatCountsFromAPlanNamesIt() throws Exception {
        RunWorld world = world();
        String offer = world.offerId("A");

        refuses(
                asking("lockedOffers", List.of(offer), "mostChangedRows", 3),
                "/lockedOffers StartFrom",
                "/mostChangedRows StartFrom");
        refuses(asking("mostChangedRows", -1), "/mostChangedRows Min");
    }

    @Test
    void aLockedOfferIsNeitherPinnedElsewhereNorBannedFromItsRows() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 40_000, 1, false)
                .need("M", 95_000, 1, false)
                .offer("A", "FIN", 90_000, 90_000, 5)
                .stored();
        String start = RunWorld.solved(asking()).getString("id");
        assertEquals(List.of("N A 1"), world.rows(start));
        List<String> locked = List.of(world.offerId("A"));

        refuses(
                asking(
                        "startFrom",
                        start,
                        "lockedOffers",
                        locked,
                        "pins",
                        List.of(pin(world.needId("M"), locked.get(0), 1)),
                        "bans",
                        List.of(Map.of("need", world.needId("N"), "provider", world.provider()))),
                "/pins/0/offer Locked",
                "/bans/0 NotPinned");
        String id = RunWorld.solved(asking(
                        "startFrom",
                        start,
                        "lockedOffers",
                        locked,
                        "pins",
                        List.of(pin(world.needId("N"), locked.get(0), 1))))
                .getString("id");
        assertEquals(List.of("N A 1"), world.rows(id));
    }

    @Test
    void aRunStartsFromOneThatHasAPlan() throws Exception {
        String ahead = RunWorld.startLong(Map.of("limitSeconds", 600));

        refuses(asking("startFrom", ahead), "/startFrom HasPlan");

        RunWorld.cancel(ahead).then().statusCode(200);
    }

    @Test
    void whatIsSupposedKeepsTheRulesOfOffers() {
        RunWorld world = world();
        Body wrong = Body.offer("IF-1")
                .with("themes", List.of("NOTHING"))
                .with("from", "2029-01-01")
                .with(
                        "money",
                        Body.empty().with("currency", "USD").with("budget", 10).with("floor", 20));
        List<Body> extra = List.of(
                Body.empty().with("provider", "NOBODY").with("offer", Body.offer("IF-2")),
                Body.empty().with("provider", world.provider()).with("offer", wrong));
        String suspended = world.offerId("B");
        Api.move("/offers/" + suspended, "suspension", "for a test").then().statusCode(200);
        List<Map<String, Object>> budgets = List.of(
                Map.of("offer", world.offerId("A"), "budgetUsd", 1),
                Map.of("offer", world.offerId("A"), "budgetUsd", 2),
                Map.of("offer", NOWHERE, "budgetUsd", 1),
                Map.of("offer", suspended, "budgetUsd", 1));

        Map<String, Object> asked = asking(
                "whatIf", Map.of("name", "Wrong", "policy", 1_000_000, "extraOffers", extra, "budgets", budgets));
        asked.remove("policy");
        refuses(
                asked,
                "/whatIf/policy KnownPolicy",
                "/whatIf/budgets/1/offer Unique",
                "/whatIf/budgets/2/offer KnownOffer",
                "/whatIf/budgets/3/offer Active",
                "/whatIf/extraOffers/0/provider KnownProvider",
                "/whatIf/extraOffers/1/offer/themes/0 KnownCode",
                "/whatIf/extraOffers/1/offer/to PeriodInOrder",
                "/whatIf/extraOffers/1/offer/money/floor FloorBelowCeiling",
                "/whatIf/extraOffers/1/offer/money/floor FloorBelowStateCap",
                "/whatIf/extraOffers/1/offer/money/floor FloorBelowBudget");
        asked.put("policy", 1);
        asked.put("whatIf", Map.of("name", "Twice", "policy", 2));
        given().contentType("application/json")
                .body(asked)
                .post("/api/v1/runs")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/whatIf/policy"))
                .body("violations[0].code", equalTo("Once"));
    }

    @Test
    void theShapeOfEachPartIsChecked() {
        Map<String, Object> missing = new HashMap<>();
        missing.put("need", null);

        refuses(
                asking(
                        "pins",
                        List.of(missing),
                        "bans",
                        List.of(Map.of()),
                        "gapPercent",
                        101,
                        "unimprovedSteps",
                        0,
                        "whatIf",
                        Map.of("name", " ", "extraOffers", List.of(Map.of()))),
                "/bans/0/need NotNull",
                "/gapPercent DecimalMax",
                "/pins/0/need NotNull",
                "/pins/0/offer NotNull",
                "/pins/0/parts NotNull",
                "/unimprovedSteps Min",
                "/whatIf/extraOffers/0/offer NotNull",
                "/whatIf/extraOffers/0/provider NotBlank",
                "/whatIf/name NotBlank");
        refuses(asking("leftAlone", Arrays.asList((String) null)), "/leftAlone/0 NotNull");
    }

    @Test
    void comparisonsAreOfRunsThatTheReaderSees() throws Exception {
        UUID run = UUID.fromString(RunWorld.solved(asking()).getString("id"));
        Reader outsider = Reader.everyone();
        PageRequest page = new PageRequest(1, null, null);

        assertThrows(Refusal.NotFound.class, () -> runs.compare(outsider, run, run, page));
        assertThrows(Refusal.NotFound.class, () -> runs.certificateFile(outsider, run));
    }
}

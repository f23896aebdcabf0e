package org.switchboard.matching;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.Api;
import org.switchboard.testing.PostgresResource;

/** Explanations over HTTP: of plans, matches, needs that lost, needs that nobody may serve, and of more money. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RunExplanationsTest {

    private static final Map<String, Object> SHORT = Map.of("limitSeconds", 1, "policy", 1, "seed", 7);

    /** Two needs of which the one offer can serve one, and one in which nobody is active. */
    private static RunWorld world() {
        return new RunWorld()
                .need("first", 90_000, 1, false)
                .need("second", 60_000, 1, false)
                .need("too dear", 90_000_000, 1, false)
                .offer("A", "FIN", 100_000, 90_000, 1)
                .offer("B", "FIN", 50_000, 50_000, 1)
                .stored();
    }

    private static String needId(String run, RunWorld world, String name) {
        JsonPath plan = RunWorld.plan(run);
        String query = ".find { it.need.reference == '" + world.reference(name) + "' }.need.id";
        String inRows = plan.getString("rows" + query);
        return inRows == null ? plan.getString("unmet" + query) : inRows;
    }

    private static ValidatableResponse explanation(String run, String need) {
        return given().queryParam("need", need)
                .get("/api/v1/runs/" + run + "/explanation")
                .then()
                .statusCode(200)
                .body("run", equalTo(run))
                .body("plan", nullValue());
    }

    @Test
    void aPlanIsExplainedAsAWhole() throws Exception {
        world();
        String run = RunWorld.solved(SHORT).getString("id");
        JsonPath plan = RunWorld.plan(run);

        JsonPath why = given().get("/api/v1/runs/" + run + "/explanation")
                .then()
                .statusCode(200)
                .body("need", nullValue())
                .extract()
                .jsonPath();

        assertEquals(plan.getLong("level1"), why.getLong("plan.level1"));
        assertEquals(plan.getLong("level2"), why.getLong("plan.level2"));
        assertTrue(why.getLong("plan.bound") >= why.getLong("plan.level1"));
        assertTrue(
                why.getDouble("plan.atLeastPercent") <= 100.0 * why.getLong("plan.level1") / why.getLong("plan.bound"));
        assertTrue(why.getString("sentences[0]").endsWith("counted in level 1."));
        assertEquals(plan.getList("byRegion"), why.getList("plan.byRegion"));
        assertEquals(plan.getList("byTheme"), why.getList("plan.byTheme"));
        for (String partition : List.of("byStage", "byState")) {
            assertEquals(
                    plan.getLong("total.askedUsd"),
                    why.<Number>getList("plan." + partition + ".askedUsd").stream()
                            .mapToLong(Number::longValue)
                            .sum());
        }
        List<Number> unmet = why.getList("plan.largestUnmet.addsLevel1");
        for (int i = 1; i < unmet.size(); i++) {
            assertTrue(unmet.get(i - 1).longValue() >= unmet.get(i).longValue());
        }
    }

    @Test
    void aMatchSaysWhatItAddsAndWhoCameClose() throws Exception {
        RunWorld world = world();
        String run = RunWorld.solved(SHORT).getString("id");

        explanation(run, needId(run, world, "first"))
                .body("need.outcome", equalTo("MATCHED"))
                .body("need.matches.size()", equalTo(1))
                .body("need.matches[0].offer.reference", equalTo(world.reference("A")))
                .body("need.matches[0].usd", equalTo(90_000))
                .body("need.matches[0].pinned", equalTo(false))
                .body("need.matches[0].price", notNullValue())
                .body("need.matches[0].fitParts.criterion", hasItem("LANGUAGES"))
                .body("need.matches[0].fitParts.points.sum()", equalTo(fit(run, world, "first")))
                .body("sentences[0]", containsString("pays 90,000 US dollars for 1 part"))
                .body("sentences[1]", startsWith("Without it the plan would lose"));
    }

    private static int fit(String run, RunWorld world, String name) {
        return RunWorld.plan(run).getInt("rows.find { it.need.reference == '" + world.reference(name) + "' }.fit");
    }

    @Test
    void aNeedThatLostNamesTheLimitAndWhoHoldsIt() throws Exception {
        RunWorld world = world();
        String run = RunWorld.solved(SHORT).getString("id");

        explanation(run, needId(run, world, "second"))
                .body("need.outcome", equalTo("OUT_COMPETED"))
                .body("need.outCompeted.verdict", equalTo("LIMITS_BIND"))
                .body("need.outCompeted.limits.limit", hasItem("SLOTS"))
                .body("need.outCompeted.limits.offer.reference", hasItem(world.reference("A")))
                .body("need.outCompeted.wouldHaveToGive.need.reference", hasItem(world.reference("first")))
                .body("sentences[0]", startsWith("Offers may serve it, but"))
                .body("sentences[2]", containsString("would have to give way"));
    }

    @Test
    void aNeedWithoutCandidatesNamesTheRulesAndTheNearestOffers() throws Exception {
        RunWorld world = world();
        String run = RunWorld.solved(SHORT).getString("id");

        JsonPath why = explanation(run, needId(run, world, "too dear"))
                .body("need.outcome", equalTo("NO_CANDIDATE"))
                .body("need.noCandidate.candidatesNow", equalTo(0))
                .body("need.noCandidate.removedBy.rule", hasItem("AMOUNT_FITS"))
                .body("need.noCandidate.nearest[0].broken", equalTo(List.of("AMOUNT_FITS")))
                .body("need.noCandidate.nearest[0].changes[0]", containsString("ceiling 90,000,000 instead of"))
                .extract()
                .jsonPath();

        List<Integer> broken = why.getList("need.noCandidate.nearest.broken.collect { it.size() }");
        assertTrue(broken.size() <= 3);
        assertEquals(broken.stream().sorted().toList(), broken);
        assertNull(why.get("need.noCandidate.nearest[0].wouldBeMet"), "that takes a moment, and was not asked for");
        assertFalse(why.getString("sentences[1]").contains("solved again"));
        JsonPath confirmed = given().queryParam("need", needId(run, world, "too dear"))
                .queryParam("confirm", true)
                .get("/api/v1/runs/" + run + "/explanation")
                .jsonPath();
        assertNotNull(confirmed.get("need.noCandidate.nearest[0].wouldBeMet"));
        assertTrue(confirmed.getString("sentences[1]").contains("solved again from the plan"));
    }

    @Test
    void aNeedThatWasToBeLeftAloneSaysSo() throws Exception {
        RunWorld world = world();
        String run = RunWorld.solved(
                        Map.of("limitSeconds", 1, "policy", 1, "seed", 7, "leftAlone", List.of(world.needId("first"))))
                .getString("id");

        explanation(run, needId(run, world, "first"))
                .body("need.outcome", equalTo("LEFT_ALONE"))
                .body("need.matches", equalTo(List.of()))
                .body("need.outCompeted", nullValue())
                .body("need.noCandidate", nullValue())
                .body("sentences", equalTo(List.of("Whoever started the run asked that it be left alone.")));
    }

    @Test
    void aNeedThatBansKeepFromItsOfferSaysSo() throws Exception {
        RunWorld world = new RunWorld()
                .need("banned", 10_000, 1, false)
                .offer("A", "FIN", 50_000, 50_000, 5)
                .stored();
        Map<String, String> ban = Map.of("need", world.needId("banned"), "offer", world.offerId("A"));
        String run = RunWorld.solved(Map.of("limitSeconds", 1, "policy", 1, "seed", 7, "bans", List.of(ban)))
                .getString("id");

        explanation(run, needId(run, world, "banned"))
                .body("need.outcome", equalTo("NO_CANDIDATE"))
                .body("need.noCandidate.bans", equalTo(1))
                .body("sentences[0]", startsWith("The run was asked not to match it with what could serve it: 1 bans"));
    }

    @Test
    void moreMoneyIsValuedByThemeAndRegionAndConfirmedOnRequest() throws Exception {
        RunWorld world = world();
        String run = RunWorld.solved(SHORT).getString("id");
        String region = world.home().region();

        JsonPath table = given().queryParam("run", run)
                .get("/api/v1/marginal-values")
                .then()
                .statusCode(200)
                .body("run", equalTo(run))
                .body("offerUsd", equalTo(100_000))
                .body("confirmed", nullValue())
                .extract()
                .jsonPath();
        List<Number> values = table.getList("cells.level1");
        for (int i = 1; i < values.size(); i++) {
            assertTrue(values.get(i - 1).doubleValue() >= values.get(i).doubleValue());
        }
        assertTrue(values.get(0).doubleValue() > 0, "somebody is always unmet here");

        given().queryParam("run", run)
                .queryParam("confirm", true)
                .queryParam("theme", "FIN")
                .queryParam("region", region)
                .get("/api/v1/marginal-values")
                .then()
                .statusCode(200)
                .body("confirmed.theme", equalTo("FIN"))
                .body("confirmed.region", equalTo(region))
                .body("confirmed.level1", notNullValue());
    }

    @Test
    void theLastPlanIsMeantWhereNoRunIsNamed() throws Exception {
        String run = RunWorld.solved(SHORT).getString("id");
        String proposedBy = given().get("/api/v1/matrix").jsonPath().getString("proposedBy");

        String meant = given().get("/api/v1/marginal-values").jsonPath().getString("run");

        assertTrue(List.of(run, proposedBy).contains(meant));
    }

    @Test
    void whatIsSupposedLaterIsNotTheLastPlan() throws Exception {
        String run = RunWorld.solved(SHORT).getString("id");
        RunWorld.solved(Map.of("limitSeconds", 1, "seed", 7, "whatIf", Map.of("name", "Supposed")));

        given().get("/api/v1/marginal-values").then().body("run", equalTo(run));
    }

    @Test
    void refusesWhatThereIsNotAndWhatIsIncomplete() throws Exception {
        String run = RunWorld.solved(SHORT).getString("id");
        UUID nobody = UUID.randomUUID();

        Api.problem(Api.get("/runs/" + nobody + "/explanation"), 404, "not-found");
        Api.problem(Api.get("/runs/" + run + "/explanation?need=" + nobody), 404, "not-found");
        Api.problem(Api.get("/marginal-values?run=" + nobody), 404, "not-found");
        Api.problem(Api.get("/runs/" + nobody + "/start-prices"), 404, "not-found");
        Api.problem(Api.get("/runs/" + run + "/start-prices"), 409, "conflict");
        Api.problem(Api.get("/marginal-values?run=" + run + "&confirm=true"), 400, "malformed");
        Api.problem(Api.get("/marginal-values?run=" + run + "&confirm=true&theme=ZZZ&region=002"), 404, "not-found");
    }

    @Test
    void aRunUnderWayHasNothingToExplainYet() {
        RunWorld.ofChoices();
        String run = RunWorld.startLong(Map.of("limitSeconds", 600, "policy", 1));
        try {
            Api.problem(Api.get("/runs/" + run + "/explanation"), 409, "conflict");
        } finally {
            RunWorld.cancel(run);
        }
    }
}

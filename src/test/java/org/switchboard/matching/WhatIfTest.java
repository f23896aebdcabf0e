package org.switchboard.matching;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.verification.Verifier;
import org.switchboard.testing.Body;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.Worker;

/** What-if runs show what would be, and are taken for nothing else. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class WhatIfTest {

    private static Body whatIf(String name) {
        return Body.empty().with("name", name);
    }

    private static JsonPath solved(Body whatIf, Object... more) throws Exception {
        Map<String, Object> run = RunAdjustmentsTest.asking(more);
        run.remove("policy");
        run.put("whatIf", whatIf);
        return RunWorld.solved(run);
    }

    /** One need that the one offer cannot pay for. */
    private static RunWorld tooDear() {
        return new RunWorld()
                .need("N", 90_000, 1, false)
                .offer("A", "FIN", 50_000, 50_000, 5)
                .stored();
    }

    @Test
    void aLargerBudgetServesWhatItCouldNotBefore() throws Exception {
        RunWorld world = tooDear();
        Map<String, Object> budget = Map.of("offer", world.offerId("A"), "budgetUsd", 100_000);
        String real = RunWorld.solved(RunAdjustmentsTest.asking()).getString("id");

        String id = solved(whatIf("More").with("budgets", List.of(budget))).getString("id");

        assertEquals(List.of(), world.rows(real));
        assertEquals(List.of("N A 1"), world.rows(id));
        given().get("/api/v1/runs/" + id)
                .then()
                .body("whatIf", equalTo(true))
                .body("supposed.name", equalTo("More"))
                .body("supposed.budgets", equalTo(List.of(budget)))
                .body("supposed.extraOffers", equalTo(List.of()));
        given().get("/api/v1/runs/" + id + "/plan").then().body("whatIf", equalTo(true));
        given().get("/api/v1/offers/" + world.offerId("A")).then().body("budgetUsd", equalTo(50_000));
    }

    @Test
    void aSmallerBudgetServesLess() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 30_000, 1, false)
                .need("M", 30_000, 1, false)
                .offer("A", "FIN", 90_000, 90_000, 5)
                .stored();
        Body less = whatIf("Less").with("budgets", List.of(Map.of("offer", world.offerId("A"), "budgetUsd", 30_000)));

        assertEquals(1, world.rows(solved(less).getString("id")).size());
        assertEquals(
                0,
                world.rows(solved(whatIf("Nothing")
                                        .with("budgets", List.of(Map.of("offer", world.offerId("A"), "budgetUsd", 0))))
                                .getString("id"))
                        .size());
    }

    @Test
    void anExtraOfferServesWithinItsRunAlone() throws Exception {
        RunWorld world = tooDear();
        Body offer = Body.offer("IF-1").with("languages", List.of(world.language()));
        Body extra = Body.empty().with("provider", world.provider()).with("offer", offer);

        String id = solved(whatIf("A new offer").with("extraOffers", List.of(extra)))
                .getString("id");

        assertEquals(List.of("N IF-1 1"), world.rows(id));
        JsonPath view = RunWorld.run(id);
        assertEquals("POTENTIAL", view.getString("supposed.extraOffers[0].offer.standing"));
        assertEquals(world.provider(), view.getString("supposed.extraOffers[0].provider"));
        assertEquals(900_000, view.getInt("supposed.extraOffers[0].budgetUsd"));
        String row =
                "rows.find { it.offer.reference == 'IF-1' && it.need.reference == '" + world.reference("N") + "' }";
        JsonPath plan = RunWorld.plan(id);
        assertEquals("Drafting help (potential)", plan.getString(row + ".offer.title"));
        assertEquals(true, plan.get(row + ".offer.potential"));
        assertEquals(view.getString("supposed.extraOffers[0].id"), plan.getString(row + ".offer.id"));
        given().get("/api/v1/offers/" + plan.getString(row + ".offer.id"))
                .then()
                .statusCode(404);
        assertEquals(
                List.of(),
                Verifier.verify(RunWorld.file(id, "problem"), RunWorld.file(id, "plan-file"))
                        .violations());
        assertEquals(
                List.of(),
                world.rows(RunWorld.solved(RunAdjustmentsTest.asking()).getString("id")));
    }

    @Test
    void aWhatIfRunCanMatchByAnotherPolicy() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 10_000, 1, false)
                .offer("A", "FIN", 50_000, 50_000, 5)
                .stored();
        Map<String, Object> policy =
                given().get("/api/v1/policies/1").jsonPath().getMap("policy");
        policy.put("absorption", 0);
        int strict = given().contentType("application/json")
                .body(Map.of("reason", "for a test", "policy", policy))
                .post("/api/v1/policies")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
        // in force again for all other tests
        policy.put("absorption", 8);
        given().contentType("application/json")
                .body(Map.of("reason", "as before the test", "policy", policy))
                .post("/api/v1/policies")
                .then()
                .statusCode(201);

        JsonPath run = solved(whatIf("Nobody absorbs anything").with("policy", strict));

        assertEquals(strict, run.getInt("policy"));
        assertEquals(List.of(), world.rows(run.getString("id")));
    }

    @Test
    void aWhatIfRunDoesNotChangeTheMatrix() throws Exception {
        RunWorld world = tooDear();
        String real = RunWorld.solved(RunAdjustmentsTest.asking()).getString("id");
        String matrix = "/api/v1/matrix?rows=state&columns=theme";
        String before = given().get(matrix).then().statusCode(200).extract().asString();
        assertTrue(before.contains(real), "the last plan");

        String id = solved(whatIf("More")
                        .with("budgets", List.of(Map.of("offer", world.offerId("A"), "budgetUsd", 100_000))))
                .getString("id");

        assertEquals(List.of("N A 1"), world.rows(id));
        assertEquals(before, given().get(matrix).asString());
    }

    @Test
    void realRunsDoNotStartFromAWhatIfPlanButOthersDo() throws Exception {
        RunWorld world = tooDear();
        Body offer = Body.offer("IF-1").with("languages", List.of(world.language()));
        Body extra = Body.empty().with("provider", world.provider()).with("offer", offer);
        String base =
                solved(whatIf("First").with("extraOffers", List.of(extra))).getString("id");

        given().contentType("application/json")
                .body(RunAdjustmentsTest.asking("startFrom", base))
                .post("/api/v1/runs")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/startFrom"))
                .body("violations[0].code", equalTo("WhatIf"));

        String next = solved(whatIf("Second"), "startFrom", base).getString("id");
        assertEquals(List.of(), world.rows(next), "what the first supposed is gone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what_if = false, what_if_name = null",
                "what_if = false",
                "what_if_name = null",
                "what_if_name = ''",
            })
    void itStaysAWhatIfRunForEver(String change) throws Exception {
        String id = solved(whatIf("For ever")).getString("id");

        refuses("update run set " + change + " where id = '" + id + "'");
    }

    @Test
    void noOtherRunBecomesOneNorTakesWhatOneSupposes() throws Exception {
        RunWorld world = tooDear();
        String real = RunWorld.solved(RunAdjustmentsTest.asking()).getString("id");
        String whatIf = solved(whatIf("Base")).getString("id");
        String offer = world.offerId("A");

        refuses("update run set what_if = true, what_if_name = 'x' where id = '" + real + "'");
        refuses("update run set start_from = '" + whatIf + "' where id = '" + real + "'");
        refuses("insert into run_adjustment (run_id, place, kind, offer_id, budget_usd) values ('" + real
                + "', 0, 'BUDGET', '" + offer + "', 1)");
        refuses("insert into run_extra_offer (run_id, place, offer_id, provider, content, budget_usd, floor_usd,"
                + " ceiling_usd, per_state_cap_usd) values ('" + real + "', 0, gen_random_uuid(), '"
                + world.provider() + "', '{}', 1, 0, 1, 1)");
        refuses("insert into plan_row (run_id, need_id, offer_id, parts, usd, fit, extra) values ('" + real + "', '"
                + world.needId("N") + "', gen_random_uuid(), 1, 1, 1, true)");
        refuses("insert into plan_row (run_id, need_id, offer_id, parts, usd, fit) values ('" + real + "', '"
                + world.needId("N") + "', gen_random_uuid(), 1, 1, 1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'PIN', :need, :offer, null, null",
                "'PIN', :need, null, null, 1",
                "'PIN', :need, :offer, null, 5",
                "'PIN', :need, gen_random_uuid(), null, 1",
                "'PIN', gen_random_uuid(), :offer, null, 1",
                "'LEFT_ALONE', null, null, null, null",
                "'LEFT_ALONE', :need, :offer, null, null",
                "'BAN', :need, null, null, null",
                "'BAN', :need, :offer, :provider, null",
                "'BAN', :need, null, 'NOBODY', null",
                "'LOCKED_OFFER', :need, :offer, null, null",
                "'BUDGET', null, :offer, null, null",
                "'WISH', :need, :offer, null, null",
            })
    void theDatabaseKeepsNothingThatMeansNothing(String values) throws Exception {
        RunWorld world = tooDear();
        String run = RunWorld.solved(RunAdjustmentsTest.asking()).getString("id");
        String right = "'PIN', :need, :offer, null, 1";

        refuses(adjustment(run, 0, values, world));
        run(adjustment(run, 0, right, world));
        refuses(adjustment(run, 1, right, world));
    }

    private static String adjustment(String run, int place, String values, RunWorld world) {
        return "insert into run_adjustment (run_id, place, kind, need_id, offer_id, provider, parts) values ('" + run
                + "', " + place + ", "
                + values.replace(":need", "'" + world.needId("N") + "'")
                        .replace(":offer", "'" + world.offerId("A") + "'")
                        .replace(":provider", "'" + world.provider() + "'")
                + ")";
    }

    @Test
    void aPlanWithoutABoundIsNotKept() throws Exception {
        String run = RunWorld.solved(RunAdjustmentsTest.asking()).getString("id");

        for (String column : List.of("bound", "threads", "laps", "ended_by")) {
            refuses("update run set " + column + " = null where id = '" + run + "'");
        }
        refuses("update run set ended_by = 'LUCK' where id = '" + run + "'");
        refuses("update run set most_changed_rows = 1 where id = '" + run + "'");
        refuses("update run set start_from = id where id = '" + run + "'");
    }

    @Test
    void aRunGoesWithAllThatWasAskedOfIt() throws Exception {
        RunWorld world = tooDear();
        Body offer = Body.offer("IF-1").with("languages", List.of(world.language()));
        Body extra = Body.empty().with("provider", world.provider()).with("offer", offer);
        String id = solved(
                        whatIf("Gone")
                                .with("extraOffers", List.of(extra))
                                .with("budgets", List.of(Map.of("offer", world.offerId("A"), "budgetUsd", 1))),
                        "leftAlone",
                        List.of())
                .getString("id");
        assertNotEquals(List.of(), world.rows(id));

        run("delete from run where id = '" + id + "'");

        given().get("/api/v1/runs/" + id).then().statusCode(404);
    }

    private void refuses(String statement) {
        SQLException refusal = assertThrows(SQLException.class, () -> run(statement), statement);
        assertEquals("23", refusal.getSQLState().substring(0, 2), refusal.getMessage());
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = Worker.connection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}

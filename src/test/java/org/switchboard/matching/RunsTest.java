package org.switchboard.matching;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.matching.engine.file.ProblemFile;
import org.switchboard.matching.engine.verification.Verifier;
import org.switchboard.shared.Change;
import org.switchboard.shared.Changes;
import org.switchboard.testing.AsService;
import org.switchboard.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RunsTest {

    private static final Map<String, Object> SHORT = Map.of("limitSeconds", 1, "policy", 1, "seed", 7);
    private static final Map<String, Object> LONG = Map.of("limitSeconds", 600, "policy", 1);

    @Inject
    Changes changes;

    @Test
    void aRunIsQueuedAndSolvedAndTellsHowFarItCame() throws Exception {
        RunWorld.ofChoices();

        String id = given().contentType("application/json")
                .body(SHORT)
                .post("/api/v1/runs")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/runs/[0-9a-f-]{36}"))
                .header("ETag", notNullValue())
                .body("status", equalTo("QUEUED"))
                .body("policy", equalTo(1))
                .body("seed", equalTo(7))
                .body("limitSeconds", equalTo(1))
                .body("startedAt", nullValue())
                .body("progress", nullValue())
                .body("result", nullValue())
                .extract()
                .path("id");
        JsonPath solved = RunWorld.await(id, RunStatus.SOLVED);

        assertTrue(solved.getInt("result.needs") >= 10);
        assertTrue(solved.getInt("result.offers") >= 3);
        assertTrue(solved.getInt("result.candidates") >= 10);
        assertTrue(solved.getLong("result.level1") > 0);
        assertEquals(solved.getLong("result.level1"), solved.getLong("progress.bestLevel1"));
        assertEquals(solved.getLong("result.level2"), solved.getLong("progress.bestLevel2"));
        assertTrue(solved.getLong("progress.plansTried") > 0);
        assertEquals(0, solved.getDouble("progress.secondsLeft"));
        assertNotNull(solved.getString("startedAt"));
        assertNotNull(solved.getString("finishedAt"));
        assertEquals(
                List.of("someone: null QUEUED queued", "QUEUED SOLVING began to solve", "SOLVING SOLVED solved"),
                record(id));
    }

    @Test
    void aRunIsReadAgainOnlyIfItChanged() throws Exception {
        String id = RunWorld.solved(SHORT).getString("id");
        String tag = given().get("/api/v1/runs/" + id).header("ETag");

        given().header("If-None-Match", tag).get("/api/v1/runs/" + id).then().statusCode(304);
    }

    @Test
    void theSameKeyStartsOneRun() throws Exception {
        String key = UUID.randomUUID().toString();

        String first = create(key, SHORT).statusCode(201).extract().path("id");
        String again = create(key, SHORT).statusCode(201).extract().path("id");

        assertEquals(first, again);
        create(key, Map.of("limitSeconds", 2)).statusCode(422);
        RunWorld.await(first, RunStatus.SOLVED);
    }

    @Test
    void aRunWithNothingSaidTakesTheDefaultsAndThePolicyInForce() {
        RunWorld.ofChoices();
        int inForce = given().get("/api/v1/policies").jsonPath().getInt("[0].version");

        String id = create(null, Map.of())
                .statusCode(201)
                .body("limitSeconds", equalTo(10))
                .body("steps", nullValue())
                .body("seed", equalTo(1))
                .body("policy", equalTo(inForce))
                .extract()
                .path("id");

        RunWorld.cancel(id).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "limitSeconds, 0, greater than or equal to 1",
        "limitSeconds, 3601, less than or equal to 3600",
        "steps, 0, greater than or equal to 1",
        "policy, 0, greater than or equal to 1",
        "seed, -1, greater than or equal to 0",
        "policy, 1000000, there is no version 1000000",
    })
    void refusesWhatIsOutOfRange(String field, long value, String words) {
        create(null, Map.of(field, value))
                .statusCode(422)
                .body("violations.pointer", contains("/" + field))
                .body("violations[0].message", containsString(words));
    }

    @Test
    void refusesWhatCannotBeRead() {
        create(null, Map.of("limitSeconds", "soon")).statusCode(400);
        create(null, Map.of("gap", 1)).statusCode(400);
    }

    @Test
    void runsAreListedPageByPageInTheOrderOfTheirCreation() throws Exception {
        List<String> mine = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            mine.add(RunWorld.start(SHORT));
        }

        List<String> latest = given().get("/api/v1/runs?sort=-created&limit=3")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .jsonPath()
                .getList("items.id");
        assertEquals(List.of(mine.get(2), mine.get(1), mine.get(0)), latest);

        Set<String> all = new TreeSet<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = given().queryParam("limit", 2)
                    .queryParam("cursor", cursor.isEmpty() ? List.of() : List.of(cursor))
                    .get("/api/v1/runs")
                    .jsonPath();
            List<String> ids = page.getList("items.id");
            ids.forEach(id -> assertTrue(all.add(id), "listed twice"));
            cursor = page.getString("next");
        }
        assertTrue(all.containsAll(mine));
        for (String id : mine) {
            RunWorld.await(id, RunStatus.SOLVED);
        }
    }

    @Test
    void thePlanHoldsItsMatchesWhatTheyCoverAndWhatStaysUnmet() throws Exception {
        RunWorld world = new RunWorld()
                .need("rich", 60_000, 2, true)
                .need("poor", 30_001, 4, true)
                .need("too much", 9_000_000, 1, false)
                .offer("O", "FIN", 100_000, 60_000, 2)
                .stored();
        // a need that an offer could serve but for its places, beside one that none can
        world = world.need("third", 20_000, 1, false).stored();

        String id = RunWorld.solved(SHORT).getString("id");
        JsonPath plan = RunWorld.plan(id);

        List<Map<String, Object>> rows = mine(plan.getList("rows"), world);
        assertEquals(2, rows.size(), "two places");
        assertTrue(
                rows.stream().allMatch(row -> map(row, "offer").get("provider").equals("P" + mark(row))));
        List<Map<String, Object>> unmet = mine(plan.getList("unmet"), world);
        Map<String, Object> hadCandidates = unmet.stream()
                .collect(Collectors.toMap(
                        need -> (String) map(need, "need").get("reference"), need -> need.get("hadCandidates")));
        assertEquals(2, unmet.size());
        assertEquals(false, hadCandidates.get(world.reference("too much")));
        assertTrue(hadCandidates.containsValue(true));
        for (Map<String, Object> row : rows) {
            long cost = number(map(row, "need"), "costUsd");
            long parts = number(row, "parts");
            long tranches = number(map(row, "need"), "tranches");
            assertTrue(number(row, "usd") <= cost);
            assertEquals(parts == tranches, number(row, "usd") == cost, "all parts pay exactly the cost");
            assertTrue(number(row, "fit") > 0 && number(row, "fit") <= 100);
        }
    }

    @Test
    void theCoveragesAddUpToTheRowsAndTheUnmet() throws Exception {
        RunWorld world = RunWorld.ofChoices();

        String id = RunWorld.solved(SHORT).getString("id");
        JsonPath plan = RunWorld.plan(id);

        List<Map<String, Object>> rows = plan.getList("rows");
        Map<String, Object> total = plan.getMap("total");
        long planned = rows.stream().mapToLong(row -> number(row, "usd")).sum();
        Set<Object> served =
                rows.stream().map(row -> map(row, "need").get("id")).collect(Collectors.toSet());
        List<Map<String, Object>> unmet = plan.getList("unmet");
        assertEquals(planned, number(total, "plannedUsd"));
        assertEquals(served.size(), number(total, "served"));
        assertEquals(served.size() + unmet.size(), number(total, "needs"));
        for (String grouping : List.of("byRegion", "byTheme")) {
            List<Map<String, Object>> groups = plan.getList(grouping);
            for (String figure : List.of("needs", "served", "askedUsd", "plannedUsd")) {
                assertEquals(
                        number(total, figure),
                        groups.stream()
                                .mapToLong(group -> number(group, figure))
                                .sum(),
                        grouping + " " + figure);
            }
        }
        assertTrue(plan.getList("byTheme.code").contains("FIN"));
        assertTrue(plan.getList("byRegion.code").contains(world.home().region()));
        List<Long> costs =
                unmet.stream().map(need -> number(map(need, "need"), "costUsd")).toList();
        assertEquals(costs.stream().sorted((a, b) -> Long.compare(b, a)).toList(), costs, "the costliest first");
        assertEquals(1, plan.getInt("policy"));
        assertEquals(7, plan.getInt("seed"));
    }

    @Test
    void theFilesPassTheIndependentVerifierWithTheFiguresOfThePlan() throws Exception {
        RunWorld.ofChoices();

        JsonPath run = RunWorld.solved(SHORT);
        String id = run.getString("id");
        byte[] problemFile = RunWorld.file(id, "problem");
        byte[] planFile = RunWorld.file(id, "plan-file");

        Verifier.Verdict verdict = Verifier.verify(problemFile, planFile);
        assertEquals(List.of(), verdict.violations());
        assertEquals(run.getLong("result.level1"), verdict.level1());
        assertEquals(run.getLong("result.level2"), verdict.level2());
        Problem problem = ProblemFile.read(new ByteArrayInputStream(problemFile));
        List<PlanRow> rows = PlanFile.read(new ByteArrayInputStream(planFile));
        assertEquals(run.getInt("result.needs"), problem.needs().size());
        assertEquals(run.getInt("result.offers"), problem.offers().size());
        assertEquals(run.getInt("result.candidates"), problem.candidates().size());
        assertEquals(rows.size(), RunWorld.plan(id).getList("rows").size());
        Plan plan = Plan.of(problem, rows);
        assertTrue(plan.figures().feasible());
        assertEquals(RunWorld.plan(id).getLong("level1"), plan.figures().level1());
        assertEquals(RunWorld.plan(id).getLong("level2"), plan.figures().level2());
        given().get("/api/v1/runs/" + id + "/problem")
                .then()
                .header("Content-Disposition", containsString("problem-" + id + ".json"));
    }

    @Test
    void theProblemFileHoldsNoName() throws Exception {
        RunWorld world = RunWorld.ofChoices();

        String file = new String(RunWorld.file(RunWorld.solved(SHORT).getString("id"), "problem"));

        for (String name : List.of(world.mark(), world.home().iso3(), "TRAINING", "FIN")) {
            assertTrue(!file.contains(name), name);
        }
    }

    @Test
    void theSameSeedAndStepsGiveTheSamePlanTwice() throws Exception {
        RunWorld.ofChoices();
        Map<String, Object> bySteps = Map.of("limitSeconds", 300, "steps", 5_000, "policy", 1, "seed", 11);

        String first = RunWorld.solved(bySteps).getString("id");
        String second = RunWorld.solved(bySteps).getString("id");

        assertNotEquals(first, second);
        assertArrayEquals(RunWorld.file(first, "problem"), RunWorld.file(second, "problem"));
        assertArrayEquals(RunWorld.file(first, "plan-file"), RunWorld.file(second, "plan-file"));
        assertEquals(
                RunWorld.plan(first).getLong("level1"), RunWorld.plan(second).getLong("level1"));
        assertEquals(
                RunWorld.run(first).getLong("progress.plansTried"),
                RunWorld.run(second).getLong("progress.plansTried"));
    }

    @Test
    void cancellingARunThatSolvesKeepsItsBestPlan() throws Exception {
        RunWorld.ofChoices();
        String id = RunWorld.startLong(LONG);
        RunWorld.await(id, RunStatus.SOLVING);
        given().get("/api/v1/runs/" + id + "/plan")
                .then()
                .statusCode(409)
                .body("detail", containsString("still under way"));

        RunWorld.cancel(id).then().statusCode(200).body("cancelRequested", equalTo(true));
        JsonPath ended = RunWorld.await(id, RunStatus.CANCELLED);

        assertNotNull(ended.getString("finishedAt"));
        assertEquals(
                List.of(),
                Verifier.verify(RunWorld.file(id, "problem"), RunWorld.file(id, "plan-file"))
                        .violations());
        assertEquals(RunWorld.plan(id).getLong("level1"), ended.getLong("result.level1"));
        RunWorld.cancel(id).then().statusCode(200).body("status", equalTo("CANCELLED"));
        assertEquals(
                List.of(
                        "someone: null QUEUED queued",
                        "QUEUED SOLVING began to solve",
                        "someone: SOLVING SOLVING asked to end",
                        "SOLVING CANCELLED cancelled; the best plan so far is kept"),
                record(id));
    }

    @Test
    void cancellingARunInTheQueueEndsItWithoutAPlan() throws Exception {
        RunWorld.ofChoices();
        String ahead = RunWorld.startLong(LONG);
        RunWorld.await(ahead, RunStatus.SOLVING);
        String queued = RunWorld.startLong(LONG);
        given().get("/api/v1/runs/" + queued + "/problem").then().statusCode(409);

        RunWorld.cancel(queued).then().statusCode(200).body("status", equalTo("CANCELLED"));
        RunWorld.cancel(queued).then().statusCode(200).body("status", equalTo("CANCELLED"));
        RunWorld.cancel(ahead).then().statusCode(200);
        RunWorld.await(ahead, RunStatus.CANCELLED);

        given().get("/api/v1/runs/" + queued + "/plan")
                .then()
                .statusCode(409)
                .body("detail", containsString("ended without a plan"));
        given().get("/api/v1/runs/" + queued + "/plan-file").then().statusCode(409);
        // the worker has passed it by
        RunWorld.solved(SHORT);
        assertEquals("CANCELLED", RunWorld.run(queued).getString("status"));
        assertEquals(List.of("someone: null QUEUED queued", "someone: QUEUED CANCELLED cancelled"), record(queued));
    }

    @Test
    void aRunThatHasEndedCannotBeCancelled() throws Exception {
        String id = RunWorld.solved(SHORT).getString("id");

        RunWorld.cancel(id).then().statusCode(409).body("detail", containsString("ended already"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/plan", "/problem", "/plan-file"})
    void whatIsNotThereIsNotFound(String path) {
        given().get("/api/v1/runs/" + UUID.randomUUID() + path).then().statusCode(404);
        given().get("/api/v1/runs/no-id" + path).then().statusCode(404);
    }

    @Test
    void aRunThatIsNotThereCannotBeCancelled() {
        RunWorld.cancel(UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void tooManyRunsInTheQueueAreRefusedForAWhile() throws Exception {
        RunWorld.ofChoices();
        List<String> started = new ArrayList<>();
        started.add(RunWorld.startLong(LONG));
        RunWorld.await(started.get(0), RunStatus.SOLVING);
        for (int i = 0; i < 20; i++) {
            started.add(RunWorld.startLong(LONG));
        }

        create(null, LONG)
                .statusCode(503)
                .header("Retry-After", "5")
                .body("detail", containsString("20 runs are waiting"));

        for (String id : started) {
            RunWorld.cancel(id).then().statusCode(200);
        }
        RunWorld.await(started.get(0), RunStatus.CANCELLED);
        RunWorld.solved(SHORT);
    }

    @Test
    void aNeedSoSmallThatItsLastPartCostsNothingDoesNotKeepAPlanFromBeingStored() throws Exception {
        RunWorld world = new RunWorld()
                .need("tiny", 1, 4, false)
                .offer("A", "FIN", 2, 2, 5)
                .offer("B", "FIN", 1, 1, 5)
                .offer("C", "FIN", 1, 1, 5)
                .stored();

        JsonPath plan = RunWorld.plan(RunWorld.solved(SHORT).getString("id"));

        List<Map<String, Object>> rows = mine(plan.getList("rows"), world);
        assertEquals(3, rows.size());
        assertEquals(1, rows.stream().mapToLong(row -> number(row, "usd")).sum());
    }

    @Test
    void aPolicyBindsTheRunsThatNameIt() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 10_000, 1, false)
                .offer("O", "FIN", 20_000, 20_000, 5)
                .stored();
        int strict = given().contentType("application/json")
                .body(Map.of(
                        "reason",
                        "for a test",
                        "policy",
                        Map.of(
                                "fitWeights",
                                Map.of("languages", 100),
                                "slopes",
                                List.of(1, 1, 1),
                                "band1",
                                1,
                                "band2",
                                2,
                                "costExponent",
                                0,
                                "absorption",
                                0,
                                "furtherProviderCharge",
                                0,
                                "changeCharge",
                                0)))
                .post("/api/v1/policies")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
        given().contentType("application/json")
                .body(Map.of(
                        "reason",
                        "as before",
                        "policy",
                        given().get("/api/v1/policies/1").jsonPath().getMap("policy")))
                .post("/api/v1/policies")
                .then()
                .statusCode(201);

        String none =
                RunWorld.solved(Map.of("limitSeconds", 1, "policy", strict)).getString("id");
        String some = RunWorld.solved(SHORT).getString("id");

        assertEquals(List.of(), RunWorld.plan(none).getList("rows"), "nobody absorbs anything");
        assertEquals(strict, RunWorld.plan(none).getInt("policy"));
        assertEquals(1, mine(RunWorld.plan(some).getList("rows"), world).size());
        given().get("/api/v1/runs/" + none + "/plan")
                .then()
                .body("unmet.need.reference", hasItem(world.reference("N")));
    }

    private List<String> record(String run) {
        return AsService.call(() -> changes.of("run", UUID.fromString(run)).stream()
                .map(RunsTest::line)
                .toList());
    }

    private static String line(Change change) {
        return (change.who().equals("system") ? "" : "someone: ") + change.from() + " " + change.to() + " "
                + change.why();
    }

    private static ValidatableResponse create(String key, Map<String, ?> run) {
        return given().contentType("application/json")
                .headers(key == null ? Map.of() : Map.of("Idempotency-Key", key))
                .body(run)
                .post("/api/v1/runs")
                .then();
    }

    private static List<Map<String, Object>> mine(List<Map<String, Object>> lines, RunWorld world) {
        return lines.stream().filter(line -> mark(line).equals(world.mark())).toList();
    }

    private static String mark(Map<String, Object> line) {
        String reference = (String) map(line, "need").get("reference");
        return reference.contains("/") ? reference.substring(0, reference.indexOf('/')) : "";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> line, String field) {
        return (Map<String, Object>) line.get(field);
    }

    private static long number(Map<String, Object> line, String field) {
        return ((Number) line.get(field)).longValue();
    }
}

package org.switchboard.matching;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.Closeness;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.EarlierPrices;
import org.switchboard.matching.engine.certificate.CertificateCheck;
import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.matching.engine.file.ProblemFile;
import org.switchboard.matching.engine.search.Ending;
import org.switchboard.matching.engine.search.Matching;
import org.switchboard.matching.engine.search.ProgressListener;
import org.switchboard.matching.engine.search.RunningStopwatch;
import org.switchboard.matching.engine.search.SolveLimits;
import org.switchboard.matching.engine.search.SolveOptions;
import org.switchboard.matching.engine.verification.Verifier;
import org.switchboard.shared.PageRequest;
import org.switchboard.testing.Api;
import org.switchboard.testing.AsService;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.PostgresResource;

/** What people ask of a run is kept by its plan, shown with the run, and held by its problem file. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RunAdjustmentsTest {

    private static final int STEPS = 1_000;

    @Inject
    Runs runs;

    @Inject
    EntityManager database;

    /** A short run of which more is said. */
    static Map<String, Object> asking(Object... more) {
        Map<String, Object> run = new HashMap<>(Map.of("steps", STEPS, "policy", 1, "seed", 5));
        for (int i = 0; i < more.length; i += 2) {
            run.put((String) more[i], more[i + 1]);
        }
        return run;
    }

    private static String solved(Object... more) throws Exception {
        return RunWorld.solved(asking(more)).getString("id");
    }

    private static Map<String, Object> pin(RunWorld world, String need, String offer, int parts) {
        return Map.of("need", world.needId(need), "offer", world.offerId(offer), "parts", parts);
    }

    @BeforeEach
    void leaveLittleToChooseFrom() {
        RunWorld.withdrawManyChoices();
    }

    @Test
    void aBanOfAPairIsKeptByThePlan() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 10_000, 1, false)
                .offer("A", "FIN", 50_000, 50_000, 5)
                .offer("B", "FIN", 50_000, 50_000, 5)
                .stored();
        Map<String, String> ban = Map.of("need", world.needId("N"), "offer", world.offerId("A"));

        String id = solved("bans", List.of(ban));

        assertEquals(List.of("N B 1"), world.rows(id));
        given().get("/api/v1/runs/" + id).then().body("bans", equalTo(List.of(ban)));
    }

    @Test
    void aBanOfAProviderIsKeptByThePlan() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 10_000, 1, false)
                .need("M", 10_000, 1, false)
                .offer("A", "FIN", 50_000, 50_000, 5)
                .offer("B", "FIN", 50_000, 50_000, 5)
                .stored();
        Map<String, String> ban = Map.of("need", world.needId("N"), "provider", world.provider());

        String id = solved("bans", List.of(ban));

        assertEquals(1, world.rows(id).size());
        assertTrue(world.rows(id).get(0).startsWith("M "));
        given().get("/api/v1/runs/" + id).then().body("bans", equalTo(List.of(ban)));
    }

    @Test
    void aPinStandsThoughTheBudgetOfItsOfferWasCut() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 40_000, 4, true)
                .need("M", 10_000, 1, false)
                .offer("A", "FIN", 90_000, 90_000, 5)
                .stored();
        Map<String, Object> pin = pin(world, "N", "A", 3);
        cutBudget(world.offerId("A"), 12_000);

        String id = solved("pins", List.of(pin));

        assertEquals(List.of("N A 3"), world.rows(id), "and nothing is added to it");
        given().get("/api/v1/runs/" + id).then().body("pins", equalTo(List.of(pin)));
        Problem problem = problem(id);
        assertEquals(1, problem.pinned().size());
    }

    @Test
    void aPinStandsThoughItsOfferWasSuspended() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 40_000, 4, true)
                .offer("A", "FIN", 90_000, 90_000, 5)
                .stored();
        Api.move("/offers/" + world.offerId("A"), "suspension", "for a test")
                .then()
                .statusCode(200);

        assertEquals(List.of(), world.rows(solved()));
        assertEquals(List.of("N A 1"), world.rows(solved("pins", List.of(pin(world, "N", "A", 1)))));
    }

    @Test
    void aNeedLeftAloneGetsNothing() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 10_000, 1, false)
                .need("M", 10_000, 4, true)
                .offer("A", "FIN", 50_000, 50_000, 5)
                .stored();

        String id = solved(
                "leftAlone", List.of(world.needId("N"), world.needId("M")), "pins", List.of(pin(world, "M", "A", 1)));

        assertEquals(List.of("M A 1"), world.rows(id), "beside what is pinned");
        given().get("/api/v1/runs/" + id)
                .then()
                .body("leftAlone", equalTo(List.of(world.needId("N"), world.needId("M"))));
        JsonPath plan = RunWorld.plan(id);
        String unmet = "unmet.find { it.need.reference == '" + world.reference("N") + "' }";
        assertEquals(true, plan.get(unmet + ".leftAlone"));
        assertEquals(false, plan.get(unmet + ".hadCandidates"));
    }

    @Test
    void aLockedOfferKeepsExactlyItsRows() throws Exception {
        RunWorld world = RunWorld.ofChoices();
        String before = solved();
        List<String> rows = rowsOf(world, before, "O1");
        assertTrue(!rows.isEmpty());
        // a need that any offer could serve besides
        world.need("more", 1_000, 1, false).stored();

        String after = solved("startFrom", before, "lockedOffers", List.of(world.offerId("O1")), "seed", 99);

        assertEquals(rows, rowsOf(world, after, "O1"));
        given().get("/api/v1/runs/" + after)
                .then()
                .body("startFrom", equalTo(before))
                .body("lockedOffers", equalTo(List.of(world.offerId("O1"))));
    }

    @Test
    void aLockedOfferDoesNotKeepWhatNoStateAsksForAnyMore() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 10_000, 1, false)
                .need("M", 10_000, 1, false)
                .offer("A", "FIN", 50_000, 50_000, 5)
                .stored();
        String before = solved();
        assertEquals(List.of("M A 1", "N A 1"), world.rows(before));
        Api.move("/needs/" + world.needId("N"), "withdrawal", "for a test")
                .then()
                .statusCode(200);

        String after = solved("startFrom", before, "lockedOffers", List.of(world.offerId("A")));

        assertEquals(List.of("M A 1"), world.rows(after));
    }

    @Test
    void aRunStartsFromThePlanThatItNames() throws Exception {
        RunWorld.ofChoices();
        String before = solved();

        JsonPath after = RunWorld.solved(asking("startFrom", before, "mostChangedRows", 7, "seed", 8));

        String id = after.getString("id");
        assertEquals(
                PlanFile.read(new ByteArrayInputStream(RunWorld.file(before, "plan-file"))),
                problem(id).previous());
        assertEquals(7, after.getInt("mostChangedRows"));
        JsonPath comparison = given().get("/api/v1/runs/" + id + "/comparison?with=" + before)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Integer> matches = comparison.getMap("matches");
        assertEquals(
                matches.get("onlyHere") + matches.get("onlyThere") + matches.get("otherParts"),
                after.getInt("result.changedRows"));
        assertNull(RunWorld.run(before).get("result.changedRows"), "it started from none");
    }

    @Test
    void theSameIsAskedAndFoundAgain() throws Exception {
        RunWorld world = RunWorld.ofChoices();
        String before = solved();
        Object[] asked = {
            "startFrom", before,
            "pins", List.of(pin(world, "N2", "O2", 1)),
            "leftAlone", List.of(world.needId("N4")),
            "bans", List.of(Map.of("need", world.needId("N6"), "offer", world.offerId("O1"))),
            "lockedOffers", List.of(world.offerId("O3")),
        };

        String first = solved(asked);
        String second = solved(asked);

        assertArrayEquals(RunWorld.file(first, "problem"), RunWorld.file(second, "problem"));
        assertArrayEquals(RunWorld.file(first, "plan-file"), RunWorld.file(second, "plan-file"));
        // and from the files alone
        Certificate prices =
                CertificateFile.read(new ByteArrayInputStream(RunWorld.file(first, "start-prices")), problem(first));
        assertEquals(
                PlanFile.read(new ByteArrayInputStream(RunWorld.file(first, "plan-file"))),
                new Matching(
                                problem(first),
                                SolveOptions.of(SolveLimits.ofSteps(STEPS), 5)
                                        .startingFrom(problem(first).previous(), SolveLimits.NONE)
                                        .withPrices(new EarlierPrices(prices.multipliers())),
                                ProgressListener.SILENT,
                                new RunningStopwatch())
                        .solve()
                        .plan()
                        .rows());
        assertEquals(
                List.of(),
                Verifier.verify(RunWorld.file(first, "problem"), RunWorld.file(first, "plan-file"))
                        .violations());
    }

    @Test
    void theResultSaysHowGoodThePlanIsAtLeast() throws Exception {
        RunWorld.ofChoices();

        JsonPath run = RunWorld.solved(asking());

        long bound = run.getLong("result.bound");
        assertTrue(bound >= run.getLong("result.level1"));
        assertEquals(bound, run.getLong("progress.bound"));
        Closeness closeness = new Closeness(run.getLong("result.level1"), bound);
        assertEquals(closeness.gapPercent().doubleValue(), run.getDouble("result.gapPercent"));
        assertEquals(closeness.inASentence(), run.getString("result.inWords"));
        assertEquals(2, run.getInt("result.threads"));
        assertNotNull(Ending.valueOf(run.getString("result.endedBy")));
    }

    @Test
    void limitsAreKeptWithTheRun() throws Exception {
        JsonPath run = RunWorld.solved(asking("gapPercent", 0.25, "unimprovedSteps", 1_000_000));

        assertEquals(STEPS, run.getInt("steps"));
        assertEquals(0.25, run.getDouble("gapPercent"));
        assertEquals(1_000_000, run.getInt("unimprovedSteps"));
        assertEquals(3600, run.getInt("limitSeconds"), "the longest that there is, as it ends by steps");
        assertEquals(false, run.getBoolean("whatIf"));
        assertNull(run.get("supposed"));
        assertEquals(List.of(), run.getList("pins"));
    }

    @Test
    void theCertificateProvesTheBoundOfTheRun() throws Exception {
        String run = solved();

        byte[] file = given().get("/api/v1/runs/" + run + "/certificate")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Disposition", "attachment; filename=\"certificate-" + run + ".json\"")
                .extract()
                .asByteArray();
        Problem problem = problem(run);
        Certificate certificate = CertificateFile.read(new ByteArrayInputStream(file), problem);

        assertEquals(RunWorld.run(run).getLong("result.bound"), certificate.bound());
        assertTrue(CertificateCheck.provenBound(problem, certificate.multipliers()) <= certificate.bound());
        given().get("/api/v1/runs/" + UUID.randomUUID() + "/certificate").then().statusCode(404);
    }

    @Test
    void runsThatStillWaitShowWhatIsAskedOfThem() throws Exception {
        RunWorld world = RunWorld.ofChoices();
        String ahead = RunWorld.startLong(Map.of("limitSeconds", 600));
        RunWorld.await(ahead, RunStatus.SOLVING);

        String waiting = RunWorld.start(asking("leftAlone", List.of(world.needId("N1"))));

        given().get("/api/v1/runs?sort=-created&limit=1")
                .then()
                .body("items[0].id", equalTo(waiting))
                .body("items[0].leftAlone", equalTo(List.of(world.needId("N1"))))
                .body("items[0].result", nullValue());
        given().get("/api/v1/runs/" + waiting + "/certificate").then().statusCode(409);
        Stream.of(waiting, ahead).forEach(run -> RunWorld.cancel(run).then().statusCode(200));
        RunWorld.await(ahead, RunStatus.CANCELLED);
        assertEquals("STOPPED", RunWorld.run(ahead).getString("result.endedBy"));
    }

    @Test
    void aPinWhoseNeedIsWithdrawnBeforeItsTurnFailsTheRunWithWords() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 10_000, 1, false)
                .offer("A", "FIN", 50_000, 50_000, 5)
                .stored();
        String ahead = RunWorld.startLong(Map.of("limitSeconds", 600));
        RunWorld.await(ahead, RunStatus.SOLVING);
        String waiting = RunWorld.start(asking("pins", List.of(pin(world, "N", "A", 1))));
        Api.move("/needs/" + world.needId("N"), "withdrawal", "for a test")
                .then()
                .statusCode(200);

        RunWorld.cancel(ahead).then().statusCode(200);

        assertEquals(
                "What is stored cannot be matched: pin of need " + world.needId("N")
                        + ": is no longer asked for, or offer " + world.offerId("A") + " is gone.",
                RunWorld.await(waiting, RunStatus.FAILED).getString("failure"));
    }

    @Test
    void aRunThatNamesTheSampleOrStartsFromItGoesWithIt() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 10_000, 1, false)
                .offer("A", "FIN", 50_000, 50_000, 5)
                .stored();
        String need = world.needId("N");
        String first;
        try {
            sample(need, true);
            first = solved("leftAlone", List.of(need));
        } finally {
            sample(need, false);
        }
        String second = solved("startFrom", first, "whatIf", Map.of("name", "With the sample"));
        String third = solved();
        assertEquals(true, RunWorld.run(first).get("sample"));
        assertEquals(true, RunWorld.run(second).get("sample"));

        assertTrue(runs.removeSample(Reader.system()) >= 2);

        given().get("/api/v1/runs/" + first).then().statusCode(404);
        given().get("/api/v1/runs/" + second).then().statusCode(404);
        given().get("/api/v1/runs/" + third).then().statusCode(200);
    }

    private void sample(String need, boolean sample) {
        AsService.run(() -> database.createNativeQuery("update need set sample = :sample where id = :id")
                .setParameter("sample", sample)
                .setParameter("id", UUID.fromString(need))
                .executeUpdate());
    }

    @Test
    void theStatementsOfAPageOfRunsDoNotGrowWithWhatIsAskedOfThem() throws Exception {
        RunWorld world = RunWorld.ofChoices();
        List<String> started = new ArrayList<>();
        started.add(RunWorld.startLong(Map.of("limitSeconds", 600)));
        RunWorld.await(started.get(0), RunStatus.SOLVING);
        Map<String, Object> asked = asking("leftAlone", List.of(world.needId("N1"), world.needId("N2")));
        started.add(RunWorld.start(asked));
        // what others do meanwhile only adds
        long few = Math.min(statementsOfAPage(), Math.min(statementsOfAPage(), statementsOfAPage()));
        for (int i = 0; i < 10; i++) {
            started.add(RunWorld.start(asked));
        }

        Deadline.seconds(30).until("a page of many costs no more than one of few", () -> statementsOfAPage() <= few);

        started.forEach(run -> RunWorld.cancel(run).then().statusCode(200));
        RunWorld.await(started.get(0), RunStatus.CANCELLED);
    }

    private long statementsOfAPage() {
        Statistics statistics =
                database.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long start = statistics.getPrepareStatementCount();
        runs.list(Reader.system(), new PageRequest(200, null, "-created"));
        long count = statistics.getPrepareStatementCount() - start;
        statistics.setStatisticsEnabled(false);
        return count;
    }

    private static List<String> rowsOf(RunWorld world, String run, String offer) {
        return world.rows(run).stream()
                .filter(row -> row.contains(" " + offer + " "))
                .toList();
    }

    private static Problem problem(String run) throws Exception {
        return ProblemFile.read(new ByteArrayInputStream(RunWorld.file(run, "problem")));
    }

    /** Its provider finds that it has less. */
    private static void cutBudget(String offer, long budget) {
        String path = "/offers/" + offer;
        Map<String, Object> view = Api.get(path).jsonPath().getMap("");
        List<String> notItsContent = List.of(
                "id",
                "version",
                "provider",
                "status",
                "receivedAt",
                "sample",
                "budgetUsd",
                "floorUsd",
                "ceilingUsd",
                "perStateCapUsd",
                "rateDate");
        Map<String, Object> content = view.entrySet().stream()
                .filter(field -> !notItsContent.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        content.put("money", Map.of("currency", "USD", "budget", budget));
        Api.put(path, content, Api.tagOf(path)).then().statusCode(200);
    }
}

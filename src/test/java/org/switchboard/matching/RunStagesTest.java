package org.switchboard.matching;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.search.Matching;
import org.switchboard.matching.engine.search.Progress;
import org.switchboard.matching.engine.search.ProgressListener;
import org.switchboard.matching.engine.search.RunningStopwatch;
import org.switchboard.matching.engine.search.Solution;
import org.switchboard.matching.engine.search.SolveLimits;
import org.switchboard.matching.engine.search.SolveOptions;
import org.switchboard.need.Needs;
import org.switchboard.offer.Offers;
import org.switchboard.reference.Language;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.State;
import org.switchboard.testing.AsService;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;

/** The stages of a run without the worker: what comes too late, what people agreed, and what all costs. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RunStagesTest {

    private static final Reader READER = Reader.system();
    private static final List<State> STATES = ReferenceData.load().states(Language.EN);
    private static final Map<String, Object> SHORT = Map.of("limitSeconds", 1, "policy", 1);

    @Inject
    RunClaims claims;

    @Inject
    RunStages stages;

    @Inject
    Runs runs;

    @Inject
    Needs needs;

    @Inject
    Offers offers;

    @Inject
    EntityManager database;

    @Test
    void aRunThatEndedOrIsGoneStaysSoWhateverItsSearchBringsInLater() {
        RunWorld.ofChoices();
        UUID run = stored(RunStatus.QUEUED);
        RunStages.Begun begun = begin(run);
        stages.fail(READER, run, 1, "failed for a test");

        stages.finish(READER, run, 1, outcome(begun));
        stages.fail(READER, run, 1, "failed again");

        assertEquals("failed for a test", runs.get(READER, run).failure());
        assertFalse(progressed(run, new Progress(1, 1, 9, 1, 1)), "the search can end");
        assertFalse(progressed(UUID.randomUUID(), new Progress(1, 1, 9, 1, 1)));
        stages.finish(READER, UUID.randomUUID(), 1, outcome(begun));
        assertTrue(claims.take(READER, run).isEmpty());
        assertTrue(claims.take(READER, UUID.randomUUID()).isEmpty());
    }

    @Test
    void aSearchLearnsFromItsReportThatSomebodyElsewhereCancelledIt() {
        UUID run = stored(RunStatus.QUEUED);
        begin(run);

        assertTrue(progressed(run, new Progress(5, 6, 9, 7, 800)));
        runs.cancel(READER, run);
        assertFalse(progressed(run, new Progress(6, 7, 9, 8, 900)));

        assertEquals(6, runs.get(READER, run).progress().bestLevel1());
        stages.fail(READER, run, 1, "end of the test");
    }

    @Test
    void reportsAndCancellationsAtOnceDoNotGetInEachOthersWay() throws Exception {
        UUID run = stored(RunStatus.QUEUED);
        begin(run);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int step = i;
            calls.add(() -> {
                progressed(run, new Progress(step, step, step, step, step));
                return 200;
            });
            calls.add(() -> RunWorld.cancel(run.toString()).statusCode());
            calls.add(() -> given().get("/api/v1/runs/" + run).statusCode());
        }

        for (Future<Integer> answer : threads.invokeAll(calls)) {
            assertEquals(200, answer.get());
        }
        threads.shutdown();
        assertTrue(runs.get(READER, run).cancelRequested());
        stages.fail(READER, run, 1, "end of the test");
    }

    @Test
    void theStatementsOfARunDoNotGrowWithItsRows() {
        manyNeeds(5);
        long[] few = statementsOfARun();
        manyNeeds(150);
        long[] many = statementsOfARun();

        for (int stage = 0; stage < few.length; stage++) {
            // one more at the most: a new range of numbers for the record of changes
            assertTrue(many[stage] <= few[stage] + 1, "stage " + stage + ": " + few[stage] + ", " + many[stage]);
            assertTrue(few[stage] <= 32, "stage " + stage + ": " + few[stage]);
        }
    }

    @Test
    void asksForMoreItemsAtOnceThanPostgresqlTakesParameters() {
        manyNeeds(1);
        UUID need = needs.open(READER, List.of()).get(0).id();
        UUID offer = offers.active(READER, List.of()).get(0).id();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            ids.add(new UUID(i, i));
        }
        ids.add(need);
        ids.add(offer);

        assertEquals(List.of(need), List.copyOf(needs.of(READER, ids).keySet()));
        assertEquals(List.of(offer), List.copyOf(offers.of(READER, ids).keySet()));
        assertEquals(
                needs.open(READER, List.of()).size(), needs.open(READER, ids).size());
    }

    @Test
    void whatPeopleAgreedStandsInEveryPlan() throws Exception {
        RunWorld world = new RunWorld()
                .need("agreed", 40_000, 4, true)
                .need("wanting", 40_000, 1, false)
                .offer("small", "LEG", 30_000, 30_000, 1)
                .offer("other", "FIN", 90_000, 90_000, 5)
                .stored();
        UUID need = needOf(world, "agreed");
        UUID offer = offerOf(world, "small");
        // a provider of legislation for a financial need, and more than its budget: people may
        agreed(need, offer, 4);

        JsonPath run = RunWorld.solved(SHORT);
        JsonPath plan = RunWorld.plan(run.getString("id"));

        List<Map<String, Object>> rows = plan.getList("rows.findAll { it.need.id == '" + need + "' }");
        assertEquals(1, rows.size());
        assertEquals(4, rows.get(0).get("parts"));
        assertEquals(40_000, rows.get(0).get("usd"));
        assertEquals(
                List.of(world.reference("other")),
                plan.getList(
                        "rows.findAll { it.need.reference == '" + world.reference("wanting") + "' }.offer.reference"));
    }

    @Test
    void whatCannotBeMatchedFailsARunWithASentenceThatNamesIt() throws Exception {
        RunWorld world = new RunWorld()
                .need("cut", 40_000, 2, true)
                .offer("O", "FIN", 90_000, 90_000, 5)
                .stored();
        agreed(needOf(world, "cut"), offerOf(world, "O"), 3);

        String id = RunWorld.start(SHORT);
        RunWorld.await(id, RunStatus.FAILED);

        given().get("/api/v1/runs/" + id)
                .then()
                .body("failure", containsString("What is stored cannot be matched: agreed match of need "))
                .body("failure", containsString(world.reference("cut")))
                .body("failure", containsString("holds 3 parts, but the need has only 2."));
        given().get("/api/v1/runs/" + id + "/plan")
                .then()
                .statusCode(409)
                .body("detail", containsString("ended without a plan"));
        agreeOnNothing();
        RunWorld.solved(SHORT);
    }

    /** Past every rule, as after a change of rules. */
    private static void agreed(UUID need, UUID offer, int parts) {
        StoredProposal.of(need, offer, parts, "CONFIRMED");
    }

    @AfterEach
    void agreeOnNothing() {
        StoredProposal.forget();
    }

    private UUID needOf(RunWorld world, String name) {
        return needs.open(READER, List.of()).stream()
                .filter(need -> need.content().reference().equals(world.reference(name)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private UUID offerOf(RunWorld world, String name) {
        return offers.active(READER, List.of()).stream()
                .filter(offer -> offer.content().reference().equals(world.reference(name)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void manyNeeds(int count) {
        RunWorld world = new RunWorld();
        for (int i = 0; i < count; i++) {
            world.need("N" + i, STATES.get(i % 20), 1_000 + i, 1, false);
        }
        world.offer("O", "FIN", 10_000_000, 10_000_000, 1_000).stored();
    }

    /** Statements to take and begin a run, to store what came of it, and to read its plan. */
    private long[] statementsOfARun() {
        UUID run = stored(RunStatus.QUEUED);
        Statistics statistics =
                database.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            long start = statistics.getPrepareStatementCount();
            RunStages.Begun begun = begin(run);
            long afterBegin = statistics.getPrepareStatementCount();
            Outcome outcome = outcome(begun);
            long beforeFinish = statistics.getPrepareStatementCount();
            stages.finish(READER, run, 1, outcome);
            long afterFinish = statistics.getPrepareStatementCount();
            runs.plan(READER, run);
            long end = statistics.getPrepareStatementCount();
            return new long[] {afterBegin - start, afterFinish - beforeFinish, end - afterFinish};
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private RunStages.Begun begin(UUID run) {
        int attempt = claims.take(READER, run).orElseThrow();
        return stages.begin(READER, run, attempt).orElseThrow();
    }

    private boolean progressed(UUID run, Progress progress) {
        return stages.progressed(READER, run, 1, progress, Optional.empty());
    }

    private static Outcome outcome(RunStages.Begun begun) {
        Solution solution = new Matching(
                        begun.snapshot().problem(),
                        SolveOptions.of(SolveLimits.ofSteps(5_000), 1),
                        ProgressListener.SILENT,
                        new RunningStopwatch())
                .solve();
        return Outcome.of(begun.snapshot(), solution, begun.before(), 1);
    }

    /** A run that no worker has been told of. */
    private UUID stored(RunStatus status) {
        RunEntity run = new RunEntity();
        run.id = UUID.randomUUID();
        run.status = status;
        run.policy = 1;
        run.seed = 1;
        run.limitSeconds = 1;
        run.createdBy = "system";
        run.createdAt = Instant.now();
        run.startedAt = status == RunStatus.SOLVING ? Instant.now() : null;
        run.owner = RunEntity.OWNER;
        AsService.run(() -> database.persist(run));
        return run.id;
    }
}

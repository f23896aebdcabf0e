package org.switchboard.matching;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.search.Matching;
import org.switchboard.matching.engine.search.Progress;
import org.switchboard.matching.engine.search.ProgressListener;
import org.switchboard.matching.engine.search.RunningStopwatch;
import org.switchboard.matching.engine.search.Solution;
import org.switchboard.matching.engine.search.SolveLimits;
import org.switchboard.matching.engine.search.SolveOptions;
import org.switchboard.testing.AsService;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** What becomes of a run whose process is lost, stopped, or was only thought to be lost. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RunTakeoverTest {

    private static final Reader READER = Reader.system();
    private static final Deadline PATIENCE = Deadline.seconds(60);
    private static final int LIMIT_SECONDS = 30;
    private static final long STEPS = 5_000;
    private static final long MILLIS = 12_000;

    @Inject
    RunClaims claims;

    @Inject
    RunStages stages;

    @Inject
    RunRepository repository;

    @Inject
    Runs runs;

    @Inject
    EntityManager database;

    private UUID run;

    @BeforeEach
    void queue() {
        RunWorld.ofChoices();
        run = stored();
    }

    /** It has no job, so nobody else would ever take it from the queue. */
    @AfterEach
    void end() {
        if (!runs.get(READER, run).status().isEnd()) {
            runs.cancel(READER, run);
            claims.take(READER, run);
        }
    }

    @Test
    void anotherAttemptGoesOnFromTheBestPlanWithWhatIsLeftOfTimeAndSteps() {
        RunStages.Begun first = begin(1);
        Checkpoint found = checkpoint(first);
        stages.progressed(READER, run, 1, found.progress(), Optional.of(found));

        RunStages.Begun second = begin(2);

        assertEquals(found.plan().rows(), second.options().start());
        assertEquals(first.snapshot().problem(), second.snapshot().problem());
        assertEquals(LIMIT_SECONDS - MILLIS / 1000, second.options().limits().seconds());
        assertEquals(100_000 - STEPS, second.options().limits().steps());
        assertEquals(new Outcome.Before(STEPS, MILLIS), second.before());
        RunView view = runs.get(READER, run);
        assertEquals(2, view.attempts());
        assertTrue(view.resumed());
        assertEquals(RunStatus.SOLVING, view.status());
        assertEquals(found.level1(), view.progress().bestLevel1());
    }

    /** Needs and offers may have changed meanwhile: an attempt solves what its run has read. */
    @Test
    void everyAttemptSolvesTheSameProblem() {
        RunStages.Begun first = begin(1);
        RunWorld.ofChoices();

        RunStages.Begun second = begin(2);

        assertEquals(first.snapshot().problem(), second.snapshot().problem());
        assertEquals(first.snapshot().needIds(), second.snapshot().needIds());
        assertEquals(first.snapshot().needCostsUsd(), second.snapshot().needCostsUsd());
        assertEquals(first.snapshot().offerIds(), second.snapshot().offerIds());
    }

    @Test
    void anAttemptWithoutAnyPlanBeforeItBeginsAnewAndCanBeRepeated() {
        begin(1);
        stages.progressed(READER, run, 1, new Progress(0, 0, 9, 7, 5_000), Optional.empty());

        RunStages.Begun second = begin(2);
        stages.finish(READER, run, 2, outcome(second, STEPS));

        assertEquals(LIMIT_SECONDS, second.options().limits().seconds());
        RunView view = runs.get(READER, run);
        assertFalse(view.resumed());
        assertEquals(RunStatus.SOLVED, view.status());
        assertFalse(view.result().laps().isEmpty());
    }

    @Test
    void aResumedRunEndsWithASumOfItsAttemptsAndIsNotSaidToBeRepeatable() {
        Checkpoint found = checkpoint(begin(1));
        stages.progressed(READER, run, 1, found.progress(), Optional.of(found));
        RunStages.Begun second = begin(2);

        stages.finish(READER, run, 2, outcome(second, STEPS));

        RunView view = runs.get(READER, run);
        assertEquals(RunStatus.SOLVED, view.status());
        assertTrue(view.resumed());
        assertNull(view.result().laps());
        assertTrue(view.progress().plansTried() > STEPS);
        assertTrue(view.progress().elapsedSeconds() > MILLIS / 1000.0);
        assertTrue(view.result().level1() >= found.level1());
        assertEquals(0, count("run_checkpoint"), "it has served");
    }

    /** It was frozen, or cut off from the database, and comes back: the run belongs to another now. */
    @Test
    void anAttemptThatWasTakenOverWritesNoMore() {
        RunStages.Begun first = begin(1);
        Checkpoint found = checkpoint(first);
        stages.progressed(READER, run, 1, found.progress(), Optional.of(found));
        RunStages.Begun second = begin(2);
        RunView before = runs.get(READER, run);

        Progress better = new Progress(Long.MAX_VALUE, 1, 1, 1, 1);
        assertFalse(stages.progressed(READER, run, 1, better, Optional.of(found)), "its search ends");
        stages.finish(READER, run, 1, outcome(first, STEPS));
        stages.fail(READER, run, 1, "too late");
        assertFalse(claims.handBack(READER, run, 1, Optional.of(found)), "its job is done");
        assertTrue(stages.begin(READER, run, 1).isEmpty());

        assertEquals(before, runs.get(READER, run));
        stages.finish(READER, run, 2, outcome(second, STEPS));
        long rows = count("plan_row");
        assertTrue(rows > 0);
        RunView ended = runs.get(READER, run);
        stages.finish(READER, run, 2, outcome(second, STEPS));
        stages.finish(READER, run, 1, outcome(first, STEPS));
        assertEquals(rows, count("plan_row"), "no plan is stored twice");
        assertEquals(ended, runs.get(READER, run));
        assertTrue(claims.take(READER, run).isEmpty(), "nor taken again");
    }

    @Test
    void aRunThatWasLostThreeTimesFailsAndKeepsItsBestPlan() {
        Checkpoint found = checkpoint(begin(1));
        stages.progressed(READER, run, 1, found.progress(), Optional.of(found));
        begin(2);
        begin(3);

        assertTrue(claims.take(READER, run).isEmpty());

        RunView view = runs.get(READER, run);
        assertEquals(RunStatus.FAILED, view.status());
        assertEquals(
                "The service was lost 3 times while it was solving this run, so it is not tried again."
                        + " The best plan so far is kept.",
                view.failure());
        assertEquals(3, view.attempts());
        assertKept(found);
        Optional<UUID> last = AsService.call(() -> repository.lastPlan(READER).map(plan -> plan.id));
        assertNotEquals(Optional.of(run), last, "it counts nowhere as proposed");
    }

    @Test
    void aRunThatWasLostThreeTimesWithoutAnyPlanSaysSo() {
        begin(1);
        begin(2);
        begin(3);

        assertTrue(claims.take(READER, run).isEmpty());

        assertTrue(runs.get(READER, run).failure().endsWith("No plan had been found."));
        given().get("/api/v1/runs/" + run + "/plan").then().statusCode(409);
    }

    @Test
    void aRunThatIsHandedBackWaitsWithItsBestPlanAndDoesNotCountAsLost() {
        for (int attempt = 1; attempt <= 5; attempt++) {
            Checkpoint found = checkpoint(begin(attempt));
            assertTrue(claims.handBack(READER, run, attempt, Optional.of(found)));
            assertEquals(RunStatus.QUEUED, runs.get(READER, run).status());
        }
        assertTrue(runs.get(READER, run).resumed());
        assertNull(runs.get(READER, run).result(), "what it has found is not what came of it");
    }

    @Test
    void aRunThatWaitsAgainKeepsItsBestPlanWhenItIsCancelled() {
        Checkpoint found = checkpoint(begin(1));
        claims.handBack(READER, run, 1, Optional.of(found));

        runs.cancel(READER, run);

        assertEquals(RunStatus.CANCELLED, runs.get(READER, run).status());
        assertKept(found);
    }

    @Test
    void aRunThatWasCancelledWhileItsProcessWasLostIsNotSolvedOn() {
        Checkpoint found = checkpoint(begin(1));
        stages.progressed(READER, run, 1, found.progress(), Optional.of(found));
        runs.cancel(READER, run);

        assertTrue(claims.take(READER, run).isEmpty());

        assertEquals(RunStatus.CANCELLED, runs.get(READER, run).status());
        assertKept(found);
    }

    @Test
    void aRunThatWasCancelledWhileItsProcessWasStoppedEnds() {
        Checkpoint found = checkpoint(begin(1));
        runs.cancel(READER, run);

        assertFalse(claims.handBack(READER, run, 1, Optional.of(found)));

        assertEquals(RunStatus.CANCELLED, runs.get(READER, run).status());
        assertKept(found);
    }

    @Test
    void aWorsePlanTakesNoBettersPlace() {
        RunStages.Begun first = begin(1);
        Checkpoint found = checkpoint(first);
        stages.progressed(READER, run, 1, found.progress(), Optional.of(found));
        RunStages.Begun second = begin(2);
        Checkpoint empty = Checkpoint.of(second.snapshot(), List.of(), new Progress(0, 0, 9, STEPS + 1, MILLIS + 1))
                .orElseThrow();

        stages.progressed(READER, run, 2, empty.progress(), Optional.of(empty));
        assertEquals(found.level1(), runs.get(READER, run).progress().bestLevel1());
        Outcome nothing = outcome(second, 1);
        stages.finish(READER, run, 2, nothing);

        assertTrue(nothing.solution().plan().figures().level1() < found.level1(), "or this tests nothing");
        RunView view = runs.get(READER, run);
        assertEquals(found.level1(), view.result().level1());
        assertEquals(found.plan().rows().size(), count("plan_row"));
        given().get("/api/v1/runs/" + run + "/certificate").then().statusCode(200);
    }

    /** As its process left it that was killed: this one hears nothing more of that and solves the run. */
    @Test
    void aRunWhoseProcessIsGoneIsSolvedByAnother() throws Exception {
        String before = RunWorld.startLong(Map.of("limitSeconds", 600, "policy", 1, "priority", "URGENT"));
        RunWorld.await(before, RunStatus.SOLVING);
        String left = RunWorld.start(Map.of("limitSeconds", 1, "policy", 1));
        People.run(
                "update scheduled_tasks set picked = true, picked_by = 'gone', last_heartbeat = now() - interval '1 minute'"
                        + " where task_instance = ?",
                left);
        People.run("update run set status = 'SOLVING', attempt = 1 where id = ?", UUID.fromString(left));
        RunWorld.cancel(before).then().statusCode(200);

        PATIENCE.until(
                "it is solved", () -> RunWorld.run(left).getString("status").equals("SOLVED"));
        assertEquals(2, RunWorld.run(left).getInt("attempts"));
    }

    private void assertKept(Checkpoint found) {
        RunView view = runs.get(READER, run);
        assertEquals(found.level1(), view.result().level1());
        assertEquals(found.level2(), view.result().level2());
        assertEquals(found.progress().bound(), view.result().bound());
        assertEquals(found.plan().rows().size(), count("plan_row"));
        given().get("/api/v1/runs/" + run + "/plan")
                .then()
                .statusCode(200)
                .body(
                        "rows.usd.sum()",
                        equalTo(found.lines().usd().stream()
                                .mapToInt(Long::intValue)
                                .sum()));
        given().get("/api/v1/runs/" + run + "/certificate")
                .then()
                .statusCode(409)
                .body("detail", containsString("not kept"));
    }

    private RunStages.Begun begin(int attempt) {
        assertEquals(attempt, claims.take(READER, run).orElseThrow());
        return stages.begin(READER, run, attempt).orElseThrow();
    }

    /** A good plan, as a search would have stored it while it goes on. */
    private static Checkpoint checkpoint(RunStages.Begun begun) {
        Solution solution = solved(begun, 20_000);
        List<PlanRow> rows = solution.plan().rows();
        Progress progress = new Progress(
                solution.plan().figures().level1(),
                solution.plan().figures().level2(),
                solution.certificate().bound(),
                STEPS,
                MILLIS);
        return Checkpoint.of(begun.snapshot(), rows, progress).orElseThrow();
    }

    private static Outcome outcome(RunStages.Begun begun, long steps) {
        return Outcome.of(begun.snapshot(), solved(begun, steps), begun.before(), 1_000);
    }

    /** From nothing, whatever there was before; with one step the search is stopped before it starts. */
    private static Solution solved(RunStages.Begun begun, long steps) {
        Matching search = new Matching(
                begun.snapshot().problem(),
                SolveOptions.of(SolveLimits.ofSteps(steps), 1),
                ProgressListener.SILENT,
                new RunningStopwatch());
        if (steps == 1) {
            search.stop();
        }
        return search.solve();
    }

    private long count(String table) {
        return AsService.call(
                () -> ((Number) database.createNativeQuery("select count(*) from " + table + " where run_id = :run")
                                .setParameter("run", run)
                                .getSingleResult())
                        .longValue());
    }

    /** A run that has no job. */
    private UUID stored() {
        RunEntity entity = new RunEntity();
        entity.id = UUID.randomUUID();
        entity.status = RunStatus.QUEUED;
        entity.policy = 1;
        entity.seed = 1;
        entity.limitSeconds = LIMIT_SECONDS;
        entity.limitSteps = 100_000L;
        entity.createdBy = "system";
        entity.createdAt = Instant.now();
        entity.owner = RunEntity.OWNER;
        AsService.run(() -> database.persist(entity));
        return entity.id;
    }
}

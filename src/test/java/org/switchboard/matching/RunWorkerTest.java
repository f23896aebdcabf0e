package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.search.Ending;
import org.switchboard.matching.engine.search.Progress;
import org.switchboard.matching.engine.search.Solution;
import org.switchboard.matching.engine.search.SolveLimits;
import org.switchboard.matching.engine.search.SolveOptions;

/** The worker over claims and stages that only note what is asked of them. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunWorkerTest {

    /** Too large for its best plan to be proven before a test has seen what it waits for. */
    private static final Problem PROBLEM = RandomProblems.feasible(4, 300, 60);

    private static final int LONG = 600;

    private final UUID first = new UUID(0, 1);
    private final UUID second = new UUID(0, 2);
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final Noting stages = new Noting(notes);
    private final NotingClaims claims = new NotingClaims(notes);
    private final RunWorker worker = new RunWorker(claims, stages, Duration.ofHours(1));

    @AfterEach
    void stop() {
        worker.stop(new ShutdownEvent());
    }

    @Test
    void solvesARunAndThenNothingOfItWaits() {
        stages.limitSeconds = 1;

        assertFalse(worker.work(first));

        assertEquals(List.of("took " + first, "began " + first, "solved " + first), notes);
        assertEquals(List.of(1, 1), stages.attempts.subList(0, 2));
    }

    @Test
    void aRunThatHasEndedIsNotSolved() {
        claims.nothingToDo = true;

        assertFalse(worker.work(first));

        assertEquals(List.of("took " + first), notes);
    }

    @Test
    void anAttemptThatWasTakenAwayMeanwhileIsNotSolved() {
        stages.takenAway = true;

        assertFalse(worker.work(first));

        assertEquals(List.of("took " + first), notes);
    }

    @Test
    void tellsWhatEndedEachSearch() throws Exception {
        stages.limitSteps = 300;
        worker.work(first);
        stages.limitSteps = 0;
        stages.limitSeconds = 1;
        worker.work(second);
        stages.limitSeconds = LONG;
        UUID third = new UUID(0, 3);
        Future<Boolean> waits = inBackground(third);
        stages.awaitReport(third);
        worker.cancelled(new Runs.RunCancelled(third));

        assertFalse(waits.get());
        assertEquals(
                Map.of(first, Ending.STEPS, second, Ending.TIME, third, Ending.STOPPED), Map.copyOf(stages.endings));
    }

    /** What a search has found when the service stops is where another process goes on, not what came of the run. */
    @Test
    void givesARunBackWithItsBestPlanWhenTheServiceStops() throws Exception {
        Future<Boolean> waits = inBackground(first);
        stages.awaitReport(first);

        worker.stop(new ShutdownEvent());

        assertTrue(waits.get());
        assertEquals(List.of("took " + first, "began " + first, "gave back " + first), notes);
        Checkpoint best = claims.givenBack.get(first);
        assertTrue(best.level1() > 0);
        assertTrue(best.progress().elapsedMillis() > 0);
        assertTrue(worker.work(second), "it takes no other");
        assertEquals(3, notes.size());
    }

    @Test
    void aSearchThatWasAskedToEndBeforeItBeganEndsAtOnce() {
        stages.goesOn = false;

        assertFalse(worker.work(first));

        assertEquals(List.of("took " + first, "began " + first, "solved " + first), notes);
    }

    @Test
    void endsTheSearchThatIsCancelledAndNoOther() throws Exception {
        Future<Boolean> waits = inBackground(first);
        stages.awaitReport(first);

        worker.cancelled(new Runs.RunCancelled(second));
        assertEquals(List.of("took " + first, "began " + first), notes);
        worker.cancelled(new Runs.RunCancelled(first));

        assertFalse(waits.get());
    }

    @Test
    void storesTheBestPlanWhileItSearchesButNotMoreOftenThanAsked() throws Exception {
        Future<Boolean> waits = inBackground(first);
        stages.awaitReport(first);
        stages.awaitReports(3);
        worker.cancelled(new Runs.RunCancelled(first));
        waits.get();

        assertEquals(1, stages.checkpoints.size(), "the interval is longer than the test");
        Checkpoint best = stages.checkpoints.get(0);
        assertEquals(Plan.of(PROBLEM, best.plan().rows()).figures(), best.plan().figures());
        assertTrue(best.plan().figures().feasible());
    }

    @Test
    void goesOnCountingWhereTheAttemptBeforeHadCome() throws Exception {
        stages.before = new Outcome.Before(1_000_000, 40_000);
        Future<Boolean> waits = inBackground(first);
        stages.awaitReport(first);
        worker.stop(new ShutdownEvent());
        waits.get();

        Progress inAll = claims.givenBack.get(first).progress();
        assertTrue(inAll.steps() >= 1_000_000, inAll.toString());
        assertTrue(inAll.elapsedMillis() > 40_000, inAll.toString());
    }

    @Test
    void aReportThatCannotBeStoredDoesNotEndTheSearch() {
        stages.limitSeconds = 2;
        stages.reportFails = true;

        worker.work(first);

        assertEquals(List.of("took " + first, "began " + first, "solved " + first), notes);
        assertTrue(stages.solutions.get(first).plan().figures().level1() > 0);
    }

    @Test
    void waitsForADatabaseThatIsAwayRatherThanLoseAPlan() {
        stages.limitSeconds = 1;
        stages.failures.put("begin", new CopyOnWriteArrayList<>(List.of(away())));
        stages.failures.put("finish", new CopyOnWriteArrayList<>(List.of(away(), away())));

        worker.work(first);

        assertEquals(List.of("took " + first, "began " + first, "solved " + first), notes);
    }

    @Test
    void aRunWaitsForAnotherProcessWhereTheServiceStopsWhileTheDatabaseIsAway() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        stages.alwaysAway = asked;

        Future<Boolean> waits = inBackground(first);
        asked.await();
        worker.stop(new ShutdownEvent());

        assertTrue(waits.get());
        assertEquals(List.of("took " + first), notes);
    }

    @Test
    void saysWhatCannotBeMatched() {
        stages.failures.put(
                "begin", new CopyOnWriteArrayList<>(List.of(new InvalidProblemException("need KEN 1", "is odd"))));

        assertFalse(worker.work(first));

        assertEquals("What is stored cannot be matched: need KEN 1: is odd. " + first, notes.get(1));
    }

    @Test
    void anErrorOfTheServiceFailsTheRunWithoutItsDetails() {
        stages.limitSeconds = 1;
        stages.failures.put("finish", new CopyOnWriteArrayList<>(List.of(new IllegalStateException("secret"))));
        stages.failures.put("fail", new CopyOnWriteArrayList<>(List.of(away())));

        assertFalse(worker.work(first));

        assertEquals(
                "The run failed because of an error in the service; its log has the details. " + first, notes.get(2));
    }

    @Test
    void aFailureThatCannotBeStoredIsTheEndOfIt() {
        stages.failures.put("begin", new CopyOnWriteArrayList<>(List.of(new IllegalStateException("once"))));
        stages.failures.put("fail", new CopyOnWriteArrayList<>(List.of(new IllegalStateException("again"))));

        assertFalse(worker.work(first));

        assertEquals(List.of("took " + first), notes);
    }

    private Future<Boolean> inBackground(UUID run) {
        FutureTask<Boolean> work = new FutureTask<>(() -> worker.work(run));
        new Thread(work, "work").start();
        return work;
    }

    private static RuntimeException away() {
        return new IllegalStateException(new SQLException("connection refused", "08001"));
    }

    private static final class NotingClaims extends RunClaims {

        private final List<String> notes;
        private final Map<UUID, Checkpoint> givenBack = new ConcurrentHashMap<>();
        private volatile boolean nothingToDo;

        NotingClaims(List<String> notes) {
            super(null, null, null, null);
            this.notes = notes;
        }

        @Override
        public Optional<Integer> take(Reader reader, UUID id) {
            notes.add("took " + id);
            return nothingToDo ? Optional.empty() : Optional.of(1);
        }

        @Override
        public boolean handBack(Reader reader, UUID id, int attempt, Optional<Checkpoint> best) {
            notes.add("gave back " + id);
            givenBack.put(id, best.orElseThrow());
            return true;
        }
    }

    private static final class Noting extends RunStages {

        private final List<String> notes;
        private final List<Integer> attempts = new CopyOnWriteArrayList<>();
        private final List<Checkpoint> checkpoints = new CopyOnWriteArrayList<>();
        private final Semaphore reported = new Semaphore(0);
        private final Map<UUID, CountDownLatch> reports = new ConcurrentHashMap<>();
        private final Map<UUID, Solution> solutions = new ConcurrentHashMap<>();
        private final Map<String, List<RuntimeException>> failures = new ConcurrentHashMap<>();
        private final Map<UUID, Ending> endings = new ConcurrentHashMap<>();
        private volatile int limitSeconds = LONG;
        private volatile long limitSteps;
        private volatile boolean goesOn = true;
        private volatile boolean takenAway;
        private volatile boolean reportFails;
        private volatile Outcome.Before before = Outcome.Before.NOTHING;
        private volatile CountDownLatch alwaysAway;

        Noting(List<String> notes) {
            super(null, null, null, null, null, null);
            this.notes = notes;
        }

        void awaitReport(UUID run) throws InterruptedException {
            assertTrue(latch(run).await(60, TimeUnit.SECONDS), () -> "no report in " + notes);
        }

        void awaitReports(int more) throws InterruptedException {
            reported.drainPermits();
            assertTrue(reported.tryAcquire(more, 60, TimeUnit.SECONDS), () -> "no reports in " + notes);
        }

        @Override
        public Optional<Begun> begin(Reader reader, UUID id, int attempt) {
            if (alwaysAway != null) {
                alwaysAway.countDown();
                throw away();
            }
            failOnce("begin");
            if (takenAway) {
                return Optional.empty();
            }
            attempts.add(attempt);
            notes.add("began " + id);
            Snapshot snapshot = new Snapshot(
                    PROBLEM,
                    List.of(),
                    PROBLEM.needs().stream()
                            .map(need -> need.partCostUsd() * need.parts())
                            .toList(),
                    List.of(),
                    false);
            return Optional.of(new Begun(snapshot, SolveOptions.of(limits(), 1), before));
        }

        @Override
        public boolean progressed(Reader reader, UUID id, int attempt, Progress progress, Optional<Checkpoint> best) {
            best.ifPresent(checkpoints::add);
            if (progress != null && progress.level1() > 0) {
                latch(id).countDown();
            }
            reported.release();
            if (reportFails) {
                throw new IllegalStateException("cannot store it");
            }
            return goesOn;
        }

        private SolveLimits limits() {
            SolveLimits seconds = SolveLimits.ofSeconds(limitSeconds);
            return limitSteps == 0 ? seconds : seconds.andSteps(limitSteps);
        }

        @Override
        public void finish(Reader reader, UUID id, int attempt, Outcome outcome) {
            failOnce("finish");
            attempts.add(attempt);
            solutions.put(id, outcome.solution());
            endings.put(id, outcome.solution().ending());
            notes.add("solved " + id);
        }

        @Override
        public void fail(Reader reader, UUID id, int attempt, String why) {
            if (alwaysAway != null) {
                throw away();
            }
            failOnce("fail");
            notes.add(why + " " + id);
        }

        private void failOnce(String stage) {
            List<RuntimeException> left = failures.getOrDefault(stage, List.of());
            if (!left.isEmpty()) {
                throw left.remove(0);
            }
        }

        private CountDownLatch latch(UUID run) {
            return reports.computeIfAbsent(run, unseen -> new CountDownLatch(1));
        }
    }
}

package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.search.Ending;
import org.switchboard.matching.engine.search.Progress;
import org.switchboard.matching.engine.search.Solution;
import org.switchboard.matching.engine.search.SolveLimits;
import org.switchboard.matching.engine.search.SolveOptions;

/** The worker over stages that only note what is asked of them. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunWorkerTest {

    private static final Problem PROBLEM = RandomProblems.feasible(4, 60, 15);
    private static final int LONG = 600;

    private final UUID first = new UUID(0, 1);
    private final UUID second = new UUID(0, 2);
    private final Noting stages = new Noting();
    private final RunWorker worker = new RunWorker(stages);

    @AfterEach
    void stop() throws InterruptedException {
        worker.stop(new ShutdownEvent());
    }

    @Test
    void solvesOneRunAfterTheOther() throws Exception {
        stages.limitSeconds = 1;
        worker.queued(new Runs.RunQueued(first));
        worker.queued(new Runs.RunQueued(second));

        stages.awaitEnd(second);

        assertEquals(
                List.of("began " + first, "solved " + first, "began " + second, "solved " + second), stages.notes());
    }

    @Test
    void tellsWhatEndedEachSearch() throws Exception {
        stages.limitSteps = 300;
        worker.queued(new Runs.RunQueued(first));
        stages.awaitEnd(first);
        stages.limitSteps = 0;
        stages.limitSeconds = 1;
        worker.queued(new Runs.RunQueued(second));
        stages.awaitEnd(second);
        stages.limitSeconds = LONG;
        UUID third = new UUID(0, 3);
        worker.queued(new Runs.RunQueued(third));
        stages.awaitReport(third);
        worker.cancelled(new Runs.RunCancelled(third));
        stages.awaitEnd(third);

        assertEquals(
                Map.of(first, Ending.STEPS, second, Ending.TIME, third, Ending.STOPPED), Map.copyOf(stages.endings));
    }

    @Test
    void atItsStartEndsWhatADeadProcessWasSolvingAndTakesUpItsQueue() throws Exception {
        stages.limitSeconds = 1;
        stages.waiting = List.of(first);

        worker.start(new StartupEvent());
        stages.awaitEnd(first);

        assertEquals(List.of("failed orphans", "began " + first, "solved " + first), stages.notes());
    }

    @Test
    void keepsTheBestPlanWhenTheServiceStopsAndLeavesTheQueue() throws Exception {
        worker.queued(new Runs.RunQueued(first));
        worker.queued(new Runs.RunQueued(second));
        stages.awaitReport(first);

        worker.stop(new ShutdownEvent());

        assertEquals(
                List.of("began " + first, "the service stopped; the best plan so far is kept " + first),
                stages.notes());
        assertTrue(stages.solutions.get(first).plan().figures().level1() > 0);
    }

    @Test
    void endsTheSearchThatIsCancelledAndNoOther() throws Exception {
        worker.queued(new Runs.RunQueued(first));
        stages.awaitReport(first);

        worker.cancelled(new Runs.RunCancelled(second));
        assertEquals(List.of("began " + first), stages.notes());
        worker.cancelled(new Runs.RunCancelled(first));

        stages.awaitEnd(first);
    }

    @Test
    void endsASearchThatWasCancelledBeforeItBegan() throws Exception {
        stages.cancelRequested = true;

        worker.queued(new Runs.RunQueued(first));

        stages.awaitEnd(first);
        assertEquals(
                PROBLEM.pinned().size(),
                stages.solutions.get(first).plan().rows().size());
    }

    @Test
    void endsASearchWhoseReportIsAnsweredSo() throws Exception {
        stages.goesOn = false;

        worker.queued(new Runs.RunQueued(first));

        stages.awaitEnd(first);
        assertEquals(List.of("began " + first, "solved " + first), stages.notes());
    }

    @Test
    void aReportThatCannotBeStoredDoesNotEndTheSearch() throws Exception {
        stages.limitSeconds = 2;
        stages.reportFails = true;

        worker.queued(new Runs.RunQueued(first));

        stages.awaitEnd(first);
        assertEquals(List.of("began " + first, "solved " + first), stages.notes());
        assertTrue(stages.solutions.get(first).plan().figures().level1() > 0);
    }

    @Test
    void waitsForADatabaseThatIsAwayRatherThanLoseAPlan() throws Exception {
        stages.limitSeconds = 1;
        stages.failures.put("begin", new CopyOnWriteArrayList<>(List.of(away())));
        stages.failures.put("finish", new CopyOnWriteArrayList<>(List.of(away(), away())));

        worker.queued(new Runs.RunQueued(first));

        stages.awaitEnd(first);
        assertEquals(List.of("began " + first, "solved " + first), stages.notes());
    }

    @Test
    void aRunStaysQueuedWhereTheServiceStopsWhileTheDatabaseIsAway() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        stages.alwaysAway = asked;

        worker.queued(new Runs.RunQueued(first));
        asked.await();
        worker.stop(new ShutdownEvent());

        assertEquals(List.of(), stages.notes());
    }

    @Test
    void saysWhatCannotBeMatchedAndGoesOnWithTheNext() throws Exception {
        stages.limitSeconds = 1;
        stages.failures.put(
                "begin", new CopyOnWriteArrayList<>(List.of(new InvalidProblemException("need KEN 1", "is odd"))));
        worker.queued(new Runs.RunQueued(first));
        worker.queued(new Runs.RunQueued(second));

        stages.awaitEnd(second);

        assertEquals(
                "What is stored cannot be matched: need KEN 1: is odd. " + first,
                stages.notes().get(0));
        assertEquals("solved " + second, stages.notes().get(2));
    }

    @Test
    void anErrorOfTheServiceFailsTheRunWithoutItsDetailsAndGoesOnWithTheNext() throws Exception {
        stages.limitSeconds = 1;
        stages.failures.put("finish", new CopyOnWriteArrayList<>(List.of(new IllegalStateException("secret"))));
        stages.failures.put("fail", new CopyOnWriteArrayList<>(List.of(away())));
        worker.queued(new Runs.RunQueued(first));
        worker.queued(new Runs.RunQueued(second));

        stages.awaitEnd(second);

        assertEquals(
                "The run failed because of an error in the service; its log has the details. " + first,
                stages.notes().get(1));
        assertEquals("solved " + second, stages.notes().get(3));
    }

    @Test
    void goesOnWithTheNextEvenWhereTheFailureCannotBeStored() throws Exception {
        stages.limitSeconds = 1;
        stages.failures.put("begin", new CopyOnWriteArrayList<>(List.of(new IllegalStateException("once"))));
        stages.failures.put("fail", new CopyOnWriteArrayList<>(List.of(new IllegalStateException("again"))));
        worker.queued(new Runs.RunQueued(first));
        worker.queued(new Runs.RunQueued(second));

        stages.awaitEnd(second);

        assertEquals(List.of("began " + second, "solved " + second), stages.notes());
    }

    private static RuntimeException away() {
        return new IllegalStateException(new SQLException("connection refused", "08001"));
    }

    private static final class Noting extends RunStages {

        private final List<String> notes = new CopyOnWriteArrayList<>();
        private final Map<UUID, CountDownLatch> ends = new ConcurrentHashMap<>();
        private final Map<UUID, CountDownLatch> reports = new ConcurrentHashMap<>();
        private final Map<UUID, Solution> solutions = new ConcurrentHashMap<>();
        private final Map<String, List<RuntimeException>> failures = new ConcurrentHashMap<>();
        private final Map<UUID, Ending> endings = new ConcurrentHashMap<>();
        private volatile int limitSeconds = LONG;
        private volatile long limitSteps;
        private volatile List<UUID> waiting = List.of();
        private volatile boolean cancelRequested;
        private volatile boolean goesOn = true;
        private volatile boolean reportFails;
        private volatile CountDownLatch alwaysAway;

        Noting() {
            super(null, null, null, null, null, null);
        }

        List<String> notes() {
            return List.copyOf(notes);
        }

        void awaitEnd(UUID run) throws InterruptedException {
            assertTrue(latch(ends, run).await(60, TimeUnit.SECONDS), () -> "no end in " + notes);
        }

        void awaitReport(UUID run) throws InterruptedException {
            assertTrue(latch(reports, run).await(60, TimeUnit.SECONDS), () -> "no report in " + notes);
        }

        @Override
        public List<UUID> waiting(Reader reader) {
            return waiting;
        }

        @Override
        public void failOrphans(Reader reader) {
            notes.add("failed orphans");
        }

        @Override
        public Optional<Begun> begin(Reader reader, UUID id) {
            if (alwaysAway != null) {
                alwaysAway.countDown();
                throw away();
            }
            failOnce("begin");
            notes.add("began " + id);
            return Optional.of(new Begun(new Snapshot(PROBLEM, List.of(), List.of()), SolveOptions.of(limits(), 1)));
        }

        @Override
        public boolean isCancelRequested(Reader reader, UUID id) {
            return cancelRequested;
        }

        @Override
        public boolean progressed(Reader reader, UUID id, Progress progress) {
            if (progress.level1() > 0) {
                latch(reports, id).countDown();
            }
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
        public void finish(Reader reader, UUID id, Outcome outcome, String why) {
            failOnce("finish");
            solutions.put(id, outcome.solution());
            endings.put(id, outcome.solution().ending());
            end(id, why);
        }

        @Override
        public void fail(Reader reader, UUID id, String why) {
            if (alwaysAway != null) {
                throw away();
            }
            failOnce("fail");
            end(id, why);
        }

        private void end(UUID id, String how) {
            notes.add(how + " " + id);
            latch(ends, id).countDown();
        }

        private void failOnce(String stage) {
            List<RuntimeException> left = failures.getOrDefault(stage, List.of());
            if (!left.isEmpty()) {
                throw left.remove(0);
            }
        }

        private static CountDownLatch latch(Map<UUID, CountDownLatch> latches, UUID run) {
            return latches.computeIfAbsent(run, unseen -> new CountDownLatch(1));
        }
    }
}

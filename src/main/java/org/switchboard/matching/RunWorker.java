package org.switchboard.matching;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.search.Matching;
import org.switchboard.matching.engine.search.Progress;
import org.switchboard.matching.engine.search.ProgressListener;
import org.switchboard.shared.DatabaseAway;

/**
 * Solves the queued runs of this process, one after the other, on a thread of its own.
 *
 * <p>The queue itself is the table of runs: what was queued when the service went down is taken up when it is back.
 */
@ApplicationScoped
class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    private static final long MILLIS_BETWEEN_REPORTS = 1000;
    private static final long SECONDS_BETWEEN_ATTEMPTS = 1;
    private static final int SECONDS_TO_STOP = 10;

    /** After the database is migrated and the policy is there. */
    private static final int LATE = 3000;

    private final RunStages stages;
    private final Reader reader = Reader.system();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "matching");
        worker.setDaemon(true);
        return worker;
    });
    private final AtomicReference<@Nullable Solving> solving = new AtomicReference<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private long lastReportMillis;

    RunWorker(RunStages stages) {
        this.stages = stages;
    }

    /** The search under way. */
    private static final class Solving {
        private final UUID run;
        private final RunStages.Begun begun;
        private final Matching search;

        Solving(UUID run, RunStages.Begun begun, ProgressListener listener) {
            this.run = run;
            this.begun = begun;
            long start = System.nanoTime();
            this.search = new Matching(
                    begun.snapshot().problem(), begun.options(), listener, () -> System.nanoTime() - start);
        }

        void stop() {
            search.stop();
        }

        Outcome solve() {
            return Outcome.of(begun.snapshot(), search.solve());
        }
    }

    void start(@Observes @Priority(LATE) StartupEvent started) {
        stages.failOrphans(reader);
        stages.waiting(reader).forEach(run -> thread.execute(() -> work(run)));
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Runs.RunQueued queued) {
        thread.execute(() -> work(queued.run()));
    }

    void cancelled(@Observes(during = TransactionPhase.AFTER_SUCCESS) Runs.RunCancelled cancelled) {
        stopSearch(cancelled.run());
    }

    /** Ends the search under way, so that its best plan is kept before the database closes. */
    void stop(@Observes ShutdownEvent ending) throws InterruptedException {
        stopping.countDown();
        thread.shutdown();
        Solving present = solving.get();
        if (present != null) {
            present.stop();
        }
        if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("A run is still solving; it will be marked as failed at the next start.");
        }
    }

    private void work(UUID run) {
        if (isStopping()) {
            // it stays in the queue, for the next start
            return;
        }
        try {
            onceThereIsADatabase(() -> stages.begin(reader, run)).ifPresent(begun -> solve(run, begun));
        } catch (InvalidProblemException odd) {
            LOG.warnf("Run %s cannot be solved: %s", run, odd.getMessage());
            fail(run, "What is stored cannot be matched: " + odd.getMessage() + ".");
        } catch (RuntimeException failure) {
            if (isStopping() && DatabaseAway.isReasonOf(failure)) {
                LOG.warnf("Run %s is left as it is, for the next start: %s", run, failure);
                return;
            }
            LOG.errorf(failure, "Run %s failed", run);
            fail(run, "The run failed because of an error in the service; its log has the details.");
        }
    }

    private void solve(UUID run, RunStages.Begun begun) {
        Solving present = new Solving(run, begun, progress -> report(run, progress));
        lastReportMillis = -MILLIS_BETWEEN_REPORTS;
        solving.set(present);
        try {
            if (isStopping() || onceThereIsADatabase(() -> stages.isCancelRequested(reader, run))) {
                // asked before the search could be told
                present.stop();
            }
            finish(run, present.solve());
        } finally {
            solving.set(null);
        }
    }

    private void finish(UUID run, Outcome outcome) {
        String why = isStopping() ? "the service stopped; the best plan so far is kept" : "solved";
        onceThereIsADatabase(() -> {
            stages.finish(reader, run, outcome, why);
            return run;
        });
    }

    private void fail(UUID run, String why) {
        try {
            onceThereIsADatabase(() -> {
                stages.fail(reader, run, why);
                return run;
            });
        } catch (RuntimeException again) {
            LOG.errorf(again, "Nor could it be stored that run %s failed", run);
        }
    }

    private void report(UUID run, Progress progress) {
        if (progress.elapsedMillis() - lastReportMillis < MILLIS_BETWEEN_REPORTS) {
            return;
        }
        lastReportMillis = progress.elapsedMillis();
        try {
            if (!stages.progressed(reader, run, progress)) {
                stopSearch(run);
            }
        } catch (RuntimeException unreported) {
            // the search need not suffer from it
            LOG.warnf("Could not store how far run %s has come: %s", run, unreported);
        }
    }

    private void stopSearch(UUID run) {
        Solving present = solving.get();
        if (present != null && present.run.equals(run)) {
            present.stop();
        }
    }

    /** Tries again while the database is away: what a search has found is worth waiting for. */
    private <T> T onceThereIsADatabase(Supplier<T> stage) {
        while (true) {
            try {
                return stage.get();
            } catch (RuntimeException failure) {
                if (!DatabaseAway.isReasonOf(failure) || stopsWithin(SECONDS_BETWEEN_ATTEMPTS)) {
                    throw failure;
                }
                LOG.warnf("The database is away; trying again: %s", failure);
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private boolean stopsWithin(long seconds) {
        try {
            return stopping.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}

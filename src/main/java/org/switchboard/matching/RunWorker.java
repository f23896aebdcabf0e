package org.switchboard.matching;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.search.Matching;
import org.switchboard.matching.engine.search.Progress;
import org.switchboard.matching.engine.search.SolveLimits;

/**
 * Solves the queued runs of this process, one after the other, on a thread of its own.
 *
 * <p>The queue itself is the table of runs: what was queued when the service went down is taken up when it is back.
 */
@ApplicationScoped
class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    private static final long MILLIS_BETWEEN_REPORTS = 1000;
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
    private volatile boolean stopping;
    private long lastReportMillis;

    RunWorker(RunStages stages) {
        this.stages = stages;
    }

    /** The search under way. */
    private record Solving(UUID run, Matching search) {}

    void start(@Observes @Priority(LATE) StartupEvent started) {
        stages.failOrphans(reader);
        stages.waiting(reader).forEach(run -> thread.execute(() -> work(run)));
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Runs.RunQueued queued) {
        thread.execute(() -> work(queued.run()));
    }

    void cancelled(@Observes(during = TransactionPhase.AFTER_SUCCESS) Runs.RunCancelled cancelled) {
        Solving present = solving.get();
        if (present != null && present.run().equals(cancelled.run())) {
            present.search().stop();
        }
    }

    /** Ends the search under way, so that its best plan is kept before the database closes. */
    void stop(@Observes ShutdownEvent ending) throws InterruptedException {
        stopping = true;
        thread.shutdown();
        Solving present = solving.get();
        if (present != null) {
            present.search().stop();
        }
        if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("A run is still solving; it will be marked as failed at the next start.");
        }
    }

    private void work(UUID run) {
        if (stopping) {
            // it stays in the queue, for the next start
            return;
        }
        try {
            stages.begin(reader, run).ifPresent(begun -> solve(run, begun));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Run %s failed", run);
            stages.fail(reader, run, "The run failed because of an error in the service; its log has the details.");
        }
    }

    private void solve(UUID run, RunStages.Begun begun) {
        Matching search = new Matching(
                begun.snapshot().problem(), limits(begun), begun.seed(), progress -> report(run, progress));
        solving.set(new Solving(run, search));
        try {
            if (stopping || stages.isCancelRequested(reader, run)) {
                // asked before the search could be told
                search.stop();
            }
            stages.finish(reader, run, begun.snapshot(), search.solve());
        } finally {
            solving.set(null);
        }
    }

    private static SolveLimits limits(RunStages.Begun begun) {
        SolveLimits seconds = SolveLimits.ofSeconds(begun.limitSeconds());
        return begun.limitSteps().map(seconds::andSteps).orElse(seconds);
    }

    private void report(UUID run, Progress progress) {
        if (progress.elapsedMillis() < lastReportMillis
                || progress.elapsedMillis() - lastReportMillis >= MILLIS_BETWEEN_REPORTS) {
            lastReportMillis = progress.elapsedMillis();
            stages.progressed(reader, run, progress);
        }
    }
}

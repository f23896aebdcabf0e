package org.switchboard.matching;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.search.Ending;
import org.switchboard.shared.DatabaseAway;

/** Solves runs, each on the thread of its job, and stores from time to time how far they have come. */
@ApplicationScoped
class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    private static final long MILLIS_BETWEEN_REPORTS = 1000;
    private static final long SECONDS_BETWEEN_ATTEMPTS = 1;

    /** Before those who wait for jobs to end. */
    private static final int EARLY = 1000;

    private final RunClaims claims;
    private final RunStages stages;
    private final Duration checkpointInterval;
    private final Reader reader = Reader.system();
    private final Map<UUID, RunSearch> solving = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ScheduledExecutorService reporting = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "run-reports");
        thread.setDaemon(true);
        return thread;
    });

    RunWorker(
            RunClaims claims,
            RunStages stages,
            @ConfigProperty(name = "switchboard.runs.checkpoint-interval") Duration checkpointInterval) {
        this.claims = claims;
        this.stages = stages;
        this.checkpointInterval = checkpointInterval;
    }

    /** Ends the searches under way, so that what they have found is stored before the database closes. */
    void stop(@Observes @Priority(EARLY) ShutdownEvent ending) {
        stopping.countDown();
        solving.values().forEach(RunSearch::stop);
    }

    void cancelled(@Observes(during = TransactionPhase.AFTER_SUCCESS) Runs.RunCancelled cancelled) {
        RunSearch search = solving.get(cancelled.run());
        if (search != null) {
            search.stop();
        }
    }

    /**
     * Solves a run, unless it has ended.
     *
     * @return whether it waits for another process
     */
    boolean work(UUID run) {
        if (isStopping()) {
            return true;
        }
        Optional<Integer> attempt = onceThereIsADatabase(() -> claims.take(reader, run));
        return attempt.isPresent() && work(run, attempt.get());
    }

    private boolean work(UUID run, int attempt) {
        try {
            Optional<RunStages.Begun> begun = onceThereIsADatabase(() -> stages.begin(reader, run, attempt));
            return begun.isPresent() && solve(run, attempt, begun.get());
        } catch (InvalidProblemException odd) {
            LOG.warnf("Run %s cannot be solved: %s", run, odd.getMessage());
            fail(run, attempt, "What is stored cannot be matched: " + odd.getMessage() + ".");
        } catch (RuntimeException failure) {
            if (isStopping() && DatabaseAway.isReasonOf(failure)) {
                LOG.warnf("Run %s is left as it is, for another process: %s", run, failure);
                return true;
            }
            LOG.errorf(failure, "Run %s failed", run);
            fail(run, attempt, "The run failed because of an error in the service; its log has the details.");
        }
        return false;
    }

    private boolean solve(UUID run, int attempt, RunStages.Begun begun) {
        RunSearch search = new RunSearch(begun, checkpointInterval);
        solving.put(run, search);
        Future<?> reports = reporting.scheduleWithFixedDelay(
                () -> report(run, attempt, search), 0, MILLIS_BETWEEN_REPORTS, TimeUnit.MILLISECONDS);
        Outcome outcome;
        try {
            if (isStopping()) {
                search.stop();
            }
            outcome = search.solve();
        } finally {
            reports.cancel(false);
            solving.remove(run, search);
        }
        if (isStopping() && outcome.solution().ending() == Ending.STOPPED) {
            return onceThereIsADatabase(() -> claims.handBack(reader, run, attempt, search.checkpoint(outcome)));
        }
        onceThereIsADatabase(() -> {
            stages.finish(reader, run, attempt, outcome);
            return run;
        });
        return false;
    }

    private void report(UUID run, int attempt, RunSearch search) {
        try {
            if (!stages.progressed(reader, run, attempt, search.latest(), search.checkpoint())) {
                search.stop();
            }
        } catch (RuntimeException unreported) {
            // the search need not suffer from it
            LOG.warnf("Could not store how far run %s has come: %s", run, unreported);
        }
    }

    private void fail(UUID run, int attempt, String why) {
        try {
            onceThereIsADatabase(() -> {
                stages.fail(reader, run, attempt, why);
                return run;
            });
        } catch (RuntimeException again) {
            LOG.errorf(again, "Nor could it be stored that run %s failed", run);
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

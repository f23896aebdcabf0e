package org.switchboard.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Work for whichever process comes first. A job is written in the transaction of the change that asks for it, done when it
 * is due by the service's clock, and taken over by another process where the one that does it is gone.
 *
 * <p>Every bean that is a {@link Task} is known here; those that begin by themselves do so when the service starts.
 */
@ApplicationScoped
public class Jobs {

    /** After the database is migrated and the policy is there; before whatever uses it at the start. */
    private static final int LATE = 3000;

    /** After those who tell their work to end, and before the connections are closed. */
    private static final int AFTER_OTHERS = 3000;

    private final AgroalDataSource database;
    private final Instance<Task<?>> tasks;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;
    private final int threads;
    private final Duration pollInterval;
    private final Duration heartbeat;
    private @Nullable Scheduler scheduler;

    Jobs(
            AgroalDataSource database,
            @Any Instance<Task<?>> tasks,
            TransactionSynchronizationRegistry transactions,
            Clock clock,
            @ConfigProperty(name = "switchboard.jobs.threads") int threads,
            @ConfigProperty(name = "switchboard.jobs.poll-interval") Duration pollInterval,
            @ConfigProperty(name = "switchboard.jobs.heartbeat") Duration heartbeat) {
        this.database = database;
        this.tasks = tasks;
        this.transactions = transactions;
        this.clock = clock;
        this.threads = threads;
        this.pollInterval = pollInterval;
        this.heartbeat = heartbeat;
    }

    void start(@Observes @Priority(LATE) StartupEvent starting) {
        List<Task<?>> known = tasks.stream().<Task<?>>map(task -> task).toList();
        scheduler = new SchedulerOfJobs(database, known, new Room(known, threads), new JobClock(clock))
                .pollingInterval(pollInterval)
                .heartbeatInterval(heartbeat)
                .build();
        scheduler.start();
    }

    void stop(@Observes @Priority(AFTER_OTHERS) ShutdownEvent stopping) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /**
     * Has a job done, if the transaction at hand is kept; that must be one.
     *
     * @return false if there is such a job already, which stays as it is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> boolean schedule(TaskInstance<T> job, Instant due) {
        Scheduler running = running();
        boolean isNew = running.scheduleIfNotExists(job, due);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    running.triggerCheckForDueExecutions();
                }
            }
        });
        return isNew;
    }

    private Scheduler running() {
        if (scheduler == null) {
            throw new IllegalStateException("nothing is scheduled before the service has started");
        }
        return scheduler;
    }
}

package org.switchboard.matching;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.switchboard.job.Limited;

/**
 * The job of solving one run. It keeps its place in the queue, which is by priority and by when the run was queued, while it is
 * handed from one process to another.
 */
@Singleton
class RunTask extends AbstractTask<Void> implements Limited {

    private static final Logger LOG = Logger.getLogger(RunTask.class);
    private static final String NAME = "run";

    /** After which a job is tried again that could not even say what became of it. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final RunWorker worker;
    private final int atOnce;

    RunTask(RunWorker worker, @ConfigProperty(name = "switchboard.runs.at-once") int atOnce) {
        super(
                NAME,
                Void.class,
                new FailureHandler.OnFailureRetryLater<>(PAUSE),
                (dead, operations) -> operations.reschedule(dead, place(dead)));
        this.worker = worker;
        this.atOnce = atOnce;
    }

    static TaskInstance<Void> job(RunEntity run) {
        return new TaskInstance.Builder<Void>(NAME, run.id.toString())
                .priority(run.priority.weight())
                .build();
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> job, ExecutionContext context) {
        boolean waits = worker.work(UUID.fromString(job.getId()));
        return waits ? (done, operations) -> operations.reschedule(done, place(done)) : RunTask::remove;
    }

    private static void remove(ExecutionComplete done, ExecutionOperations<Void> operations) {
        try {
            operations.remove();
        } catch (ExecutionException taken) {
            LOG.infof("Another process has taken over %s.", done.getExecution().getId());
        }
    }

    private static Instant place(ExecutionComplete done) {
        return done.getExecution().getExecutionTime();
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id) {
        throw new UnsupportedOperationException("a run says itself when it is due");
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id, Void data) {
        return schedulableInstance(id);
    }
}

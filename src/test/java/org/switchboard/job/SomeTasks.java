package org.switchboard.job;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Tasks that only note what is done. A singleton, as tests look into it and would look into its proxy otherwise. */
@Singleton
class SomeTasks {

    final List<String> done = new CopyOnWriteArrayList<>();
    final AtomicInteger repeated = new AtomicInteger();

    /** Lets jobs of the narrow task end. */
    final Semaphore end = new Semaphore(0);

    final AtomicInteger narrowNow = new AtomicInteger();

    @Produces
    @Singleton
    @SuppressWarnings("unused")
    Task<String> noting() {
        return Tasks.oneTime("test-noting", String.class)
                .execute((job, context) -> done.add(job.getId() + " " + job.getData()));
    }

    @Produces
    @Singleton
    @SuppressWarnings("unused")
    Task<Void> repeating() {
        return Tasks.recurring("test-repeating", FixedDelay.of(Duration.ofMillis(100)))
                .execute((job, context) -> repeated.incrementAndGet());
    }

    /** Of which one is done at a time. */
    @Singleton
    static final class Narrow extends OneTimeTask<Void> implements Limited {

        private final SomeTasks tasks;

        Narrow(SomeTasks tasks) {
            super("test-narrow", Void.class);
            this.tasks = tasks;
        }

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public void executeOnce(TaskInstance<Void> job, ExecutionContext context) {
            tasks.narrow(job.getId());
        }
    }

    private void narrow(String id) {
        int now = narrowNow.incrementAndGet();
        end.acquireUninterruptibly();
        narrowNow.decrementAndGet();
        done.add(id + " of " + now);
    }
}

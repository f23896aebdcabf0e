package org.switchboard.job;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** The scheduler as this service uses it. */
final class SchedulerOfJobs extends SchedulerBuilder {

    /** A process that was not heard of for so many heartbeats is dead. It may have been busy with its own memory. */
    private static final int MISSED_HEARTBEATS = 6;

    /** What a job may take to end after it was told to. */
    private static final Duration TIME_TO_END = Duration.ofSeconds(8);

    /** Jobs of a newer release wait for a process that knows them. */
    private static final Duration PRACTICALLY_NEVER = Duration.ofDays(36_500);

    private static final double WHEN_A_THREAD_IS_FREE = 0.9;

    SchedulerOfJobs(DataSource database, List<Task<?>> tasks, Room room, JobClock clock) {
        super(database, tasks);
        tasks.stream()
                .filter(OnStartup.class::isInstance)
                .map(OnStartup.class::cast)
                .forEach(startTasks::add);
        clock(clock);
        threads(room.threads());
        executorService(Executors.newFixedThreadPool(room.threads(), work -> daemon(work, "job")));
        dueExecutor(Executors.newSingleThreadExecutor(work -> daemon(work, "job-finder")));
        housekeeperExecutor(Executors.newScheduledThreadPool(2, JobClock.Keeper::new));
        jdbcCustomization(new DueJobs(room, clock));
        pollUsingLockAndFetch(WHEN_A_THREAD_IS_FREE, 1);
        addSchedulerListener(room);
        enablePriority();
        missedHeartbeatsLimit(MISSED_HEARTBEATS);
        deleteUnresolvedAfter(PRACTICALLY_NEVER);
        shutdownMaxWait(TIME_TO_END);
        serializer(new JacksonSerializer());
        schedulerName(new SchedulerName.Fixed("%s/%d"
                .formatted(
                        new SchedulerName.Hostname().getName(),
                        ProcessHandle.current().pid())));
    }

    /** Waits by the machine's time: that of the service may stand still in a test. */
    @Override
    protected Waiter buildWaiter() {
        return new Waiter(poolingInterval);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}

package org.switchboard.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.Api;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class JobsTest {

    private static final Deadline PATIENCE = Deadline.seconds(30);

    @Inject
    Jobs jobs;

    @Inject
    SomeTasks tasks;

    @Inject
    Task<String> noting;

    @Inject
    SomeTasks.Narrow narrow;

    @Inject
    Clock clock;

    private final String name = Api.unique("job");

    @Test
    void aJobIsDoneOnceTheTransactionThatAskedForItIsKept() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> {
            jobs.schedule(noting.instance(name, "kept"), clock.instant());
        });

        PATIENCE.until("it is done", () -> tasks.done.contains(name + " kept"));
        PATIENCE.until("and gone", () -> stored(name) == 0);
    }

    @Test
    void noJobIsLeftOfATransactionThatIsNotKept() throws Exception {
        QuarkusTransaction.begin();
        jobs.schedule(noting.instance(name, "not kept"), clock.instant());
        QuarkusTransaction.rollback();
        schedule(noting.instance(name + "-later", "kept"), clock.instant());

        PATIENCE.until("the later one is done", () -> tasks.done.contains(name + "-later kept"));
        assertFalse(tasks.done.contains(name + " not kept"));
        assertEquals(0, stored(name));
    }

    @Test
    void aJobBelongsToATransaction() {
        assertThrows(TransactionalException.class, () -> jobs.schedule(noting.instance(name, "none"), clock.instant()));
    }

    @Test
    void thereIsEachJobOnce() {
        Instant later = clock.instant().plus(Duration.ofDays(1000));
        assertTrue(schedule(noting.instance(name, "first"), later));
        assertFalse(schedule(noting.instance(name, "second"), later));
        assertEquals(1, stored(name));
    }

    @Test
    void aJobWaitsUntilItIsDue() throws Exception {
        schedule(noting.instance(name, "tomorrow"), clock.instant().plus(Duration.ofDays(1)));
        schedule(noting.instance(name + "-now", "now"), clock.instant());

        PATIENCE.until("the other is done", () -> tasks.done.contains(name + "-now now"));
        assertFalse(tasks.done.contains(name + " tomorrow"));
        People.run("update scheduled_tasks set execution_time = now() where task_instance = ?", name);
        PATIENCE.until("it is done", () -> tasks.done.contains(name + " tomorrow"));
    }

    @Test
    void whatRepeatsBeginsWithTheService() throws Exception {
        int before = tasks.repeated.get();
        PATIENCE.until("it repeats", () -> tasks.repeated.get() > before + 1);
    }

    /** The most urgent first, those that are alike in the order in which they became due; others are not held up. */
    @Test
    void aLimitedTaskIsDoneSoManyTimesAtOnce() throws Exception {
        Instant now = clock.instant();
        schedule(narrow.instance(name + "-first"), now.minusSeconds(9));
        PATIENCE.until("the first is under way", () -> tasks.narrowNow.get() == 1);
        schedule(narrow.instanceBuilder(name + "-low").priority(10).build(), now.minusSeconds(8));
        schedule(narrow.instanceBuilder(name + "-second").priority(50).build(), now.minusSeconds(6));
        schedule(narrow.instanceBuilder(name + "-third").priority(50).build(), now.minusSeconds(5));
        schedule(narrow.instanceBuilder(name + "-urgent").priority(90).build(), now.minusSeconds(4));
        schedule(noting.instance(name, "beside"), now);

        PATIENCE.until("another task is not held up", () -> tasks.done.contains(name + " beside"));
        tasks.end.release(5);
        PATIENCE.until("all are done", () -> tasks.done.contains(name + "-low of 1"));

        assertEquals(
                List.of("-first of 1", "-urgent of 1", "-second of 1", "-third of 1", "-low of 1"),
                tasks.done.stream()
                        .filter(one -> one.startsWith(name + "-"))
                        .map(one -> one.substring(name.length()))
                        .toList());
    }

    /** As its process would be that was killed: another, which is this one, does it. */
    @Test
    void aJobOfAProcessThatIsGoneIsTakenOver() throws Exception {
        schedule(noting.instance(name, "taken over"), clock.instant().plus(Duration.ofDays(1000)));
        People.run(
                "update scheduled_tasks set picked = true, picked_by = 'gone', execution_time = now(),"
                        + " last_heartbeat = now() - interval '1 minute' where task_instance = ?",
                name);
        PATIENCE.until("it is done", () -> tasks.done.contains(name + " taken over"));
    }

    /** A test that moves the clock of the service must not make living work look dead. */
    @Test
    void whetherAProcessLivesIsNotSaidByTheClockOfTheService() throws Exception {
        Instant then = Instant.parse("2030-01-01T00:00:00Z");
        JobClock time = new JobClock(Clock.fixed(then, ZoneOffset.UTC));
        FutureTask<Instant> kept = new FutureTask<>(time::now);
        new JobClock.Keeper(kept).start();

        assertEquals(then, time.now(), "what is due");
        Duration apart = Duration.between(kept.get(10, TimeUnit.SECONDS), time.heartbeat());
        assertTrue(apart.abs().compareTo(Duration.ofMinutes(1)) < 0, "heartbeats are of one kind");
    }

    private boolean schedule(TaskInstance<?> job, Instant due) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.schedule(job, due));
    }

    private static int stored(String job) {
        return Integer.parseInt(People.value("select count(*) from scheduled_tasks where task_instance = ?", job));
    }
}

package org.switchboard.notice;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has people told and written to all the time, by one process at a time. */
final class NoticeTask {

    static final String NAME = "notices";

    /** Those who want one mail a day get it in the same way: theirs is due once a day. */
    @Produces
    @Singleton
    @SuppressWarnings("unused")
    Task<Void> notices(NoticeRounds rounds, @ConfigProperty(name = "switchboard.notices.every") Duration pause) {
        return Tasks.recurring(NAME, FixedDelay.of(pause)).execute((job, context) -> rounds.go());
    }
}

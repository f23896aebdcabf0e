package org.switchboard.matrix;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.switchboard.access.Reader;
import org.switchboard.shared.Refusal;

/** Has the monthly edition drawn up, by one process. */
final class EditionTask {

    private static final Logger LOG = Logger.getLogger(EditionTask.class);

    static final String NAME = "monthly-edition";

    @Produces
    @Singleton
    @SuppressWarnings("unused")
    Task<Void> monthlyEdition(Editions editions, @ConfigProperty(name = "switchboard.editions.at") String when) {
        return Tasks.recurring(NAME, Schedules.cron(when, ZoneOffset.UTC)).execute((job, context) -> prepare(editions));
    }

    static void prepare(Editions editions) {
        try {
            editions.prepare(Reader.system());
        } catch (Refusal.Conflict waiting) {
            LOG.warn("No edition was drawn up this month: the one before still waits for the Committee.");
        }
    }
}

package org.switchboard.review;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.switchboard.access.Reader;

/** Looks at the terms that run, again and again. */
@ApplicationScoped
class TermsJob {

    private static final Logger LOG = Logger.getLogger(TermsJob.class);

    private final Terms terms;

    TermsJob(Terms terms) {
        this.terms = terms;
    }

    @Produces
    @Singleton
    Task<Void> lookAtTerms(@ConfigProperty(name = "switchboard.review.look-every") Duration pause) {
        return Tasks.recurring("review-terms", FixedDelay.of(pause)).execute((instance, context) -> look());
    }

    /** One proposal that cannot be moved keeps none of the others. */
    void look() {
        Reader service = Reader.system();
        for (UUID proposal : terms.running(service)) {
            try {
                terms.look(service, proposal);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "Could not do what is due with proposal %s", proposal);
            }
        }
    }
}

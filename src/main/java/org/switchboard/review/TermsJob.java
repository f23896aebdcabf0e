package org.switchboard.review;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityNotFoundException;
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
    private final FollowUp followUp;

    TermsJob(Terms terms, FollowUp followUp) {
        this.terms = terms;
        this.followUp = followUp;
    }

    @Produces
    @Singleton
    Task<Void> lookAtTerms(@ConfigProperty(name = "switchboard.review.look-every") Duration pause) {
        return Tasks.recurring("review-terms", FixedDelay.of(pause)).execute((instance, context) -> look());
    }

    /** One proposal that cannot be moved keeps none of the others. */
    void look() {
        Reader service = Reader.system();
        terms.running(service).forEach(proposal -> one(proposal, () -> terms.look(service, proposal)));
        followUp.running(service).forEach(match -> one(match, () -> followUp.look(service, match)));
    }

    private static void one(UUID proposal, Runnable look) {
        try {
            look.run();
        } catch (EntityNotFoundException gone) {
            LOG.debugf("Proposal %s was taken away meanwhile", proposal);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Could not do what is due with proposal %s", proposal);
        }
    }
}

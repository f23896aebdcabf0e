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
    private final CirculationTerms circulations;

    TermsJob(Terms terms, FollowUp followUp, CirculationTerms circulations) {
        this.terms = terms;
        this.followUp = followUp;
        this.circulations = circulations;
    }

    @Produces
    @Singleton
    Task<Void> lookAtTerms(@ConfigProperty(name = "switchboard.review.look-every") Duration pause) {
        return Tasks.recurring("review-terms", FixedDelay.of(pause)).execute((instance, context) -> look());
    }

    /** One item that cannot be moved keeps none of the others. */
    void look() {
        Reader service = Reader.system();
        terms.due(service).forEach(proposal -> one(proposal, () -> terms.look(service, proposal)));
        circulations
                .due(service)
                .forEach(circulation -> one(circulation, () -> circulations.look(service, circulation)));
        followUp.due(service).forEach(match -> one(match, () -> followUp.look(service, match)));
    }

    private static void one(UUID item, Runnable look) {
        try {
            look.run();
        } catch (EntityNotFoundException gone) {
            LOG.debugf("Item %s was taken away meanwhile", item);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Could not do what is due with item %s", item);
        }
    }
}

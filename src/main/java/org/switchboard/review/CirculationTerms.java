package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;

/** What time does to circulations: the Committee is reminded, and its silence lets them pass. */
@Walled
@ApplicationScoped
public class CirculationTerms {

    private final CirculationRepository stored;
    private final CirculationLife life;
    private final Calendar calendar;
    private final ReviewPolicies policies;

    CirculationTerms(CirculationRepository stored, CirculationLife life, Calendar calendar, ReviewPolicies policies) {
        this.stored = stored;
        this.life = life;
        this.calendar = calendar;
        this.policies = policies;
    }

    /** Circulations with which something is due. */
    @Transactional
    List<UUID> due(Reader service) {
        return stored.with(
                service, TermDue.of(calendar.term(), policies.inForce().reminders()));
    }

    /** Does what is due with one circulation, and nothing if somebody has acted meanwhile. */
    @Transactional
    void look(Reader service, UUID id) {
        stored.circulationToChange(service, id)
                .filter(circulation -> circulation.status == CirculationStatus.BEFORE_COMMITTEE)
                .ifPresent(circulation -> look(service, circulation));
    }

    private void look(Reader service, CirculationEntity circulation) {
        Term term = calendar.term();
        LocalDate until = Objects.requireNonNull(circulation.until);
        if (term.isOver(until)) {
            life.pass(service, circulation);
        } else {
            term.reminderDue(until, policies.inForce().reminders(), circulation.remindedFor)
                    .ifPresent(days -> life.remind(service, circulation, Term.noticeOf(until, days), term.left(until)));
        }
    }
}

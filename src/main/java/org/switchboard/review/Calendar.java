package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.stream.Collectors;

/** The working days as the administrator keeps them, and today's place among them. */
@ApplicationScoped
class Calendar {

    private final ProposalRepository stored;
    private final Clock clock;

    Calendar(ProposalRepository stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    WorkingDays calendar() {
        return new WorkingDays(
                stored.holidays().stream().map(holiday -> holiday.day).collect(Collectors.toSet()));
    }

    Term term() {
        return Term.from(clock, calendar());
    }
}

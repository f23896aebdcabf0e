package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Refusal;

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

    /**
     * What is not said within the term is not said, also where the end of the term was not seen to yet.
     *
     * @param until the last day of the term; null where none runs
     * @throws Refusal.Conflict if it is over
     */
    void requireInTime(@Nullable LocalDate until) {
        if (until != null && term().isOver(until)) {
            throw new Refusal.Conflict("The term for this ended on " + until + ".");
        }
    }
}

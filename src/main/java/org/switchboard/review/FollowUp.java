package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;

/** What time does to matches: milestones become overdue, and a year after the delivery the State is asked what is left of it. */
@Walled
@ApplicationScoped
public class FollowUp {

    private final ProposalRepository proposals;
    private final DeliveryRepository deliveries;
    private final ProposalLife life;
    private final Clock clock;

    FollowUp(ProposalRepository proposals, DeliveryRepository deliveries, ProposalLife life, Clock clock) {
        this.proposals = proposals;
        this.deliveries = deliveries;
        this.life = life;
        this.clock = clock;
    }

    /** Matches at which to look. */
    @Transactional
    List<UUID> running(Reader service) {
        return proposals.toFollowUp(service);
    }

    /** Does what is due with one match. */
    @Transactional
    void look(Reader service, UUID id) {
        proposals.proposalToChange(service, id).ifPresent(match -> {
            switch (match.status) {
                case IN_DELIVERY -> lookForOverdue(service, match);
                case DELIVERED -> askAfterAYear(service, match);
                default -> {}
            }
        });
    }

    /** The sides are told once of each milestone that is overdue. */
    private void lookForOverdue(Reader service, ProposalEntity match) {
        deliveries.milestones(match.id).stream()
                .filter(milestone -> milestone.reachedOn == null && milestone.dueOn.isBefore(today()))
                .map(milestone -> milestone.dueOn)
                .filter(due -> match.overdueToldFor == null || due.isAfter(match.overdueToldFor))
                .max(LocalDate::compareTo)
                .ifPresent(due -> life.overdue(service, match, due));
    }

    private void askAfterAYear(Reader service, ProposalEntity match) {
        LocalDate delivered = LocalDate.ofInstant(match.deliveredAt, ZoneOffset.UTC);
        if (!match.askedAfterAYear && !today().isBefore(delivered.plusYears(1))) {
            life.askAfterAYear(service, match);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

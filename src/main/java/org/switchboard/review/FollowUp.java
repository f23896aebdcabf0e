package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;

/**
 * What time does to matches: milestones become overdue, reports on them fall due, and a year after the delivery the State is
 * asked what is left of it.
 */
@Walled
@ApplicationScoped
public class FollowUp {

    /** Working days that a side has for a report that is asked for. */
    private static final int REPORTED_WITHIN = 10;

    private final ProposalRepository proposals;
    private final DeliveryRepository deliveries;
    private final ProposalLife life;
    private final Calendar calendar;

    FollowUp(ProposalRepository proposals, DeliveryRepository deliveries, ProposalLife life, Calendar calendar) {
        this.proposals = proposals;
        this.deliveries = deliveries;
        this.life = life;
        this.calendar = calendar;
    }

    /** Matches with which something is due. */
    @Transactional
    List<UUID> due(Reader service) {
        return proposals.toFollowUp(service, today());
    }

    /** Does what is due with one match. */
    @Transactional
    void look(Reader service, UUID id) {
        proposals.proposalToChange(service, id).ifPresent(match -> {
            switch (match.status) {
                case IN_DELIVERY -> {
                    lookForOverdue(service, match);
                    lookForReports(service, match);
                }
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

    /** Once after each milestone, the sides are asked that have not reported since the one before and are not done. */
    private void lookForReports(Reader service, ProposalEntity match) {
        SortedSet<LocalDate> due = deliveries.milestones(match.id).stream()
                .map(milestone -> milestone.dueOn)
                .filter(day -> day.isBefore(today()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (due.isEmpty() || match.reportsAskedFor != null && !due.last().isAfter(match.reportsAskedFor)) {
            return;
        }
        LocalDate since = due.last();
        match.reportsAskedFor = since;
        LocalDate before = due.size() == 1 ? LocalDate.MIN : due.headSet(since).last();
        Set<Party> silent = EnumSet.allOf(Party.class);
        match.finishedBy.forEach(party -> silent.remove(Party.valueOf(party)));
        deliveries.reports(match.id).stream()
                .filter(report -> LocalDate.ofInstant(report.at, ZoneOffset.UTC).isAfter(before))
                .forEach(report -> silent.remove(report.party));
        if (!silent.isEmpty()) {
            life.reportsDue(service, match, since, silent, calendar.term().of(REPORTED_WITHIN));
        }
    }

    private void askAfterAYear(Reader service, ProposalEntity match) {
        LocalDate delivered = LocalDate.ofInstant(match.deliveredAt, ZoneOffset.UTC);
        if (!match.askedAfterAYear && !delivered.isAfter(today().minusYears(1))) {
            life.askAfterAYear(service, match);
        }
    }

    private LocalDate today() {
        return calendar.term().today();
    }
}

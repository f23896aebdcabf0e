package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.need.Needs;

/**
 * What time does to proposals: the Committee's silence lets them pass, the silence of a party lets them lapse, and whoever is
 * to answer is reminded; what is no longer of its need is taken back. Each proposal is a transaction of its own, and looking
 * twice changes nothing.
 */
@Walled
@ApplicationScoped
public class Terms {

    private final ProposalRepository stored;
    private final ProposalLife life;
    private final Calendar calendar;
    private final ReviewPolicies policies;
    private final Needs needs;

    Terms(ProposalRepository stored, ProposalLife life, Calendar calendar, ReviewPolicies policies, Needs needs) {
        this.stored = stored;
        this.life = life;
        this.calendar = calendar;
        this.policies = policies;
        this.needs = needs;
    }

    /** Proposals with which something is due. */
    @Transactional
    Set<UUID> due(Reader service) {
        Set<UUID> due = new LinkedHashSet<>(stored.outdated(service));
        due.addAll(stored.with(
                service, TermDue.of(calendar.term(), policies.inForce().reminders())));
        return due;
    }

    /** Does what is due with one proposal, and nothing if somebody has acted meanwhile. */
    @Transactional
    void look(Reader service, UUID id) {
        stored.proposalToChange(service, id)
                .filter(proposal -> !takenBack(service, proposal) && proposal.status.hasTerm())
                .ifPresent(proposal -> look(service, proposal));
    }

    /** Takes back what is no longer of its need: what it held is about to be given to others. */
    @Transactional
    void takeBackOutdated(Reader service) {
        stored.outdated(service).forEach(id -> stored.proposalToChange(service, id)
                .ifPresent(proposal -> takenBack(service, proposal)));
    }

    private boolean takenBack(Reader service, ProposalEntity proposal) {
        Optional<String> outdated =
                proposal.outdated(needs.of(service, List.of(proposal.need)).get(proposal.need));
        outdated.ifPresent(why -> life.end(service, proposal, ProposalStatus.WITHDRAWN, EndedBy.RECIPIENT, why));
        return outdated.isPresent();
    }

    private void look(Reader service, ProposalEntity proposal) {
        Term term = calendar.term();
        LocalDate until = Objects.requireNonNull(proposal.until);
        if (!term.isOver(until)) {
            term.reminderDue(until, policies.inForce().reminders(), proposal.remindedFor)
                    .ifPresent(days -> life.remind(service, proposal, Term.noticeOf(until, days), term.left(until)));
        } else if (proposal.status == ProposalStatus.BEFORE_COMMITTEE) {
            life.pass(service, proposal, "no objection within the period");
        } else {
            life.end(service, proposal, ProposalStatus.LAPSED, EndedBy.TERM, "no answer within the term");
        }
    }
}

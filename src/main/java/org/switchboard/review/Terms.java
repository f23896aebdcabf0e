package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;

/**
 * What time does to proposals: the Committee's silence lets them pass, the silence of a party lets them lapse, and whoever is
 * to answer is reminded. Each proposal is a transaction of its own, and looking twice changes nothing.
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

    /** Proposals at which to look. */
    @Transactional
    List<UUID> running(Reader service) {
        return stored.withTerm(service);
    }

    /** Does what is due with one proposal, and nothing if somebody has acted meanwhile. */
    @Transactional
    void look(Reader service, UUID id) {
        stored.proposalToChange(service, id)
                .filter(proposal -> proposal.status.hasTerm())
                .ifPresent(proposal -> look(service, proposal));
    }

    private void look(Reader service, ProposalEntity proposal) {
        Term term = calendar.term();
        LocalDate until = Objects.requireNonNull(proposal.until);
        NeedView need = needs.of(service, List.of(proposal.need)).get(proposal.need);
        if (need == null || !need.status().looksForHelp()) {
            life.end(service, proposal, ProposalStatus.WITHDRAWN, EndedBy.RECIPIENT, "its need asks for nothing more");
        } else if (!proposal.isOf(need)) {
            life.end(
                    service,
                    proposal,
                    ProposalStatus.WITHDRAWN,
                    EndedBy.RECIPIENT,
                    "the State has changed what the need costs, or in how many parts");
        } else if (!term.isOver(until)) {
            term.reminderDue(until, policies.inForce().reminders(), proposal.remindedFor)
                    .ifPresent(days -> life.remind(service, proposal, Term.noticeOf(until, days), days));
        } else if (proposal.status == ProposalStatus.BEFORE_COMMITTEE) {
            life.pass(service, proposal, "no objection within the period");
        } else {
            life.end(service, proposal, ProposalStatus.LAPSED, EndedBy.TERM, "no answer within the term");
        }
    }
}

package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;

/**
 * What must be known of all proposals for a need, and of all that was said about one, whoever acts: the sides themselves do not
 * see it.
 */
@Walled
@ApplicationScoped
class WholeNeeds {

    private final ProposalRepository proposals;
    private final DeliveryRepository deliveries;

    WholeNeeds(ProposalRepository proposals, DeliveryRepository deliveries) {
        this.proposals = proposals;
        this.deliveries = deliveries;
    }

    /** Whether the need of this proposal has another match. */
    @Transactional
    boolean hasAnotherMatch(Reader service, ProposalEntity proposal) {
        return others(service, proposal).stream().anyMatch(other -> other.status.isMatch());
    }

    /** Whether all parts of the need have been delivered, with those of this match. */
    @Transactional
    boolean isDeliveredWith(Reader service, ProposalEntity match) {
        int delivered = others(service, match).stream()
                .filter(other -> other.deliveredAt != null)
                .mapToInt(other -> other.parts)
                .sum();
        return delivered + match.parts >= match.ofParts;
    }

    /** Whether all other matches of the need are closed. */
    @Transactional
    boolean isClosedWith(Reader service, ProposalEntity match) {
        return others(service, match).stream()
                .filter(other -> other.status.isMatch())
                .allMatch(other -> other.status == ProposalStatus.CLOSED);
    }

    /** Whether both sides have given feedback, and the State has answered after a year. */
    @Transactional
    boolean allIsSaid(Reader service, ProposalEntity match) {
        return deliveries.feedback(match.id).size() == Party.values().length
                && deliveries.yearAnswer(match.id).isPresent();
    }

    private List<ProposalEntity> others(Reader service, ProposalEntity proposal) {
        return proposals.ofNeed(service, proposal.need).stream()
                .filter(other -> !other.id.equals(proposal.id))
                .toList();
    }
}

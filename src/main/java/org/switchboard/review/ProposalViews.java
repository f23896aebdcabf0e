package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.shared.Page;

/** Shows proposals to those who may see them, each as much as it may know. */
@ApplicationScoped
class ProposalViews {

    private final ProposalRepository stored;

    ProposalViews(ProposalRepository stored) {
        this.stored = stored;
    }

    Page<SeenProposal> seen(Reader reader, Page<ProposalEntity> proposals) {
        Map<UUID, List<ProposalActEntity>> acts = stored.acts(
                proposals.items().stream().map(proposal -> proposal.id).toList());
        return new Page<>(
                proposals.items().stream()
                        .map(proposal -> seen(reader, proposal, acts.getOrDefault(proposal.id, List.of())))
                        .toList(),
                proposals.next());
    }

    SeenProposal seen(Reader reader, ProposalEntity proposal) {
        return seen(reader, proposal, actsOf(proposal));
    }

    private static SeenProposal seen(Reader reader, ProposalEntity proposal, List<ProposalActEntity> acts) {
        return reader.isConfidant() ? whole(proposal, acts) : ofParty(reader, proposal, acts);
    }

    ProposalView whole(ProposalEntity proposal) {
        return whole(proposal, actsOf(proposal));
    }

    private List<ProposalActEntity> actsOf(ProposalEntity proposal) {
        return stored.acts(List.of(proposal.id)).getOrDefault(proposal.id, List.of());
    }

    private static ProposalView whole(ProposalEntity proposal, List<ProposalActEntity> acts) {
        return new ProposalView(
                proposal.id,
                proposal.version,
                proposal.reference,
                proposal.status,
                ProposalTerms.of(proposal),
                proposal.run,
                proposal.origin,
                proposal.reason,
                proposal.putForwardBy,
                List.copyOf(new TreeSet<>(proposal.heldBy)),
                proposal.extendedDays,
                List.copyOf(proposal.recused()),
                proposal.banLifted,
                acts.stream().map(ProposalView.ActView::of).toList());
    }

    private static ProposalPartyView ofParty(Reader reader, ProposalEntity proposal, List<ProposalActEntity> acts) {
        return new ProposalPartyView(
                proposal.id,
                proposal.versionFor(reader),
                proposal.reference,
                proposal.status,
                ProposalTerms.of(proposal),
                acts.stream()
                        .filter(act -> reader.owns(new Owner(act.owner)))
                        .map(ProposalView.ActView::of)
                        .toList());
    }
}

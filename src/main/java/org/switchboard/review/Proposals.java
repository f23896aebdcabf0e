package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.shared.Change;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;

/** The face of proposals: each is one offer for one need, on its way from a plan to help delivered. */
@Walled
@ApplicationScoped
public class Proposals {

    private final ProposalRepository stored;
    private final ProposalLife life;
    private final ProposalViews views;
    private final Acts acts;
    private final Changes changes;
    private final Clock clock;

    Proposals(
            ProposalRepository stored,
            ProposalLife life,
            ProposalViews views,
            Acts acts,
            Changes changes,
            Clock clock) {
        this.stored = stored;
        this.life = life;
        this.views = views;
        this.acts = acts;
        this.changes = changes;
        this.clock = clock;
    }

    /** @throws Refusal.NotFound if there is none that this reader may see */
    @Transactional
    public SeenProposal get(Reader reader, UUID id) {
        return views.seen(reader, find(reader, id));
    }

    @Transactional
    public Page<SeenProposal> list(Reader reader, ProposalFilter filter, PageRequest page) {
        return views.seen(reader, stored.proposals(reader, filter, LocalDate.now(clock), page));
    }

    /** The record of changes of one proposal, oldest first. */
    @Transactional
    public List<Change> changes(Reader reader, UUID id) {
        ProposalEntity proposal = find(reader, id);
        Rights.requireConfidant(reader);
        return changes.of(ProposalLife.ITEM, proposal.id);
    }

    /**
     * The experts take a proposal back.
     *
     * @throws Refusal.Conflict if it has ended, or help has been delivered
     */
    @Transactional
    public ProposalView withdraw(Reader reader, UUID id, int version, String why) {
        ProposalEntity proposal = toChange(reader, id, version);
        acts.add(reader, proposal, Owner.executiveDirectorate(), ActKind.WITHDRAWN, why);
        life.end(reader, proposal, ProposalStatus.WITHDRAWN, EndedBy.EXPERTS, "withdrawn by the experts");
        return views.whole(proposal);
    }

    /**
     * Lets plans suggest the provider for the need again although one side has said no, as when what kept it away is gone.
     *
     * @throws Refusal.Conflict if nobody has said no
     */
    @Transactional
    public ProposalView liftBan(Reader reader, UUID id, int version, String why) {
        ProposalEntity proposal = toChange(reader, id, version);
        if (!proposal.status.bans() || proposal.banLifted) {
            throw new Refusal.Conflict("Nothing keeps this provider from being suggested for the need again.");
        }
        acts.add(reader, proposal, Owner.executiveDirectorate(), ActKind.BAN_LIFTED, why);
        proposal.banLifted = true;
        life.note(reader, proposal, "may be suggested again");
        return views.whole(proposal);
    }

    /** Takes all sample proposals away; their entries in the record of changes stay. */
    @Transactional
    public int removeSample(Reader reader) {
        return stored.removeSample(reader);
    }

    private ProposalEntity toChange(Reader reader, UUID id, int version) {
        ProposalEntity proposal = stored.proposalToChange(reader, id).orElseThrow(Refusal.NotFound::new);
        Rights.requireExpert(reader);
        Preconditions.requireVersion(version, proposal.version);
        return proposal;
    }

    private ProposalEntity find(Reader reader, UUID id) {
        return stored.proposal(reader, id).orElseThrow(Refusal.NotFound::new);
    }
}

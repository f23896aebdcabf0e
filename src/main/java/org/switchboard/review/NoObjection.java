package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;

/**
 * The face of the Committee's no-objection. Members let a proposal pass, ask for time, take more time or object; silence lets
 * it pass. Who is a party does not decide.
 */
@Walled
@ApplicationScoped
public class NoObjection {

    private final ProposalRepository stored;
    private final ProposalLife life;
    private final ProposalViews views;
    private final ReviewPolicies policies;
    private final Calendar calendar;
    private final Acts acts;

    NoObjection(
            ProposalRepository stored,
            ProposalLife life,
            ProposalViews views,
            ReviewPolicies policies,
            Calendar calendar,
            Acts acts) {
        this.stored = stored;
        this.life = life;
        this.views = views;
        this.policies = policies;
        this.calendar = calendar;
        this.acts = acts;
    }

    /** A member says that it has no objection; it is kept, and the period goes on for the others. */
    @Transactional
    public ProposalView letPass(Reader reader, UUID id, int version, String words) {
        ProposalEntity proposal = before(reader, id, version);
        acts.ofMember(reader, proposal, member(reader, proposal), ActKind.LET_PASS, words);
        return views.whole(proposal);
    }

    /**
     * A member asks for time: the period stands still until it, and whoever else asked for time, needs it no longer.
     *
     * @throws Refusal.Conflict if it has asked for time already
     */
    @Transactional
    public ProposalView hold(Reader reader, UUID id, int version, String why) {
        ProposalEntity proposal = before(reader, id, version);
        String member = member(reader, proposal);
        NoObjectionPeriod held = proposal.period().heldBy(member, calendar.term());
        acts.ofMember(reader, proposal, member, ActKind.HELD, why);
        life.take(reader, proposal, held, "held by " + member);
        return views.whole(proposal);
    }

    /** @throws Refusal.Conflict if the member has not asked for time */
    @Transactional
    public ProposalView release(Reader reader, UUID id, int version, String why) {
        ProposalEntity proposal = before(reader, id, version);
        String member = member(reader, proposal);
        NoObjectionPeriod released = proposal.period().releasedBy(member, calendar.term());
        acts.ofMember(reader, proposal, member, ActKind.RELEASED, why);
        life.take(reader, proposal, released, "released by " + member);
        return views.whole(proposal);
    }

    /**
     * The Committee takes more time.
     *
     * @param days working days
     * @throws Refusal.Conflict if that is more than the policy allows, all in all
     */
    @Transactional
    public ProposalView extend(Reader reader, UUID id, int version, int days, String why) {
        ProposalEntity proposal = before(reader, id, version);
        String member = member(reader, proposal);
        NoObjectionPeriod prolonged =
                proposal.period().prolonged(days, policies.inForce().mostExtension(), calendar.term());
        acts.ofMember(reader, proposal, member, ActKind.EXTENDED, why);
        life.take(reader, proposal, prolonged, "prolonged by " + days + " working days by " + member);
        return views.whole(proposal);
    }

    /** A member objects: the proposal goes back to the experts, and ends. */
    @Transactional
    public ProposalView object(Reader reader, UUID id, int version, String why) {
        ProposalEntity proposal = before(reader, id, version);
        String member = member(reader, proposal);
        acts.ofMember(reader, proposal, member, ActKind.OBJECTED, why);
        life.end(reader, proposal, ProposalStatus.OBJECTED, EndedBy.COMMITTEE, "objected to by " + member);
        return views.whole(proposal);
    }

    private ProposalEntity before(Reader reader, UUID id, int version) {
        ProposalEntity proposal = stored.proposalToChange(reader, id).orElseThrow(Refusal.NotFound::new);
        member(reader, proposal);
        Preconditions.requireVersion(version, proposal.version);
        if (proposal.status != ProposalStatus.BEFORE_COMMITTEE && proposal.status != ProposalStatus.HELD) {
            throw new Refusal.Conflict(
                    "This proposal is not before the Committee: it is " + proposal.status.words() + ".");
        }
        calendar.requireInTime(proposal.until);
        return proposal;
    }

    private static String member(Reader reader, ProposalEntity proposal) {
        return NoObjectionPeriod.speaker(reader, proposal.recused(), "proposal");
    }
}

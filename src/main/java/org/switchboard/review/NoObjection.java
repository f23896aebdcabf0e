package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Role;
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
    private final Acts acts;

    NoObjection(ProposalRepository stored, ProposalLife life, ProposalViews views, ReviewPolicies policies, Acts acts) {
        this.stored = stored;
        this.life = life;
        this.views = views;
        this.policies = policies;
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
        Set<String> members = new TreeSet<>(proposal.heldBy);
        if (!members.add(member)) {
            throw new Refusal.Conflict("Your State has asked for time already.");
        }
        acts.ofMember(reader, proposal, member, ActKind.HELD, why);
        life.heldBy(reader, proposal, members, "held by " + member);
        return views.whole(proposal);
    }

    /** @throws Refusal.Conflict if the member has not asked for time */
    @Transactional
    public ProposalView release(Reader reader, UUID id, int version, String why) {
        ProposalEntity proposal = before(reader, id, version);
        String member = member(reader, proposal);
        Set<String> members = new TreeSet<>(proposal.heldBy);
        if (!members.remove(member)) {
            throw new Refusal.Conflict("Your State has not asked for time, so that there is nothing to release.");
        }
        acts.ofMember(reader, proposal, member, ActKind.RELEASED, why);
        life.heldBy(reader, proposal, members, "released by " + member);
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
        int most = policies.inForce().mostExtension() - proposal.extendedDays;
        if (days > most) {
            throw new Refusal.Conflict("The period can be prolonged by " + most + " more working days at most.");
        }
        acts.ofMember(reader, proposal, member, ActKind.EXTENDED, why);
        life.extend(reader, proposal, days, "prolonged by " + days + " working days by " + member);
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
        if (!reader.is(Role.COMMITTEE)) {
            throw new Refusal.NotAllowed("This is for members of the Committee.");
        }
        member(reader, proposal);
        Preconditions.requireVersion(version, proposal.version);
        if (proposal.status != ProposalStatus.BEFORE_COMMITTEE && proposal.status != ProposalStatus.HELD) {
            throw new Refusal.Conflict(
                    "This proposal is not before the Committee: it is " + proposal.status.words() + ".");
        }
        return proposal;
    }

    /**
     * The member State that speaks.
     *
     * @throws Refusal.NotAllowed if it is a party
     */
    private static String member(Reader reader, ProposalEntity proposal) {
        return reader.memberStates().stream()
                .filter(state -> !proposal.recused().contains(state))
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Refusal.NotAllowed(
                        "Your State is a party to this proposal, so that it does not decide on it."));
    }
}

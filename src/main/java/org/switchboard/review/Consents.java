package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/**
 * The face of consent: the State first, then the provider, each for itself and within its term. Nobody consents for another,
 * and silence is no consent.
 */
@Walled
@ApplicationScoped
public class Consents {

    private final ProposalRepository stored;
    private final ProposalLife life;
    private final ProposalViews views;
    private final Needs needs;
    private final Acts acts;
    private final Calendar calendar;

    Consents(
            ProposalRepository stored,
            ProposalLife life,
            ProposalViews views,
            Needs needs,
            Acts acts,
            Calendar calendar) {
        this.stored = stored;
        this.life = life;
        this.views = views;
        this.needs = needs;
        this.acts = acts;
        this.calendar = calendar;
    }

    /**
     * The side that is asked says yes; the State may say so to fewer parts, where part of the help is of use to it.
     *
     * @throws Refusal.NotAllowed if the reader does not speak for the side that is asked
     */
    @Transactional
    public SeenProposal consent(Reader reader, UUID id, int version, Consent said) {
        ProposalEntity proposal = asked(reader, id, version);
        if (proposal.status == ProposalStatus.AWAITS_RECIPIENT) {
            takeParts(proposal, said.parts());
            acts.add(reader, proposal, new Owner(proposal.recipient), ActKind.CONSENTED, said.words());
            life.recipientConsented(reader, proposal, "the State consents to " + parts(proposal));
        } else {
            if (said.parts() != null && said.parts() != proposal.parts) {
                throw broken("is what the State has consented to: " + parts(proposal));
            }
            acts.add(reader, proposal, new Owner(proposal.giver), ActKind.CONSENTED, said.words());
            life.providerConsented(reader, proposal, "the provider consents");
        }
        return views.seen(reader, proposal);
    }

    /** The side that is asked says no. Its reasons are for itself, the experts and the Committee. */
    @Transactional
    public SeenProposal decline(Reader reader, UUID id, int version, String why) {
        ProposalEntity proposal = asked(reader, id, version);
        boolean recipient = proposal.status == ProposalStatus.AWAITS_RECIPIENT;
        Owner side = new Owner(recipient ? proposal.recipient : proposal.giver);
        acts.add(reader, proposal, side, ActKind.DECLINED, why);
        life.end(
                reader,
                proposal,
                ProposalStatus.DECLINED,
                recipient ? EndedBy.RECIPIENT : EndedBy.PROVIDER,
                "declined by the " + (recipient ? "State" : "provider"));
        return views.seen(reader, proposal);
    }

    private ProposalEntity asked(Reader reader, UUID id, int version) {
        ProposalEntity proposal = stored.proposalToChange(reader, id).orElseThrow(Refusal.NotFound::new);
        boolean recipient = reader.owns(new Owner(proposal.recipient));
        boolean provider = reader.owns(new Owner(proposal.giver));
        if (!recipient && !provider) {
            throw new Refusal.NotAllowed("Only the State and the provider themselves answer.");
        }
        Preconditions.requireVersion(version, proposal.versionFor(reader));
        boolean itsTurn =
                switch (proposal.status) {
                    case AWAITS_RECIPIENT -> recipient;
                    case AWAITS_PROVIDER -> provider;
                    default -> false;
                };
        if (!itsTurn) {
            throw new Refusal.Conflict("You are not asked now: this proposal is " + proposal.status.words() + ".");
        }
        calendar.requireInTime(proposal.until);
        requireSameNeed(proposal);
        return proposal;
    }

    /** Nobody says yes or no to something else than was put forward. */
    private void requireSameNeed(ProposalEntity proposal) {
        NeedView need = needs.of(Reader.system(), List.of(proposal.need)).get(proposal.need);
        if (proposal.outdated(need).isPresent()) {
            throw new Refusal.Conflict(
                    "The State has changed or withdrawn its need since this was put forward. The proposal will be taken back.");
        }
    }

    private static void takeParts(ProposalEntity proposal, @Nullable Integer parts) {
        if (parts == null || parts == proposal.parts) {
            return;
        }
        if (parts > proposal.parts) {
            throw broken("is more than the " + parts(proposal) + " that are proposed");
        }
        if (!proposal.partialOk) {
            throw broken("is less than the need, of which only whole cover helps");
        }
        proposal.usd = Math.round((double) proposal.usd * parts / proposal.parts);
        proposal.parts = parts;
    }

    private static String parts(ProposalEntity proposal) {
        return proposal.parts + (proposal.parts == 1 ? " part" : " parts");
    }

    private static Refusal.RulesBroken broken(String words) {
        return new Refusal.RulesBroken(List.of(new Violation("/parts", "Parts", words)));
    }
}

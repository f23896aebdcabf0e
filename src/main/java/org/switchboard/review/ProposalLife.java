package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.need.NeedStatus;
import org.switchboard.need.Needs;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Happening;
import org.switchboard.shared.Refusal;

/** Moves proposals along their lives. Each step is recorded and told in the transaction that makes it. */
@ApplicationScoped
class ProposalLife {

    static final String ITEM = "proposal";

    private static final String COMMITTEE = "committee";
    private static final int REFERENCE_LENGTH = 13;

    private final ProposalRepository stored;
    private final ProposalViews views;
    private final Calendar calendar;
    private final ReviewPolicies policies;
    private final Needs needs;
    private final WholeNeeds whole;
    private final Changes changes;
    private final Clock clock;

    ProposalLife(
            ProposalRepository stored,
            ProposalViews views,
            Calendar calendar,
            ReviewPolicies policies,
            Needs needs,
            WholeNeeds whole,
            Changes changes,
            Clock clock) {
        this.stored = stored;
        this.views = views;
        this.calendar = calendar;
        this.policies = policies;
        this.needs = needs;
        this.whole = whole;
        this.changes = changes;
        this.clock = clock;
    }

    /** A proposal begins its life: before the Committee where the policy asks for it, with the State where not. */
    void begin(Reader reader, ProposalEntity proposal) {
        ReviewPolicyContent policy = policies.inForce();
        proposal.id = UUID.randomUUID();
        proposal.reference = reference(proposal.id);
        proposal.putForwardBy = reader.name();
        proposal.putForwardAt = clock.instant();
        proposal.heldBy = List.of();
        boolean asksCommittee = policy.noObjectionOnProposals() > 0;
        if (asksCommittee) {
            proposal.status = ProposalStatus.BEFORE_COMMITTEE;
            beginTerm(proposal, policy.noObjectionOnProposals());
        } else {
            awaitRecipient(proposal);
        }
        stored.add(proposal);
        stored.flush();
        long entry = record(reader, proposal, null, "put forward");
        if (asksCommittee) {
            tell(entry, "proposal-before-committee", proposal, Set.of(COMMITTEE));
        } else {
            tellRecipient(entry, proposal);
        }
    }

    /** Of the id and not of a row of numbers, which would tell each side how many there are of others. */
    private static String reference(UUID id) {
        return "P-" + id.toString().substring(0, REFERENCE_LENGTH).toUpperCase(Locale.ROOT);
    }

    /** The Committee lets it pass, by its word or by its silence. */
    void pass(Reader reader, ProposalEntity proposal, String why) {
        ProposalStatus from = move(proposal, ProposalStatus.AWAITS_RECIPIENT);
        proposal.passedAt = clock.instant();
        proposal.versionsBeforeRecipient = proposal.version + 1;
        awaitRecipient(proposal);
        long entry = recorded(reader, proposal, from, why);
        tell(entry, "proposal-passed", proposal, experts());
        tellRecipient(entry, proposal);
    }

    private void awaitRecipient(ProposalEntity proposal) {
        proposal.status = ProposalStatus.AWAITS_RECIPIENT;
        proposal.shownToRecipient = true;
        beginTerm(proposal, policies.inForce().recipientConsent());
    }

    private void beginTerm(ProposalEntity proposal, int workingDays) {
        LocalDate until = calendar.term().of(workingDays);
        proposal.until = until;
        proposal.remindedFor =
                Term.givenAtTheBegin(until, workingDays, policies.inForce().reminders());
    }

    private void tellRecipient(long entry, ProposalEntity proposal) {
        tell(entry, "proposal-awaits-recipient", proposal, Set.of(proposal.recipient));
    }

    /** The State has said yes: the provider learns of the need only now. */
    void recipientConsented(Reader reader, ProposalEntity proposal, String why) {
        ProposalStatus from = move(proposal, ProposalStatus.AWAITS_PROVIDER);
        proposal.recipientConsentedAt = clock.instant();
        proposal.shownToProvider = true;
        proposal.versionsBeforeProvider = proposal.version + 1;
        beginTerm(proposal, policies.inForce().providerConsent());
        needs.release(reader, proposal.need, proposal.provider, true);
        long entry = recorded(reader, proposal, from, why);
        tell(entry, "proposal-awaits-provider", proposal, Set.of(proposal.giver));
    }

    /** Both sides have said yes: from now on it is a match. */
    void providerConsented(Reader reader, ProposalEntity proposal, String why) {
        ProposalStatus from = move(proposal, ProposalStatus.CONFIRMED);
        proposal.providerConsentedAt = clock.instant();
        proposal.until = null;
        long entry = recorded(reader, proposal, from, why);
        NeedStatus need = needs.follow(
                Reader.system(), proposal.need, NeedStatus.MATCHED, "match " + proposal.reference + " confirmed");
        if (!need.isMatched()) {
            throw new Refusal.Conflict("The State asks for nothing more under this need.");
        }
        tell(entry, "proposal-confirmed", proposal, everybodyAsked(proposal));
    }

    /** It comes to an end before help came of it. */
    void end(Reader reader, ProposalEntity proposal, ProposalStatus end, EndedBy by, String why) {
        boolean matched = proposal.status.isMatch();
        ProposalStatus from = move(proposal, end);
        proposal.until = null;
        proposal.heldBy = List.of();
        proposal.daysLeft = null;
        proposal.endedAt = clock.instant();
        proposal.endedBy = by;
        long entry = recorded(reader, proposal, from, why);
        if (matched) {
            openAgainWithoutMatches(proposal);
        }
        String kind = "proposal-" + end.words();
        tell(entry, kind, proposal, everybodyAsked(proposal));
    }

    /** A need whose last match is gone looks for help again. */
    private void openAgainWithoutMatches(ProposalEntity proposal) {
        if (!whole.hasAnotherMatch(Reader.system(), proposal)) {
            needs.follow(
                    Reader.system(),
                    proposal.need,
                    NeedStatus.OPEN,
                    "match " + proposal.reference + " came to nothing");
        }
    }

    /** Somebody on the Committee asks for time, needs it no longer, or prolongs the period. */
    void take(Reader reader, ProposalEntity proposal, NoObjectionPeriod period, String why) {
        ProposalStatus from = proposal.status;
        ProposalStatus to = period.isHeld() ? ProposalStatus.HELD : ProposalStatus.BEFORE_COMMITTEE;
        if (from != to) {
            move(proposal, to);
        }
        proposal.take(period);
        long entry = recorded(reader, proposal, from, why);
        if (to == ProposalStatus.HELD && from != to) {
            tell(entry, "proposal-held", proposal, experts());
        }
    }

    /**
     * Reminds whoever is to answer that the term ends.
     *
     * @param left working days
     */
    void remind(Reader reader, ProposalEntity proposal, LocalDate noticeOf, int left) {
        proposal.remindedFor = noticeOf;
        long entry = recorded(reader, proposal, proposal.status, "reminded, " + left + " working days before the end");
        Set<String> whom =
                switch (proposal.status) {
                    case AWAITS_RECIPIENT -> Set.of(proposal.recipient);
                    case AWAITS_PROVIDER -> Set.of(proposal.giver);
                    default -> Set.of(COMMITTEE);
                };
        tell(entry, "proposal-reminder", proposal, whom, Map.of("days", Integer.toString(left)));
    }

    /** Something of the delivery was said; with the first of it, delivery begins. */
    void delivering(Reader reader, ProposalEntity match, String why) {
        ProposalStatus from = match.status;
        if (from == ProposalStatus.CONFIRMED) {
            move(match, ProposalStatus.IN_DELIVERY);
            needs.follow(
                    Reader.system(), match.need, NeedStatus.IN_DELIVERY, "match " + match.reference + " in delivery");
        }
        long entry = recorded(reader, match, from, why);
        tell(entry, "delivery-reported", match, experts());
    }

    /** A side has reported the end; once both have, help is delivered. */
    void finishedBy(Reader reader, ProposalEntity match, Party party) {
        Set<String> sides = new TreeSet<>(match.finishedBy);
        sides.add(party.name());
        match.finishedBy = List.copyOf(sides);
        if (sides.size() == Party.values().length) {
            delivered(reader, match, "both sides report the end");
        }
    }

    void delivered(Reader reader, ProposalEntity match, String why) {
        ProposalStatus from = move(match, ProposalStatus.DELIVERED);
        match.deliveredAt = clock.instant();
        long entry = recorded(reader, match, from, why);
        if (whole.isDeliveredWith(Reader.system(), match)) {
            needs.follow(Reader.system(), match.need, NeedStatus.DELIVERED, "match " + match.reference + " delivered");
        }
        tell(entry, "delivery-completed", match, experts());
        tell(entry, "feedback-due", match, Set.of(match.recipient, match.giver));
    }

    /** A year has passed: the State is asked what is left of the help. */
    void askAfterAYear(Reader reader, ProposalEntity match) {
        match.askedAfterAYear = true;
        long entry = recorded(reader, match, match.status, "asked after a year");
        tell(entry, "one-year-question", match, Set.of(match.recipient));
    }

    /** Something that was to be reached is overdue. */
    void overdue(Reader reader, ProposalEntity match, LocalDate since) {
        match.overdueToldFor = since;
        long entry = recorded(reader, match, match.status, "a milestone of " + since + " is overdue");
        Set<String> whom = new HashSet<>(experts());
        whom.add(match.giver);
        tell(entry, "delivery-overdue", match, whom);
    }

    /** A milestone was due, and these sides have not reported. */
    void reportsDue(Reader reader, ProposalEntity match, LocalDate since, Set<Party> silent, LocalDate until) {
        long entry = recorded(reader, match, match.status, "reports asked for after the milestone of " + since);
        Set<String> whom = silent.stream()
                .map(party -> party == Party.RECIPIENT ? match.recipient : match.giver)
                .collect(Collectors.toSet());
        tell(entry, "delivery-report-due", match, whom, Map.of("until", until.toString()));
    }

    /** Both sides have given feedback, and the State has answered after a year. */
    void closeIfAllIsSaid(Reader reader, ProposalEntity match) {
        if (!whole.allIsSaid(Reader.system(), match)) {
            return;
        }
        ProposalStatus from = move(match, ProposalStatus.CLOSED);
        match.closedAt = clock.instant();
        recorded(reader, match, from, "all is said");
        if (whole.isClosedWith(Reader.system(), match)) {
            needs.follow(Reader.system(), match.need, NeedStatus.CLOSED, "its matches are closed");
        }
    }

    /** Something about it changed that is no step. */
    void note(Reader reader, ProposalEntity proposal, String why) {
        recorded(reader, proposal, proposal.status, why);
    }

    private ProposalStatus move(ProposalEntity proposal, ProposalStatus to) {
        ProposalStatus from = proposal.status;
        proposal.status = from.to(to);
        proposal.remindedFor = null;
        return from;
    }

    private long recorded(Reader reader, ProposalEntity proposal, ProposalStatus from, String why) {
        stored.flush();
        return record(reader, proposal, from, why);
    }

    private long record(Reader reader, ProposalEntity proposal, @Nullable ProposalStatus from, String why) {
        return changes.record(ITEM, proposal.id, reader.name(), from, proposal.status, why, ProposalTerms.of(proposal));
    }

    private static Set<String> experts() {
        return Set.of(Owner.executiveDirectorate().key());
    }

    /** The experts, and each side that knows of it. */
    private static Set<String> everybodyAsked(ProposalEntity proposal) {
        Set<String> all = new HashSet<>(experts());
        if (proposal.shownToRecipient) {
            all.add(proposal.recipient);
        }
        if (proposal.shownToProvider) {
            all.add(proposal.giver);
        }
        return all;
    }

    private void tell(long entry, String kind, ProposalEntity proposal, Set<String> whom) {
        tell(entry, kind, proposal, whom, Map.of());
    }

    private void tell(long entry, String kind, ProposalEntity proposal, Set<String> whom, Map<String, String> more) {
        Map<String, String> words = new HashMap<>(more);
        words.put("reference", proposal.reference);
        words.put("state", proposal.state);
        words.put("provider", proposal.provider);
        if (proposal.until != null) {
            words.put("until", proposal.until.toString());
        }
        changes.tell(new Happening(entry, kind, ITEM, proposal.id, whom, proposal.recused(), words));
    }
}

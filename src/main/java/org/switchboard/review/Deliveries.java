package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/**
 * The face of delivery and follow-up: what is to be reached, what is committed and paid, what both sides report and think of it,
 * and what is left of it after a year.
 */
@Walled
@ApplicationScoped
public class Deliveries {

    private final ProposalRepository proposals;
    private final DeliveryRepository stored;
    private final DeliveryViews views;
    private final ProposalLife life;
    private final Clock clock;

    Deliveries(
            ProposalRepository proposals,
            DeliveryRepository stored,
            DeliveryViews views,
            ProposalLife life,
            Clock clock) {
        this.proposals = proposals;
        this.stored = stored;
        this.views = views;
        this.life = life;
        this.clock = clock;
    }

    /**
     * How a delivery goes.
     *
     * @throws Refusal.Conflict if it is no match
     */
    @Transactional
    public DeliveryView get(Reader reader, UUID id) {
        ProposalEntity match = proposals.proposal(reader, id).orElseThrow(Refusal.NotFound::new);
        requireMatch(match);
        return views.of(reader, match);
    }

    /** The provider says what is to be reached and when, and what has been. */
    @Transactional
    public DeliveryView milestones(Reader reader, UUID id, int version, Milestones asked) {
        ProposalEntity match = toChange(reader, id, version);
        requireSide(reader, match, Party.PROVIDER);
        List<MilestoneEntity> milestones = new ArrayList<>();
        for (int i = 0; i < asked.milestones().size(); i++) {
            MilestoneContent content = asked.milestones().get(i);
            requirePast("/milestones/" + i + "/reachedOn", content.reachedOn());
            MilestoneEntity milestone = new MilestoneEntity();
            milestone.proposal = id;
            milestone.place = i;
            milestone.title = content.title();
            milestone.dueOn = content.dueOn();
            milestone.reachedOn = content.reachedOn();
            milestones.add(milestone);
        }
        stored.replaceMilestones(id, milestones);
        life.delivering(reader, match, "milestones set");
        return views.of(reader, match);
    }

    /**
     * The provider says what it has committed or paid.
     *
     * @throws Refusal.RulesBroken if more would be committed than agreed, more paid than committed, or less than nothing
     */
    @Transactional
    public DeliveryView pay(Reader reader, UUID id, int version, CreatePayment asked) {
        ProposalEntity match = toChange(reader, id, version);
        requireSide(reader, match, Party.PROVIDER);
        requirePast("/on", asked.on());
        Spent before = Spent.of(stored.payments(id));
        Spent after = before.with(asked.kind(), asked.usd());
        if (asked.usd() == 0 || after.committedUsd() < 0 || after.paidUsd() < 0) {
            throw broken("/usd", "leaves nothing, or less than nothing");
        }
        if (after.committedUsd() > match.usd) {
            throw broken("/usd", "commits " + after.committedUsd() + " of the " + match.usd + " US dollars agreed");
        }
        if (after.paidUsd() > after.committedUsd()) {
            throw broken(
                    "/usd", "pays " + after.paidUsd() + " of the " + after.committedUsd() + " US dollars committed");
        }
        PaymentEntity payment = new PaymentEntity();
        payment.id = UUID.randomUUID();
        payment.proposal = id;
        payment.kind = asked.kind();
        payment.usd = asked.usd();
        payment.on = asked.on();
        payment.note = asked.note();
        payment.who = reader.name();
        payment.at = clock.instant();
        stored.add(payment);
        life.delivering(reader, match, asked.kind() + " " + asked.usd() + " US dollars");
        return views.of(reader, match);
    }

    /** A side reports; once both have reported the end, help is delivered. */
    @Transactional
    public DeliveryView report(Reader reader, UUID id, int version, CreateDeliveryReport asked) {
        ProposalEntity match = toChange(reader, id, version);
        Party party = side(reader, match);
        DeliveryReportEntity report = new DeliveryReportEntity();
        report.id = UUID.randomUUID();
        report.proposal = id;
        report.party = party;
        report.words = asked.words();
        report.finished = asked.finished();
        report.who = reader.name();
        report.at = clock.instant();
        stored.add(report);
        life.delivering(reader, match, "reported by the " + words(party));
        if (asked.finished()) {
            life.finishedBy(reader, match, party);
        }
        return views.of(reader, match);
    }

    /** The experts find that help is delivered, where a side does not say so. */
    @Transactional
    public DeliveryView complete(Reader reader, UUID id, int version, String why) {
        ProposalEntity match = toChange(reader, id, version);
        Rights.requireExpert(reader);
        life.delivering(reader, match, why);
        life.delivered(reader, match, why);
        return views.of(reader, match);
    }

    /**
     * A side says, once, what it thinks of the help.
     *
     * @throws Refusal.Conflict if help is not delivered yet, or it has said so before
     */
    @Transactional
    public DeliveryView rate(Reader reader, UUID id, int version, CreateFeedback asked) {
        ProposalEntity match = delivered(reader, id, version);
        Party party = side(reader, match);
        if (stored.feedback(id).stream().anyMatch(before -> before.party == party)) {
            throw new Refusal.Conflict("Your side has given its feedback already.");
        }
        FeedbackEntity feedback = new FeedbackEntity();
        feedback.proposal = id;
        feedback.party = party;
        feedback.owner = party == Party.RECIPIENT ? match.recipient : match.giver;
        feedback.rating = asked.rating();
        feedback.words = asked.words();
        feedback.who = reader.name();
        feedback.at = clock.instant();
        stored.add(feedback);
        stored.flush();
        life.note(reader, match, "feedback of the " + words(party));
        life.closeIfAllIsSaid(reader, match);
        return views.of(reader, match);
    }

    /**
     * The State says what is left of the help after a year.
     *
     * @throws Refusal.Conflict if it is not asked yet, or has answered
     */
    @Transactional
    public DeliveryView answerAfterAYear(Reader reader, UUID id, int version, CreateYearAnswer asked) {
        ProposalEntity match = delivered(reader, id, version);
        requireSide(reader, match, Party.RECIPIENT);
        if (!match.askedAfterAYear) {
            throw new Refusal.Conflict("This is asked a year after the delivery.");
        }
        if (stored.yearAnswer(id).isPresent()) {
            throw new Refusal.Conflict("Your State has answered already.");
        }
        YearAnswerEntity answer = new YearAnswerEntity();
        answer.proposal = id;
        answer.owner = match.recipient;
        answer.inUse = asked.inUse();
        answer.words = asked.words();
        answer.who = reader.name();
        answer.at = clock.instant();
        stored.add(answer);
        stored.flush();
        life.note(reader, match, "answered after a year");
        life.closeIfAllIsSaid(reader, match);
        return views.of(reader, match);
    }

    private ProposalEntity toChange(Reader reader, UUID id, int version) {
        ProposalEntity match = proposals.proposalToChange(reader, id).orElseThrow(Refusal.NotFound::new);
        if (!reader.seesEverything()) {
            side(reader, match);
        }
        Preconditions.requireVersion(version, match.versionFor(reader));
        requireMatch(match);
        if (match.status == ProposalStatus.DELIVERED || match.status == ProposalStatus.CLOSED) {
            throw new Refusal.Conflict("This help is delivered: there is nothing more to report on its delivery.");
        }
        return match;
    }

    private ProposalEntity delivered(Reader reader, UUID id, int version) {
        ProposalEntity match = proposals.proposalToChange(reader, id).orElseThrow(Refusal.NotFound::new);
        side(reader, match);
        Preconditions.requireVersion(version, match.versionFor(reader));
        if (match.status != ProposalStatus.DELIVERED) {
            throw new Refusal.Conflict("This is asked once help is delivered, and until all is said.");
        }
        return match;
    }

    private static void requireMatch(ProposalEntity proposal) {
        if (!proposal.status.isMatch()) {
            throw new Refusal.Conflict("This proposal is no match, so that nothing is delivered of it.");
        }
    }

    private static Party side(Reader reader, ProposalEntity match) {
        if (reader.owns(new Owner(match.recipient))) {
            return Party.RECIPIENT;
        }
        if (reader.owns(new Owner(match.giver))) {
            return Party.PROVIDER;
        }
        throw new Refusal.NotAllowed("Only the State and the provider themselves say this.");
    }

    private static void requireSide(Reader reader, ProposalEntity match, Party party) {
        String owner = party == Party.RECIPIENT ? match.recipient : match.giver;
        if (!reader.owns(new Owner(owner))) {
            throw new Refusal.NotAllowed("This is for the " + words(party) + " to say.");
        }
    }

    private static String words(Party party) {
        return party == Party.RECIPIENT ? "State" : "provider";
    }

    private void requirePast(String place, @Nullable LocalDate day) {
        if (day != null && day.isAfter(LocalDate.now(clock))) {
            throw broken(place, "is in the future");
        }
    }

    private static Refusal.RulesBroken broken(String place, String words) {
        return new Refusal.RulesBroken(List.of(new Violation(place, "Delivery", words)));
    }
}

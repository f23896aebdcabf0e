package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;

/** Shows deliveries to those who may see them: what one side thinks is not for the other. */
@ApplicationScoped
class DeliveryViews {

    private final DeliveryRepository stored;

    DeliveryViews(DeliveryRepository stored) {
        this.stored = stored;
    }

    DeliveryView of(Reader reader, ProposalEntity match) {
        stored.flush();
        List<PaymentEntity> payments = stored.payments(match.id);
        Spent spent = Spent.of(payments);
        return new DeliveryView(
                match.id,
                match.versionFor(reader),
                match.status,
                match.usd,
                spent.committedUsd(),
                spent.paidUsd(),
                stored.milestones(match.id).stream()
                        .map(milestone -> new MilestoneContent(milestone.title, milestone.dueOn, milestone.reachedOn))
                        .toList(),
                payments.stream().map(DeliveryView.Payment::of).toList(),
                stored.reports(match.id).stream().map(DeliveryView.Report::of).toList(),
                match.finishedBy.stream().map(Party::valueOf).sorted().toList(),
                stored.feedback(match.id).stream()
                        .filter(feedback -> reader.isConfidant() || reader.owns(new Owner(feedback.owner)))
                        .map(DeliveryView.Feedback::of)
                        .toList(),
                stored.yearAnswer(match.id)
                        .filter(answer -> reader.isConfidant() || reader.owns(new Owner(answer.owner)))
                        .map(DeliveryView.AfterAYear::of)
                        .orElse(null));
    }
}

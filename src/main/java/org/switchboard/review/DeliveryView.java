package org.switchboard.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the delivery of a match goes.
 *
 * @param version of the proposal
 * @param agreedUsd what both sides consented to, in whole US dollars
 * @param committedUsd of which is bound by contract
 * @param paidUsd of which is paid
 * @param finishedBy the sides that have reported the end of the delivery
 * @param feedback of both sides for the experts and the Committee, of its own for each side
 * @param afterAYear what the State said a year after the delivery; null until it has, and for the provider
 */
@Schema(examples = """
                {"proposal": "b3bd6ff1-42a2-4a1c-8e6a-3f0e6a1b9d11", "version": 7, "status": "IN_DELIVERY", "agreedUsd": 240000,
                 "committedUsd": 240000, "paidUsd": 60000,
                 "milestones": [{"title": "First course", "dueOn": "2027-03-31", "reachedOn": "2027-03-12"}],
                 "payments": [{"kind": "COMMITTED", "usd": 240000, "on": "2027-01-15", "note": "Contract signed"},
                              {"kind": "PAID", "usd": 60000, "on": "2027-02-01", "note": "First instalment"}],
                 "reports": [{"party": "PROVIDER", "words": "The first course was held.", "finished": false,
                              "at": "2027-03-15T10:00:00Z"}],
                 "finishedBy": [], "feedback": []}""")
public record DeliveryView(
        UUID proposal,
        int version,
        ProposalStatus status,
        long agreedUsd,
        long committedUsd,
        long paidUsd,
        List<MilestoneContent> milestones,
        List<Payment> payments,
        List<Report> reports,
        List<Party> finishedBy,
        List<Feedback> feedback,
        @Nullable AfterAYear afterAYear) {

    /** An amount committed or paid, or a correction of one. */
    @Schema(name = "PaymentEntry")
    public record Payment(PaymentKind kind, long usd, LocalDate on, String note) {
        static Payment of(PaymentEntity payment) {
            return new Payment(payment.kind, payment.usd, payment.on, payment.note);
        }
    }

    /** What a side said about the delivery. */
    @Schema(name = "DeliveryReportEntry")
    public record Report(Party party, String words, boolean finished, Instant at) {
        static Report of(DeliveryReportEntity report) {
            return new Report(report.party, report.words, report.finished, report.at);
        }
    }

    /** What a side thinks of it: 1 poor to 5 excellent. */
    @Schema(name = "FeedbackEntry")
    public record Feedback(Party party, int rating, String words, Instant at) {
        static Feedback of(FeedbackEntity feedback) {
            return new Feedback(feedback.party, feedback.rating, feedback.words, feedback.at);
        }
    }

    /** Whether what was delivered is still in use a year later. */
    @Schema(name = "AnswerAfterAYear")
    public record AfterAYear(boolean inUse, String words, Instant at) {
        static AfterAYear of(YearAnswerEntity answer) {
            return new AfterAYear(answer.inUse, answer.words, answer.at);
        }
    }
}

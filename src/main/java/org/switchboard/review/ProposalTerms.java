package org.switchboard.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.ExplanationView;

/**
 * What is proposed, and how far it has come: what both sides and those between them see.
 *
 * @param parts of the need that the offer would pay
 * @param ofParts in how many the need can be paid
 * @param usd what they cost, in whole US dollars
 * @param fit 0 to 100: how well the offer fits the need
 * @param fitParts what the fit is made of
 * @param until the last day of the term that runs; null where none does
 * @param endedBy who or what ended it before help came of it; null where nothing did
 */
public record ProposalTerms(
        NeedLine need,
        OfferLine offer,
        int parts,
        int ofParts,
        long usd,
        int fit,
        List<ExplanationView.FitLine> fitParts,
        @Nullable LocalDate until,
        Instant putForwardAt,
        @Nullable Instant recipientConsentedAt,
        @Nullable Instant providerConsentedAt,
        @Nullable Instant endedAt,
        @Nullable EndedBy endedBy,
        boolean sample) {

    /** The need as it was called when it was put forward. */
    public record NeedLine(UUID id, String reference, String title, String state, String theme) {}

    /** The offer as it was called when it was put forward. */
    public record OfferLine(UUID id, String reference, String title, String provider) {}

    static ProposalTerms of(ProposalEntity p) {
        return new ProposalTerms(
                new NeedLine(p.need, p.needReference, p.needTitle, p.state, p.theme),
                new OfferLine(p.offer, p.offerReference, p.offerTitle, p.provider),
                p.parts,
                p.ofParts,
                p.usd,
                p.fit,
                p.fitParts,
                p.until,
                p.putForwardAt,
                p.recipientConsentedAt,
                p.providerConsentedAt,
                p.endedAt,
                p.endedBy,
                p.sample);
    }
}

package org.switchboard.matching;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferView;

/**
 * A row held against all that stands now.
 *
 * @param usd what its parts cost, beside the parts that others pay for already
 * @param fit 0 to 100, and what it is made of
 * @param hindrances why it may not be put forward; none if it may
 */
public record CheckedRow(
        Commitments.Row row,
        NeedView need,
        OfferView offer,
        long usd,
        int fit,
        List<ExplanationView.FitLine> fitParts,
        List<Hindrance> hindrances) {

    /**
     * A rule that a row would break.
     *
     * @param rule its name
     * @param words for people
     */
    @Schema(examples = """
                {"rule": "OFFER_BUDGET_IS_NOT_EXCEEDED",
                 "words": "The offer would pay 2,400,000 US dollars of a budget of 2,000,000."}""")
    public record Hindrance(String rule, String words) {}

    public boolean mayBePutForward() {
        return hindrances.isEmpty();
    }
}

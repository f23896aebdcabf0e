package org.switchboard.review;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.CheckedRow;

/**
 * What came of putting a plan forward.
 *
 * @param run of the plan
 * @param proposals that were made of it
 * @param heldBack rows that were not put forward, each with the reasons
 */
@Schema(examples = """
                {"run": "0d65fbb8-86bc-4442-8551-d0eaa7ea692c", "proposals": [],
                 "heldBack": [{"need": "422f224e-cbfd-4ea2-b201-03521d5e987c",
                               "offer": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "parts": 2,
                               "reasons": [{"rule": "NEED_OPEN", "words": "The need is not open for matching."}]}]}""")
public record PutForwardView(@Nullable UUID run, List<ProposalView> proposals, List<HeldBack> heldBack) {

    /** Another offer that may be put forward for a need, with as many parts as it can pay. */
    @Schema(name = "AlternativeOffer", examples = """
                    {"offer": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "reference": "LAF-2027-1", "provider": "LAF",
                     "title": "Counter-financing training, Eastern Africa", "parts": 2, "usd": 240000, "fit": 68}""")
    public record Alternative(
            UUID offer, String reference, String provider, String title, int parts, long usd, int fit) {
        static Alternative of(CheckedRow row) {
            return new Alternative(
                    row.offer().id(),
                    row.offer().content().reference(),
                    row.offer().provider(),
                    row.offer().content().title(),
                    row.row().parts(),
                    row.usd(),
                    row.fit());
        }
    }

    /** A row that was not put forward, and every reason why. */
    @Schema(name = "HeldBackRow")
    public record HeldBack(UUID need, UUID offer, int parts, List<CheckedRow.Hindrance> reasons) {
        static HeldBack of(CheckedRow row) {
            return new HeldBack(row.row().need(), row.row().offer(), row.row().parts(), row.hindrances());
        }
    }
}

package org.switchboard.matrix;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is otherwise in one edition than in an earlier one.
 *
 * @param number of the later edition
 * @param since number of the earlier; 0 where it is compared with nothing
 * @param lines needs first, each in the order in which they stand in their edition
 */
@Schema(name = "EditionChanges", examples = """
                {"number": 2, "since": 1, "summary": {"newNeeds": 0, "changedNeeds": 0, "matchedNeeds": 1,
                 "goneNeeds": 0, "newOffers": 0, "changedOffers": 0, "goneOffers": 0},
                 "lines": [{"item": "NEED", "what": "MATCHED", "id": "5b0a2b7e-6c1d-4d53-9d0f-3c1c0e2f9a10", "owner": "KEN",
                 "reference": "2026/FIU-1", "title": "Training of financial intelligence analysts", "fields": [],
                 "parts": 2, "usd": 240000}]}""")
public record EditionChanges(int number, int since, Summary summary, List<Line> lines) {

    /** Of what a line is. */
    @Schema(name = "EditionChangeItem")
    public enum Item {
        NEED,
        OFFER
    }

    /** What became of it. */
    @Schema(name = "EditionChangeKind")
    public enum What {
        NEW,
        /** Something is said otherwise. */
        CHANGED,
        /** More of it is agreed than before. */
        MATCHED,
        /** It was withdrawn, is over, or is no longer shown to this audience. */
        GONE
    }

    /** How many lines there are of each. */
    @Schema(name = "EditionChangeSummary")
    public record Summary(
            long newNeeds,
            long changedNeeds,
            long matchedNeeds,
            long goneNeeds,
            long newOffers,
            long changedOffers,
            long goneOffers) {}

    /**
     * One need or offer of which something is otherwise. A need that was changed and matched has two.
     *
     * @param owner the State of a need, the provider of an offer
     * @param fields that are said otherwise, as an edition calls them
     * @param parts of the need that are agreed now and were not; null where that is not what changed
     * @param usd that is agreed now and was not; likewise
     */
    @Schema(name = "EditionChange")
    public record Line(
            Item item,
            What what,
            UUID id,
            String owner,
            String reference,
            String title,
            List<String> fields,
            @Nullable Integer parts,
            @Nullable Long usd) {}
}

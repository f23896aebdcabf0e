package org.switchboard.review;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found about human rights before a provider helps with a need. */
@Schema(name = "DueDiligenceFinding", examples = """
                {"id": "9d3f9a4e-0d0a-4a53-9a51-0d0f1a0f6b21", "need": "422f224e-cbfd-4ea2-b201-03521d5e987c", "provider": "LAF",
                 "cleared": true, "finding": "No unit that would be trained is under investigation.",
                 "foundBy": "expert@un.example", "foundAt": "2026-11-23T09:00:00Z"}""")
public record FindingView(
        UUID id, UUID need, String provider, boolean cleared, String finding, String foundBy, Instant foundAt) {
    static FindingView of(FindingEntity finding) {
        return new FindingView(
                finding.id,
                finding.need,
                finding.provider,
                finding.cleared,
                finding.finding,
                finding.foundBy,
                finding.foundAt);
    }
}

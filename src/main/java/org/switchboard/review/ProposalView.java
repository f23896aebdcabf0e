package org.switchboard.review;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as the experts and the Committee see it.
 *
 * @param run of the plan that suggested it; null where none did
 * @param reason why a person departed from the plan; null where nobody did
 * @param heldBy member States of the Committee that have asked for time
 * @param extendedDays by how many working days the Committee has prolonged its period
 * @param recused member States of the Committee that do not decide on it, being a party
 * @param banLifted whether the provider may be suggested for the need again although one side said no
 * @param acts what each side did, oldest first
 */
@Schema(examples = """
                {"id": "b3bd6ff1-42a2-4a1c-8e6a-3f0e6a1b9d11", "version": 1, "reference": "P-B3BD6FF1-42A2", "status": "BEFORE_COMMITTEE",
                 "need": {"id": "422f224e-cbfd-4ea2-b201-03521d5e987c", "reference": "2026/1-1", "title": "Training of analysts",
                          "state": "KEN", "theme": "FIN"},
                 "offer": {"id": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "reference": "LAF-2027-1",
                           "title": "Counter-financing training, Eastern Africa", "provider": "LAF"},
                 "parts": 2, "ofParts": 2, "usd": 240000, "fit": 68,
                 "fitParts": [{"criterion": "LANGUAGES", "points": 25, "of": 25}], "until": "2026-11-30",
                 "putForwardAt": "2026-11-23T09:00:00Z", "sample": false,
                 "run": "0d65fbb8-86bc-4442-8551-d0eaa7ea692c", "origin": "PLAN", "putForwardBy": "expert@un.example",
                 "heldBy": [], "extendedDays": 0, "recused": ["KEN"], "banLifted": false, "acts": []}""")
public record ProposalView(
        UUID id,
        int version,
        String reference,
        ProposalStatus status,
        @JsonUnwrapped ProposalTerms terms,
        @Nullable UUID run,
        Origin origin,
        @Nullable String reason,
        String putForwardBy,
        List<String> heldBy,
        int extendedDays,
        List<String> recused,
        boolean banLifted,
        List<ActView> acts)
        implements SeenProposal {

    /**
     * What somebody did.
     *
     * @param member the member State that spoke in the Committee; null for all others
     */
    public record ActView(Instant at, String who, @Nullable String member, ActKind act, String words) {
        static ActView of(ProposalActEntity act) {
            return new ActView(act.at, act.who, act.member, act.act, act.words);
        }
    }
}

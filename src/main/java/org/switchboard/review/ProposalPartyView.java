package org.switchboard.review;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A proposal as the State and the provider see it, once each is asked: without what was said in the Committee, by the experts
 * or by the other side.
 *
 * @param yours what this side did, oldest first
 */
@Schema(examples = """
                {"id": "b3bd6ff1-42a2-4a1c-8e6a-3f0e6a1b9d11", "version": 2, "reference": "P-B3BD6FF1-42A2", "status": "AWAITS_RECIPIENT",
                 "need": {"id": "422f224e-cbfd-4ea2-b201-03521d5e987c", "reference": "2026/1-1", "title": "Training of analysts",
                          "state": "KEN", "theme": "FIN"},
                 "offer": {"id": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "reference": "LAF-2027-1",
                           "title": "Counter-financing training, Eastern Africa", "provider": "LAF"},
                 "parts": 2, "ofParts": 2, "usd": 240000, "fit": 68,
                 "fitParts": [{"criterion": "LANGUAGES", "points": 25, "of": 25}], "until": "2026-12-28",
                 "putForwardAt": "2026-11-23T09:00:00Z", "sample": false, "yours": []}""")
public record ProposalPartyView(
        UUID id,
        int version,
        String reference,
        ProposalStatus status,
        @JsonUnwrapped ProposalTerms terms,
        List<ProposalView.ActView> yours)
        implements SeenProposal {}

package org.switchboard.review;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of the terms; versions are never changed, only followed by others. */
@Schema(examples = """
                {"version": 1, "reason": "The terms with which the service starts", "createdBy": "system",
                 "createdAt": "2026-11-21T09:00:00Z",
                 "policy": {"noObjectionOnProposals": 5, "noObjectionOnCirculation": 0, "mostExtension": 10,
                            "recipientConsent": 20, "providerConsent": 20, "reminders": [5, 1], "acknowledgement": 5}}""")
public record ReviewPolicyView(
        int version, String reason, String createdBy, Instant createdAt, ReviewPolicyContent policy) {
    static ReviewPolicyView of(ReviewPolicyEntity policy, ReviewPolicyContent content) {
        return new ReviewPolicyView(policy.version, policy.reason, policy.createdBy, policy.createdAt, content);
    }
}

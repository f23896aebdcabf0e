package org.switchboard.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/** Terms to put in force, and why. Null marks are off because the validator says what is missing. */
@NullUnmarked
@Schema(examples = """
                {"reason": "As the Committee decided", "policy": {"noObjectionOnProposals": 5, "noObjectionOnCirculation": 5,
                 "mostExtension": 10, "recipientConsent": 20, "providerConsent": 20, "reminders": [5, 1],
                 "acknowledgement": 5}}""")
public record CreateReviewPolicy(
        @NotBlank @Size(max = 1000) String reason,
        @NotNull @Valid ReviewPolicyContent policy) {}

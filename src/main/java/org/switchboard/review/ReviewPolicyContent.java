package org.switchboard.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * Within which terms people decide, all in working days. Null marks are off because the validator says which parts of a
 * body are missing.
 *
 * @param noObjectionOnProposals how long a proposal is before the Committee; 0 for not at all
 * @param noObjectionOnCirculation how long a request is before the Committee until it is circulated; 0 for not at all
 * @param mostExtension by how much the Committee may prolong one of these periods, all in all
 * @param recipientConsent within which the State answers
 * @param providerConsent within which the provider answers
 * @param reminders how long before the end of a term people are reminded
 * @param acknowledgement within which a submission should be acknowledged
 */
@NullUnmarked
@Schema(examples = """
                {"noObjectionOnProposals": 5, "noObjectionOnCirculation": 0, "mostExtension": 10, "recipientConsent": 20,
                 "providerConsent": 20, "reminders": [5, 1], "acknowledgement": 5}""")
public record ReviewPolicyContent(
        @NotNull @Min(0) @Max(60) Integer noObjectionOnProposals,
        @NotNull @Min(0) @Max(60) Integer noObjectionOnCirculation,
        @NotNull @Min(0) @Max(60) Integer mostExtension,
        @NotNull @Min(1) @Max(250) Integer recipientConsent,
        @NotNull @Min(1) @Max(250) Integer providerConsent,
        @NotNull @Size(max = 5) List<@NotNull @Min(0) @Max(60) Integer> reminders,
        @NotNull @Min(1) @Max(60) Integer acknowledgement) {

    /** The policy with which the service starts: the Committee is asked, with the five days that its sister committee uses. */
    static ReviewPolicyContent initial() {
        return new ReviewPolicyContent(5, 0, 10, 20, 20, List.of(5, 1), 5);
    }
}

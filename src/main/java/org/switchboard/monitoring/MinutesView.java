package org.switchboard.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.switchboard.review.ProposalStatus;

/**
 * What was decided in a period, by everybody who has a say.
 *
 * @param matters the proposals on which something was decided, in the order of the first decision
 */
@Schema(examples = """
                {"from": "2026-05-28", "to": "2026-11-23", "sample": false, "matters": [
                 {"proposal": "b3bd6ff1-42a2-4a1c-8e6a-3f0e6a1b9d11", "reference": "P-B3BD6FF1-42A2", "state": "KEN",
                  "theme": "FIN", "needReference": "2026/1-1", "needTitle": "Training of analysts", "provider": "LAF",
                  "offerReference": "LAF-2027-1", "offerTitle": "Counter-financing training, Eastern Africa", "parts": 2,
                  "ofParts": 2, "usd": 240000, "acts": [
                   {"at": "2026-11-09T09:00:00Z", "decision": "PUT_FORWARD", "by": "EXPERTS"},
                   {"at": "2026-11-10T15:20:00Z", "decision": "LET_PASS", "by": "MEMBER", "of": "NOR", "words": "No objection"},
                   {"at": "2026-11-17T00:02:00Z", "decision": "PASSED", "by": "COMMITTEE", "words": "no objection within the period"},
                   {"at": "2026-11-19T10:00:00Z", "decision": "DECLINED", "by": "STATE", "of": "KEN", "words": "We have help by now"}],
                  "outcome": "DECLINED", "sample": false}]}""")
public record MinutesView(
        @Schema(description = "The first day, UTC") LocalDate from,

        @Schema(description = "The last day, UTC; it counts whole")
        LocalDate to,

        @Schema(description = "Whether proposals of the generated sample are among them")
        boolean sample,

        @Schema(
                description =
                        "The proposals on which something was decided in the period, in the order of its first decision")
        List<Matter> matters) {

    /** A proposal, what was decided on it in the period, and how it stood at its end. */
    @Schema(name = "MatterOfMinutes")
    public record Matter(
            UUID proposal,
            String reference,
            String state,
            String theme,
            String needReference,
            String needTitle,
            String provider,
            String offerReference,
            String offerTitle,

            @Schema(description = "Parts of the need that the offer would pay, as it stood at the end of the period")
            int parts,

            int ofParts,

            @Schema(description = "What they cost, in whole US dollars; likewise")
            long usd,

            @Schema(description = "What was decided in the period, by date")
            List<Act> acts,

            @Schema(description = "How the proposal stood at the end of the period")
            ProposalStatus outcome,

            boolean sample) {}

    /** One decision. */
    @Schema(name = "ActOfMinutes")
    public record Act(
            Instant at,
            Decision decision,

            @Schema(description = "As what it was made; persons are not named")
            DecidedBy by,

            @Schema(
                    description =
                            "The member State or State (ISO 3166-1 alpha-3), or the provider's code; left out for all others")
            @Nullable
            String of,

            @Schema(description = "The reason given, or the words said; left out where there are none") @Nullable
            String words) {}
}

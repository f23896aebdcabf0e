package org.switchboard.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was done in a period, all in all and by groups.
 *
 * @param within how many working days an acknowledgement may take to be in time
 * @param sample whether items of the generated sample are counted
 * @param groups those for which anything is counted, in the order of the language
 */
@Schema(examples = """
                {"from": "2026-05-28", "to": "2026-11-23", "within": 5, "by": "REGION", "sample": false,
                 "total": {"requestsReceived": 1, "needsReceived": 2, "needsAcknowledged": 2, "needsAcknowledgedInTime": 1,
                    "putForward": 2, "letPass": 2, "objected": 0, "consentedByStates": 2, "consentedByProviders": 1, "declined": 1,
                    "lapsed": 0, "withdrawn": 0, "superseded": 0, "confirmed": 1, "delivered": 0, "confirmedUsd": 240000,
                    "committedUsd": 120000, "paidUsd": 60000,
                    "receivedToAcknowledged": {"steps": 2, "medianDays": 5.5, "meanDays": 5.5},
                    "acknowledgedToPutForward": {"steps": 2, "medianDays": 21.3, "meanDays": 24.0},
                    "putForwardToConfirmed": {"steps": 1, "medianDays": 12.1, "meanDays": 12.1},
                    "confirmedToDelivered": {"steps": 0}},
                 "groups": [{"code": "002", "name": "Africa", "figures":
                   {"requestsReceived": 1, "needsReceived": 2, "needsAcknowledged": 2, "needsAcknowledgedInTime": 1,
                    "putForward": 2, "letPass": 2, "objected": 0, "consentedByStates": 2, "consentedByProviders": 1, "declined": 1,
                    "lapsed": 0, "withdrawn": 0, "superseded": 0, "confirmed": 1, "delivered": 0, "confirmedUsd": 240000,
                    "committedUsd": 120000, "paidUsd": 60000,
                    "receivedToAcknowledged": {"steps": 2, "medianDays": 5.5, "meanDays": 5.5},
                    "acknowledgedToPutForward": {"steps": 2, "medianDays": 21.3, "meanDays": 24.0},
                    "putForwardToConfirmed": {"steps": 1, "medianDays": 12.1, "meanDays": 12.1},
                    "confirmedToDelivered": {"steps": 0}}}]}""")
public record FiguresView(
        @Schema(description = "The first day, UTC") LocalDate from,

        @Schema(description = "The last day, UTC; it counts whole")
        LocalDate to,

        @Schema(description = "How many working days an acknowledgement may take to be in time")
        int within,

        @Schema(description = "By what the groups go") Grouping by,

        @Schema(description = "Whether items of the generated sample are counted")
        boolean sample,

        @Schema(
                description =
                        "All in all. Regions add up to it, and so do areas except for requests; of the other groups a"
                                + " State can be in none or, by situation, in several")
        Counted total,

        @Schema(description = "The groups for which anything is counted, in the order of the language")
        List<Group> groups) {

    /** What is counted for one group of States or one area. */
    @Schema(name = "FiguresOfGroup")
    public record Group(
            @Schema(
                    description =
                            "M49 code of the region, code of the regional group, LDC, LLDC or SIDS, or code of the area")
            String code,

            @Schema(description = "In the asked language; left out where the code is the name") @Nullable
            String name,

            Counted figures) {}

    /** The figures. A step counts in the period in which it was made, whenever the steps before it were. */
    @Schema(name = "CountedFigures")
    public record Counted(
            @Schema(
                    description =
                            "Requests whose day of receipt is in the period, of which a need was submitted. By theme one"
                                    + " counts in each area in which it has a need, and once in all")
            long requestsReceived,

            @Schema(
                    description =
                            "Needs submitted for the first time in the period, or imported as open. Drafts are not received")
            long needsReceived,

            @Schema(description = "Needs acknowledged as authentic in the period")
            long needsAcknowledged,

            @Schema(
                    description =
                            "Of these, those acknowledged within as many working days of their first submission, the day"
                                    + " of which does not count. Time for which a State completes a need that was returned counts")
            long needsAcknowledgedInTime,

            @Schema(description = "Proposals put forward in the period")
            long putForward,

            @Schema(
                    description =
                            "Proposals to which the Committee did not object, and whose period before it ended in this one")
            long letPass,

            @Schema(description = "Proposals to which a member of the Committee objected")
            long objected,

            @Schema(description = "Proposals to which the State consented")
            long consentedByStates,

            @Schema(description = "Proposals to which the provider consented, which is what confirms them")
            long consentedByProviders,

            @Schema(description = "Proposals that the State or the provider declined")
            long declined,

            @Schema(description = "Proposals that ended because a consent did not come within its term")
            long lapsed,

            @Schema(
                    description =
                            "Proposals and matches that the experts took back, or that ended because the State withdrew"
                                    + " or changed its need")
            long withdrawn,

            @Schema(description = "Proposals that ended because a later plan took their place")
            long superseded,

            @Schema(
                    description =
                            "Proposals that became matches: both sides have consented. They count although they may have"
                                    + " been withdrawn later")
            long confirmed,

            @Schema(description = "Matches whose help was delivered in the period")
            long delivered,

            @Schema(
                    description =
                            "What the matches confirmed in the period come to, in US dollars: agreed, and not yet given")
            long confirmedUsd,

            @Schema(
                    description =
                            "US dollars that providers committed to matches, less corrections, by the days they name: a"
                                    + " pledge, and not yet given")
            long committedUsd,

            @Schema(description = "US dollars that providers paid, less corrections, by the days they name")
            long paidUsd,

            @Schema(
                    description =
                            "From the first submission to the acknowledgement, of needs acknowledged in the period")
            Duration receivedToAcknowledged,

            @Schema(
                    description =
                            "From the acknowledgement of a need to the first proposal for it, of needs for which that was"
                                    + " put forward in the period; imported needs were never acknowledged and are not among them")
            Duration acknowledgedToPutForward,

            @Schema(
                    description =
                            "From putting forward to the consent of the second side, of matches confirmed in the period")
            Duration putForwardToConfirmed,

            @Schema(
                    description =
                            "From the consent of the second side to the end of delivery, of matches delivered in the period")
            Duration confirmedToDelivered) {

        static Counted of(Map<Step, StepCount> counts) {
            return new Counted(
                    count(counts, Step.REQUEST_RECEIVED),
                    count(counts, Step.NEED_RECEIVED),
                    count(counts, Step.NEED_ACKNOWLEDGED),
                    count(counts, Step.NEED_ACKNOWLEDGED_IN_TIME),
                    count(counts, Step.PUT_FORWARD),
                    count(counts, Step.LET_PASS),
                    count(counts, Step.OBJECTED),
                    count(counts, Step.CONSENTED_BY_STATE),
                    count(counts, Step.CONFIRMED),
                    count(counts, Step.DECLINED),
                    count(counts, Step.LAPSED),
                    count(counts, Step.WITHDRAWN),
                    count(counts, Step.SUPERSEDED),
                    count(counts, Step.CONFIRMED),
                    count(counts, Step.DELIVERED),
                    of(counts, Step.CONFIRMED).usd(),
                    of(counts, Step.COMMITTED).usd(),
                    of(counts, Step.PAID).usd(),
                    Duration.of(of(counts, Step.NEED_ACKNOWLEDGED)),
                    Duration.of(of(counts, Step.NEED_ANSWERED)),
                    Duration.of(of(counts, Step.CONFIRMED)),
                    Duration.of(of(counts, Step.DELIVERED)));
        }

        private static long count(Map<Step, StepCount> counts, Step step) {
            return of(counts, step).count();
        }

        private static StepCount of(Map<Step, StepCount> counts, Step step) {
            return counts.getOrDefault(step, StepCount.none(step));
        }
    }

    /** How long it took from one step to another, in days of 24 hours to one decimal; nights and weekends count. */
    @Schema(name = "DaysBetweenSteps")
    public record Duration(
            @Schema(description = "How many were measured") long steps,

            @Schema(description = "As many took longer as took less; left out where there are none") @Nullable
            Double medianDays,

            @Schema(description = "The average; left out where there are none") @Nullable
            Double meanDays) {

        static Duration of(StepCount measured) {
            return new Duration(measured.count(), rounded(measured.medianDays()), rounded(measured.meanDays()));
        }

        private static @Nullable Double rounded(@Nullable Double days) {
            return days == null ? null : Math.round(days * 10) / 10.0;
        }
    }
}

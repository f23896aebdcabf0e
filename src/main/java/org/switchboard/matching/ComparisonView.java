package org.switchboard.matching;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Two plans side by side: the plan of a run, here, and that of another, there. Rows are of the same match where need and
 * offer are the same, whenever the runs read them. Levels and bounds can be weighed against each other only where both
 * runs matched the same needs by the same policy.
 *
 * @param difference what there is here, less what there is there
 * @param matches how many matches differ, and how
 * @param byTheme of the needs, by area
 * @param byRegion of the States that ask
 * @param byStateGroup least developed countries (LDC), landlocked developing countries (LLDC) and small island developing
 *     States (SIDS); a State can be in several or none
 * @param rows one page of the matches that differ, by State and need
 * @param next opaque cursor of the page after this one; absent on the last
 */
@Schema(examples = """
                {"here": {"run": "0d65fbb8-86bc-4442-8551-d0eaa7ea692c", "whatIf": true, "policy": 1, "level1": 25298,
                          "level2": 68, "bound": 25298, "needsServed": 1, "matches": 1, "plannedUsd": 240000},
                 "there": {"run": "7b0c0b2e-52fc-4f5a-9f0b-3d6a0b0a54c2", "whatIf": false, "policy": 1, "level1": 0,
                           "level2": 0, "bound": 0, "needsServed": 0, "matches": 0, "plannedUsd": 0},
                 "difference": {"level1": 25298, "level2": 68, "bound": 25298, "needsServed": 1, "matches": 1,
                                "plannedUsd": 240000},
                 "matches": {"same": 0, "onlyHere": 1, "onlyThere": 0, "otherParts": 0, "otherMoney": 0},
                 "byTheme": [{"code": "FIN", "here": {"needsServed": 1, "plannedUsd": 240000},
                              "there": {"needsServed": 0, "plannedUsd": 0},
                              "difference": {"needsServed": 1, "plannedUsd": 240000}}],
                 "byRegion": [{"code": "002", "here": {"needsServed": 1, "plannedUsd": 240000},
                               "there": {"needsServed": 0, "plannedUsd": 0},
                               "difference": {"needsServed": 1, "plannedUsd": 240000}}],
                 "byStateGroup": [],
                 "rows": [{"need": {"id": "422f224e-cbfd-4ea2-b201-03521d5e987c", "reference": "2026/1-1", "state": "KEN",
                                    "theme": "FIN", "title": "Training of financial intelligence analysts",
                                    "costUsd": 240000, "tranches": 2},
                           "offer": {"id": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "reference": "LAF-2028-1",
                                     "provider": "LAF", "title": "Counter-financing training (potential)",
                                     "potential": true},
                           "change": "ONLY_HERE", "partsHere": 2, "partsThere": 0, "usdHere": 240000, "usdThere": 0}]}""")
public record ComparisonView(
        Side here,
        Side there,
        Difference difference,
        Matches matches,
        List<Sum> byTheme,
        List<Sum> byRegion,
        List<Sum> byStateGroup,
        List<Row> rows,
        @Nullable String next) {

    /**
     * One plan in figures. Those of needs, matches and money are over what the reader may see.
     *
     * @param bound above which no plan of that run comes on level 1; absent where it was not kept
     * @param plannedUsd what its matches pay, in whole US dollars
     */
    @Schema(name = "ComparedPlan")
    public record Side(
            UUID run,
            boolean whatIf,
            int policy,
            long level1,
            long level2,
            @Nullable Long bound,
            int needsServed,
            int matches,
            long plannedUsd) {}

    /** What one plan has more than the other, or less where it is below zero. */
    @Schema(name = "DifferenceOfPlans")
    public record Difference(
            long level1, long level2, @Nullable Long bound, int needsServed, int matches, long plannedUsd) {}

    /** How many matches there are of each kind; all but the same are listed. */
    @Schema(name = "MatchesCompared")
    public record Matches(int same, int onlyHere, int onlyThere, int otherParts, int otherMoney) {}

    /** What plans give to the needs of one theme, region or group of States. */
    @Schema(name = "SumCompared")
    public record Sum(String code, Amount here, Amount there, Amount difference) {}

    /** @param plannedUsd whole US dollars */
    @Schema(name = "AmountCompared")
    public record Amount(int needsServed, long plannedUsd) {

        Amount less(Amount other) {
            return new Amount(needsServed - other.needsServed, plannedUsd - other.plannedUsd);
        }
    }

    /** How a match differs. */
    public enum Change {
        SAME,
        ONLY_HERE,
        ONLY_THERE,
        OTHER_PARTS,
        /** As many parts for other money: the need costs something else by now, or another match carries its remainder. */
        OTHER_MONEY
    }

    /**
     * One match in two plans.
     *
     * @param partsHere of the need's tranches; 0 where the plan does not hold the match
     * @param usdHere whole US dollars
     */
    @Schema(name = "MatchCompared")
    public record Row(
            PlanView.NeedLine need,
            PlanView.OfferLine offer,
            Change change,
            int partsHere,
            int partsThere,
            long usdHere,
            long usdThere) {}
}

package org.switchboard.matching;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.candidate.CandidateRule;
import org.switchboard.matching.engine.candidate.FitCriterion;
import org.switchboard.matching.engine.explain.Limit;
import org.switchboard.matching.engine.explain.RunnerUp;
import org.switchboard.matching.engine.explain.UnmetExplanation;

/**
 * Why a run suggests what it does. Prices and what things add are in points of level 1, unless level 2 is said.
 *
 * @param sentences the explanation in English
 * @param plan of the plan as a whole; left out where one need is asked about
 * @param need of one need; left out where none is asked about
 */
@Schema(examples = """
                {"run": "0d65fbb8-86bc-4442-8551-d0eaa7ea692c",
                 "sentences": ["At least 99.1 % of the best possible, counted in level 1.",
                               "It helps 1 of 2 needs, with 240,000 of 540,000 US dollars asked."],
                 "plan": {"level1": 25298, "level2": 68, "bound": 25510, "atLeastPercent": 99.1,
                          "byRegion": [{"code": "002", "needs": 1, "served": 1, "askedUsd": 240000, "plannedUsd": 240000}],
                          "byTheme": [{"code": "FIN", "needs": 1, "served": 1, "askedUsd": 240000, "plannedUsd": 240000}],
                          "byStage": [{"code": "B", "needs": 1, "served": 1, "askedUsd": 240000, "plannedUsd": 240000}],
                          "byGroup": [{"code": "LLDC", "needs": 1, "served": 0, "askedUsd": 300000, "plannedUsd": 0}],
                          "byState": [{"code": "KEN", "needs": 1, "served": 1, "askedUsd": 240000, "plannedUsd": 240000}],
                          "largestUnmet": [{"need": {"id": "84528721-4212-4ddf-9317-58fee2b38937", "reference": "2026/4-1",
                                                     "state": "MNG", "theme": "CUS", "title": "Training of customs officers",
                                                     "costUsd": 300000, "tranches": 1}, "addsLevel1": 1386}]}}""")
public record ExplanationView(
        UUID run,
        List<String> sentences,
        @Nullable OfPlan plan,
        @Nullable OfNeed need) {

    /**
     * The plan as a whole.
     *
     * @param bound no plan has more points of level 1
     * @param atLeastPercent of the best possible that level 1 reaches at least, rounded down
     * @param byGroup LDC, LLDC and SIDS; a State can belong to several
     * @param largestUnmet needs without a match, those that would add most first
     */
    public record OfPlan(
            long level1,
            long level2,
            long bound,
            double atLeastPercent,
            List<PlanView.Coverage> byRegion,
            List<PlanView.Coverage> byTheme,
            List<PlanView.Coverage> byStage,
            List<PlanView.Coverage> byGroup,
            List<PlanView.Coverage> byState,
            List<UnmetLine> largestUnmet) {}

    /** @param addsLevel1 were the need covered whole and all else as it is */
    public record UnmetLine(PlanView.NeedLine need, long addsLevel1) {}

    /** What became of a need. */
    public enum Outcome {
        MATCHED,
        OUT_COMPETED,
        NO_CANDIDATE,
        /** Whoever started the run asked that it get nothing. */
        LEFT_ALONE
    }

    /**
     * One need.
     *
     * @param matches where it is matched
     * @param outCompeted where offers may serve it and serve others
     * @param noCandidate where no offer keeps all rules
     */
    public record OfNeed(
            PlanView.NeedLine need,
            Outcome outcome,
            List<Match> matches,
            @Nullable OutCompeted outCompeted,
            @Nullable NoCandidate noCandidate) {}

    /**
     * One match.
     *
     * @param fit 0 to 100
     * @param fitParts what it is made of; empty where need or offer have changed since the run
     * @param pinned whether people had fixed it before the run
     * @param addsLevel1 what the plan would lose without it
     * @param addsLevel2 what level 2 would lose
     * @param price what the State pays for it; left out where it was fixed before
     * @param runnersUp other offers, those that came closest first
     */
    public record Match(
            PlanView.OfferLine offer,
            int parts,
            long usd,
            int fit,
            List<FitLine> fitParts,
            boolean pinned,
            long addsLevel1,
            long addsLevel2,
            @Nullable Double price,
            List<Other> runnersUp) {}

    /** So many points of as many as the policy gives to the criterion. */
    public record FitLine(FitCriterion criterion, int points, int of) {}

    /**
     * An offer that could have taken the place of a match.
     *
     * @param price for the same parts; left out where it could not give them at all
     * @param level2Change what exchanging the two would do to level 2
     */
    public record Other(
            PlanView.OfferLine offer,
            int fit,
            RunnerUp.Reason reason,
            @Nullable Double price,
            long level2Change,
            List<LimitLine> limits) {}

    /**
     * A limit that the plan leaves too little of.
     *
     * @param offer whose limit it is; left out for the State's own
     * @param halfYear of the State's limit: {@code 2027-1} is the first half of 2027
     * @param needed dollars, slots or places
     * @param price of one of these
     */
    public record LimitLine(
            Limit limit,
            PlanView.@Nullable OfferLine offer,
            @Nullable String halfYear,
            long needed,
            long left,
            double price) {}

    /**
     * A need that others went before.
     *
     * @param way the offers that could best serve it
     * @param addsLevel1 what they would add to the plan
     * @param price what they would cost
     * @param limits that stand in the way
     * @param wouldHaveToGive served needs that use these limits and add least
     * @param level1Change of the plan if all of that gave way
     */
    public record OutCompeted(
            UnmetExplanation.Verdict verdict,
            List<Share> way,
            long addsLevel1,
            double price,
            List<LimitLine> limits,
            List<Giving> wouldHaveToGive,
            long level1Change) {}

    /** So many parts from an offer. */
    public record Share(PlanView.OfferLine offer, int parts) {}

    /** @param frees dollars, slots or places of the limit */
    public record Giving(PlanView.NeedLine need, Limit limit, long frees, long addsLevel1) {}

    /**
     * A need that no offer may serve.
     *
     * @param offers that were looked at
     * @param candidatesNow offers that would be candidates by now, as they or the need have changed since the run
     * @param bans that the run was asked to keep for the need
     * @param removedBy how many offers each rule takes away; an offer can break several
     * @param nearest offers that would have to change least
     * @param costsVersion of the table of costs by which these are put in order
     */
    public record NoCandidate(
            int offers, int candidatesNow, int bans, List<RuleCount> removedBy, List<Miss> nearest, int costsVersion) {}

    public record RuleCount(CandidateRule rule, int offers) {}

    /**
     * An offer that fails few rules.
     *
     * @param cost of the changes, by a stated table: only for putting them in order
     * @param changes what would have to change, in English
     * @param wouldBeMet whether the need was met when the change was made and the plan solved again from where it is; absent
     *     where that was not asked for
     * @param level1Change that this solving found
     */
    public record Miss(
            PlanView.OfferLine offer,
            List<CandidateRule> broken,
            int cost,
            List<String> changes,
            @Nullable Boolean wouldBeMet,
            @Nullable Long level1Change) {}
}

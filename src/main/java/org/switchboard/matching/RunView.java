package org.switchboard.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.search.Ending;
import org.switchboard.offer.OfferContent;

/**
 * A run as the experts see it. What was asked of it is explained at {@link CreateRun}.
 *
 * @param attempts how many processes have taken it: more than one where a process was stopped or lost while solving it
 * @param resumed whether its search went on from what an earlier attempt had found; such a run cannot be repeated exactly
 * @param whatIf whether it only shows what would be; it stays so for ever, and its plan is never put forward
 * @param policy version that it matches by
 * @param steps after how many it ends, where that was asked
 * @param supposed what a what-if run takes to be other than it is; absent for other runs
 * @param progress how far it has come; absent before it starts
 * @param result what came of it; absent while it is under way, and after a run that ended without a plan
 * @param failure why it failed, where it did
 * @param sample whether items of the generated sample took part
 */
@Schema(examples = """
                {"id": "0d65fbb8-86bc-4442-8551-d0eaa7ea692c", "version": 12, "status": "SOLVED", "priority": "NORMAL",
                 "attempts": 1, "resumed": false, "whatIf": false, "policy": 1, "seed": 1, "limitSeconds": 10, "pins": [], "leftAlone": [], "bans": [], "lockedOffers": [],
                 "cancelRequested": false, "createdBy": "system",
                 "createdAt": "2026-11-21T09:00:00Z", "startedAt": "2026-11-21T09:00:01Z",
                 "finishedAt": "2026-11-21T09:00:11Z",
                 "progress": {"bestLevel1": 21974915, "bestLevel2": 150030, "bound": 22190011, "plansTried": 7012331,
                              "elapsedSeconds": 10.0, "secondsLeft": 0},
                 "result": {"needs": 857, "offers": 553, "candidates": 8814, "level1": 21974915, "level2": 150030,
                            "bound": 22190011, "gapPercent": 0.97,
                            "inWords": "At least 99.0 % of the best possible, counted in level 1.", "threads": 2,
                            "laps": [311200, 690150, 1066900],
                            "endedBy": "TIME"},
                 "sample": false}""")
public record RunView(
        UUID id,
        int version,
        RunStatus status,
        RunPriority priority,
        int attempts,
        boolean resumed,
        boolean whatIf,
        int policy,
        long seed,
        int limitSeconds,
        @Nullable Long steps,
        @Nullable Double gapPercent,
        @Nullable Long unimprovedSteps,
        @Nullable UUID startFrom,
        @Nullable Integer mostChangedRows,
        List<Pin> pins,
        List<UUID> leftAlone,
        List<Ban> bans,
        List<UUID> lockedOffers,
        @Nullable Supposed supposed,
        boolean cancelRequested,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Progress progress,
        @Nullable Result result,
        @Nullable String failure,
        boolean sample) {

    /** What a what-if run takes to be other than it is, beside its policy. */
    public record Supposed(String name, List<WhatIf.Budget> budgets, List<ExtraOffer> extraOffers) {}

    /**
     * An offer that there is only within a what-if run.
     *
     * @param id by which the rows of its plan refer to it
     * @param budgetUsd whole US dollars
     */
    @Schema(name = "SupposedOffer")
    public record ExtraOffer(UUID id, String provider, long budgetUsd, OfferContent offer) {}

    /**
     * How far a run has come.
     *
     * @param bestLevel1 of the best plan so far; see {@link PlanView} for what the levels mean
     * @param bound above which no plan comes on level 1, as far as is proven
     * @param plansTried steps of the search
     * @param secondsLeft until its limit; 0 once it has ended
     */
    public record Progress(
            @Nullable Long bestLevel1,
            @Nullable Long bestLevel2,
            @Nullable Long bound,
            long plansTried,
            double elapsedSeconds,
            double secondsLeft) {}

    /**
     * What came of a run.
     *
     * @param needs that were open
     * @param offers that were active
     * @param candidates pairs that keep every rule
     * @param bound above which no plan comes on level 1; absent, with all that follows from it, for runs that ended before
     *     bounds were kept
     * @param gapPercent how far level 1 is below the bound at most, in per cent of the bound, rounded up
     * @param inWords the same as a sentence
     * @param threads that searched
     * @param laps steps made after each twentieth of the search, as far as it came; with its seed and the steps it made, it
     *     can be repeated exactly; absent for a run that was resumed, which cannot
     * @param endedBy what ended the search
     * @param changedRows how many rows are new, gone or of other parts, compared with the plan that it started from; absent
     *     where it started from none
     */
    public record Result(
            int needs,
            int offers,
            int candidates,
            long level1,
            long level2,
            @Nullable Long bound,
            @Nullable BigDecimal gapPercent,
            @Nullable String inWords,
            @Nullable Integer threads,
            @Nullable List<Long> laps,
            @Nullable Ending endedBy,
            @Nullable Integer changedRows) {}
}

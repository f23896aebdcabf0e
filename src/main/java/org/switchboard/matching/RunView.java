package org.switchboard.matching;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run as the experts see it.
 *
 * @param policy version that it matches by
 * @param progress how far it has come; absent before it starts
 * @param result what came of it; absent while it is under way, and after a run that ended without a plan
 * @param failure why it failed, where it did
 * @param sample whether items of the generated sample took part
 */
@Schema(examples = """
                {"id": "0d65fbb8-86bc-4442-8551-d0eaa7ea692c", "version": 12, "status": "SOLVED", "policy": 1, "seed": 1,
                 "limitSeconds": 10, "cancelRequested": false, "createdBy": "system",
                 "createdAt": "2026-11-21T09:00:00Z", "startedAt": "2026-11-21T09:00:01Z",
                 "finishedAt": "2026-11-21T09:00:11Z",
                 "progress": {"bestLevel1": 21974915, "bestLevel2": 150030, "plansTried": 7012331,
                              "elapsedSeconds": 10.0, "secondsLeft": 0},
                 "result": {"needs": 857, "offers": 553, "candidates": 8814, "level1": 21974915, "level2": 150030},
                 "sample": false}""")
public record RunView(
        UUID id,
        int version,
        RunStatus status,
        int policy,
        long seed,
        int limitSeconds,
        @Nullable Long limitSteps,
        boolean cancelRequested,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Progress progress,
        @Nullable Result result,
        @Nullable String failure,
        boolean sample) {

    /**
     * How far a run has come.
     *
     * @param bestLevel1 of the best plan so far; see {@link PlanView} for what the levels mean
     * @param plansTried steps of the search
     * @param secondsLeft until its limit; 0 once it has ended
     */
    public record Progress(
            @Nullable Long bestLevel1,
            @Nullable Long bestLevel2,
            long plansTried,
            double elapsedSeconds,
            double secondsLeft) {}

    /**
     * What came of a run.
     *
     * @param needs that were open
     * @param offers that were active
     * @param candidates pairs that keep every rule
     */
    public record Result(int needs, int offers, int candidates, long level1, long level2) {}

    static RunView of(RunEntity run) {
        return new RunView(
                run.id,
                run.version,
                run.status,
                run.policy,
                run.seed,
                run.limitSeconds,
                run.limitSteps,
                run.cancelRequested,
                run.createdBy,
                run.createdAt,
                run.startedAt,
                run.finishedAt,
                progress(run),
                run.level1 == null ? null : new Result(run.needs, run.offers, run.candidates, run.level1, run.level2),
                run.failure,
                run.sample);
    }

    private static @Nullable Progress progress(RunEntity run) {
        if (run.startedAt == null) {
            return null;
        }
        double elapsed = run.elapsedMillis == null ? 0 : run.elapsedMillis / 1000.0;
        return new Progress(
                run.bestLevel1,
                run.bestLevel2,
                run.steps == null ? 0 : run.steps,
                elapsed,
                run.status.isEnd() ? 0 : Math.max(0, run.limitSeconds - elapsed));
    }
}

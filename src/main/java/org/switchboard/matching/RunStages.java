package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.EarlierPrices;
import org.switchboard.matching.engine.search.Progress;
import org.switchboard.matching.engine.search.SolveLimits;
import org.switchboard.matching.engine.search.SolveOptions;

/**
 * The short transactions between which a run solves: reading what is stored, telling how far it has come, storing what
 * came of it. None is open while the engine works.
 */
@Walled
@ApplicationScoped
class RunStages {

    private final RunRepository stored;
    private final SnapshotReading snapshots;
    private final StartPrices startPrices;
    private final PlanKeeping plans;
    private final RunRecord record;
    private final Clock clock;

    RunStages(
            RunRepository stored,
            SnapshotReading snapshots,
            StartPrices startPrices,
            PlanKeeping plans,
            RunRecord record,
            Clock clock) {
        this.stored = stored;
        this.snapshots = snapshots;
        this.startPrices = startPrices;
        this.plans = plans;
        this.record = record;
        this.clock = clock;
    }

    /**
     * What the engine needs to know of an attempt that begins. The plan that its run starts from is in its problem.
     *
     * @param before what the attempts had done whose plan it goes on from
     */
    record Begun(Snapshot snapshot, SolveOptions options, Outcome.Before before) {}

    /**
     * Begins an attempt: reads what is stored now or, where an earlier attempt has done so, what that one read. Empty if it
     * was taken away meanwhile.
     */
    @Transactional
    public Optional<Begun> begin(Reader reader, UUID id, int attempt) {
        Optional<WhatIsRead> all = stored.run(reader, id)
                .filter(run -> run.status == RunStatus.SOLVING && run.attempt == attempt)
                .map(run -> read(reader, run));
        // held only now, so that nobody who cancels it waits for the reading
        return all.flatMap(read -> stored.underWay(reader, id, attempt).map(run -> begin(run, read)));
    }

    /** @param again whether an earlier attempt has read it */
    private record WhatIsRead(Snapshot snapshot, Optional<Certificate> prices, boolean again) {}

    private WhatIsRead read(Reader reader, RunEntity run) {
        Optional<RunSnapshotEntity> earlier = stored.snapshot(run).filter(kept -> kept.needCostsUsd != null);
        if (earlier.isPresent()) {
            Snapshot snapshot = KeptSnapshot.snapshot(earlier.get());
            return new WhatIsRead(snapshot, KeptSnapshot.startPrices(earlier.get(), snapshot.problem()), true);
        }
        Snapshot snapshot = snapshots.of(reader, run);
        return new WhatIsRead(snapshot, startPrices.of(reader, run, snapshot), false);
    }

    private Begun begin(RunEntity run, WhatIsRead read) {
        Snapshot snapshot = read.snapshot();
        if (!read.again()) {
            run.needs = snapshot.needIds().size();
            run.offers = snapshot.offerIds().size();
            run.candidates = snapshot.problem().candidates().size();
            run.sample |= snapshot.holdsSample();
            stored.add(KeptSnapshot.of(run, snapshot, read.prices()));
        }
        Optional<RunCheckpointEntity> checkpoint = stored.checkpoint(run);
        run.resumed |= checkpoint.isPresent();
        Outcome.Before before = checkpoint
                .map(found -> new Outcome.Before(found.steps, found.elapsedMillis))
                .orElse(Outcome.Before.NOTHING);
        List<PlanRow> start =
                checkpoint.map(PlanLines::rows).orElse(snapshot.problem().previous());
        return new Begun(snapshot, options(run, read, start, before), before);
    }

    private static SolveOptions options(RunEntity run, WhatIsRead read, List<PlanRow> start, Outcome.Before before) {
        long mostChanged = run.mostChangedRows == null ? SolveLimits.NONE : run.mostChangedRows;
        SolveOptions options = SolveOptions.of(limits(run, before), run.seed)
                .withThreads(PlanKeeping.THREADS)
                .startingFrom(start, mostChanged);
        return read.prices()
                .map(prices -> options.withPrices(new EarlierPrices(prices.multipliers())))
                .orElse(options);
    }

    /** Of the time and the steps, what earlier attempts have left. */
    private static SolveLimits limits(RunEntity run, Outcome.Before before) {
        long seconds = Math.round(run.limitSeconds - before.elapsedMillis() / 1000.0);
        SolveLimits limits = SolveLimits.ofSeconds(Math.max(1, seconds));
        if (run.limitSteps != null) {
            limits = limits.andSteps(Math.max(1, run.limitSteps - before.steps()));
        }
        if (run.limitUnimprovedSteps != null) {
            limits = limits.andStepsUnimproved(run.limitUnimprovedSteps);
        }
        return run.limitGapPercent == null ? limits : limits.andGapPercent(run.limitGapPercent);
    }

    /**
     * Notes how far an attempt has come.
     *
     * @param progress null where it has come nowhere yet
     * @param best plan that was found since this was last told
     * @return whether it goes on: it is still the one that solves the run, and nobody has asked it to end
     */
    @Transactional
    public boolean progressed(
            Reader reader, UUID id, int attempt, @Nullable Progress progress, Optional<Checkpoint> best) {
        Optional<RunEntity> solving = stored.underWay(reader, id, attempt);
        solving.ifPresent(run -> {
            if (progress != null) {
                progressed(run, progress);
            }
            best.ifPresent(found -> plans.checkpoint(run, found));
        });
        return solving.map(run -> !run.cancelRequested).orElse(false);
    }

    private void progressed(RunEntity run, Progress progress) {
        boolean better = Checkpoint.isBetter(progress.level1(), progress.level2(), run.bestLevel1, run.bestLevel2);
        boolean closer = run.bestBound == null || progress.bound() < run.bestBound;
        if (better) {
            run.bestLevel1 = progress.level1();
            run.bestLevel2 = progress.level2();
        }
        if (closer) {
            run.bestBound = progress.bound();
        }
        run.steps = progress.steps();
        run.elapsedMillis = progress.elapsedMillis();
        if (better || closer) {
            record.tell(run, RunEventView.Kind.PROGRESS, "found a better plan or bound");
        }
    }

    /**
     * Stores the plan of an attempt that has ended by itself or because somebody asked it to. A run that has been ended or
     * taken by another attempt meanwhile stays so.
     */
    @Transactional
    public void finish(Reader reader, UUID id, int attempt, Outcome outcome) {
        stored.underWay(reader, id, attempt).ifPresent(run -> {
            plans.keep(run, outcome);
            run.elapsedMillis = attempt == 1
                    ? Duration.between(run.startedAt, clock.instant()).toMillis()
                    : outcome.before().elapsedMillis() + outcome.elapsedMillis();
            record.moved(
                    reader,
                    run,
                    run.cancelRequested ? RunStatus.CANCELLED : RunStatus.SOLVED,
                    RunEventView.Kind.ENDED,
                    run.cancelRequested ? "cancelled; the best plan so far is kept" : "solved");
        });
    }

    /** Ends a run that came to nothing; one that has ended already, or was taken by another attempt, stays as it is. */
    @Transactional
    public void fail(Reader reader, UUID id, int attempt, String why) {
        stored.underWay(reader, id, attempt).ifPresent(run -> {
            run.failure = why;
            record.moved(reader, run, RunStatus.FAILED, RunEventView.Kind.ENDED, why);
        });
    }
}

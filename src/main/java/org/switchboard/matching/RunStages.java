package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.EarlierPrices;
import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.file.ProblemFile;
import org.switchboard.matching.engine.search.Progress;
import org.switchboard.matching.engine.search.Solution;
import org.switchboard.matching.engine.search.SolveLimits;
import org.switchboard.matching.engine.search.SolveOptions;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferView;
import org.switchboard.shared.Changes;

/**
 * The short transactions between which a run solves: reading what is stored, telling how far it has come, storing what
 * came of it. None is open while the engine works.
 */
@Walled
@ApplicationScoped
class RunStages {

    /** One looks for the plan, the other for the bound. */
    private static final int THREADS = 2;

    private final RunRepository stored;
    private final SnapshotReading snapshots;
    private final StartPrices startPrices;
    private final RunViews views;
    private final Changes changes;
    private final Clock clock;

    RunStages(
            RunRepository stored,
            SnapshotReading snapshots,
            StartPrices startPrices,
            RunViews views,
            Changes changes,
            Clock clock) {
        this.stored = stored;
        this.snapshots = snapshots;
        this.startPrices = startPrices;
        this.views = views;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What the engine needs to know of a run that begins. The plan that it starts from is in its problem.
     */
    record Begun(Snapshot snapshot, SolveOptions options) {}

    /** Runs that stand in the queue, oldest first. */
    @Transactional
    public List<UUID> waiting(Reader reader) {
        return stored.with(reader, RunStatus.QUEUED).stream().map(run -> run.id).toList();
    }

    /** Begins a run: reads what is stored now. Empty if somebody has cancelled it meanwhile. */
    @Transactional
    public Optional<Begun> begin(Reader reader, UUID id) {
        Optional<WhatIsRead> all =
                stored.run(reader, id).filter(RunStages::waits).map(run -> read(reader, run));
        // held only now, so that nobody who cancels it waits for the reading
        return all.flatMap(
                read -> stored.runToChange(reader, id).filter(RunStages::waits).map(run -> begin(reader, run, read)));
    }

    private record WhatIsRead(Snapshot snapshot, Optional<Certificate> prices) {}

    private WhatIsRead read(Reader reader, RunEntity run) {
        Snapshot snapshot = snapshots.of(reader, run);
        return new WhatIsRead(snapshot, startPrices.of(reader, run, snapshot));
    }

    private Begun begin(Reader reader, RunEntity run, WhatIsRead read) {
        Snapshot snapshot = read.snapshot();
        move(reader, run, RunStatus.SOLVING, "began to solve");
        run.startedAt = clock.instant();
        run.needs = snapshot.needs().size();
        run.offers = snapshot.offers().size();
        run.candidates = snapshot.problem().candidates().size();
        run.sample |= snapshot.holdsSample();
        keep(run, read);
        return new Begun(snapshot, options(run, read));
    }

    private static SolveOptions options(RunEntity run, WhatIsRead read) {
        long mostChanged = run.mostChangedRows == null ? SolveLimits.NONE : run.mostChangedRows;
        SolveOptions options = SolveOptions.of(limits(run), run.seed)
                .withThreads(THREADS)
                .startingFrom(read.snapshot().problem().previous(), mostChanged);
        return read.prices()
                .map(prices -> options.withPrices(new EarlierPrices(prices.multipliers())))
                .orElse(options);
    }

    private static SolveLimits limits(RunEntity run) {
        SolveLimits limits = SolveLimits.ofSeconds(run.limitSeconds);
        if (run.limitSteps != null) {
            limits = limits.andSteps(run.limitSteps);
        }
        if (run.limitUnimprovedSteps != null) {
            limits = limits.andStepsUnimproved(run.limitUnimprovedSteps);
        }
        return run.limitGapPercent == null ? limits : limits.andGapPercent(run.limitGapPercent);
    }

    /** Whether somebody has asked a run to end. */
    @Transactional
    public boolean isCancelRequested(Reader reader, UUID id) {
        return stored.run(reader, id).map(run -> run.cancelRequested).orElse(true);
    }

    /**
     * Notes how far a run has come.
     *
     * @return whether it goes on: it is still there, and nobody has asked it to end
     */
    @Transactional
    public boolean progressed(Reader reader, UUID id, Progress progress) {
        Optional<RunEntity> solving = underWay(reader, id);
        solving.ifPresent(run -> {
            run.bestLevel1 = progress.level1();
            run.bestLevel2 = progress.level2();
            run.bestBound = progress.bound();
            run.steps = progress.steps();
            run.elapsedMillis = progress.elapsedMillis();
        });
        return solving.map(run -> !run.cancelRequested).orElse(false);
    }

    /**
     * Stores the plan of a run that has ended by itself or because somebody asked it to. A run that has been ended or
     * taken away meanwhile stays so.
     *
     * @param why it ended, unless somebody has cancelled it
     */
    @Transactional
    public void finish(Reader reader, UUID id, Outcome outcome, String why) {
        underWay(reader, id).ifPresent(run -> finish(reader, run, outcome, why));
    }

    private void finish(Reader reader, RunEntity run, Outcome outcome, String why) {
        Solution solution = outcome.solution();
        run.level1 = solution.plan().figures().level1();
        run.level2 = solution.plan().figures().level2();
        run.bestLevel1 = run.level1;
        run.bestLevel2 = run.level2;
        run.bound = solution.certificate().bound();
        run.bestBound = run.bound;
        run.threads = THREADS;
        run.endedBy = solution.ending();
        run.steps = solution.steps();
        run.laps = solution.laps();
        run.finishedAt = clock.instant();
        run.elapsedMillis = Duration.between(run.startedAt, run.finishedAt).toMillis();
        List<PlanRow> rows = solution.plan().rows();
        run.changedRows = run.startFrom == null ? null : outcome.snapshot().changedRows(rows);
        storeRows(run, outcome.snapshot(), rows);
        keepCertificate(run, outcome.certificate());
        if (run.cancelRequested) {
            move(reader, run, RunStatus.CANCELLED, "cancelled; the best plan so far is kept");
        } else {
            move(reader, run, RunStatus.SOLVED, why);
        }
    }

    /** Ends a run that came to nothing; one that has ended already stays as it is. */
    @Transactional
    public void fail(Reader reader, UUID id, String why) {
        underWay(reader, id).ifPresent(run -> {
            run.failure = why;
            run.finishedAt = clock.instant();
            move(reader, run, RunStatus.FAILED, why);
        });
    }

    /** Ends runs that a process, gone since, was solving. */
    @Transactional
    public void failOrphans(Reader reader) {
        stored.with(reader, RunStatus.SOLVING)
                .forEach(
                        run -> fail(reader, run.id, "The service stopped while this run was solving. Start it again."));
    }

    private void keepCertificate(RunEntity run, byte[] file) {
        RunCertificateEntity entity = new RunCertificateEntity();
        entity.run = run.id;
        entity.file = file;
        stored.add(entity);
    }

    private void keep(RunEntity run, WhatIsRead read) {
        Snapshot snapshot = read.snapshot();
        RunSnapshotEntity entity = new RunSnapshotEntity();
        entity.run = run.id;
        entity.problem = Gzip.compressed(out -> ProblemFile.write(snapshot.problem(), out));
        entity.needIds = snapshot.needs().stream().map(NeedView::id).toList();
        entity.offerIds = snapshot.offers().stream().map(OfferView::id).toList();
        CandidateTable candidates = snapshot.problem().candidates();
        entity.needsWithoutCandidates = IntStream.range(0, candidates.needs())
                .filter(need -> candidates.first(need) == candidates.end(need))
                .mapToObj(need -> snapshot.needs().get(need).id())
                .toList();
        read.prices()
                .ifPresent(prices -> entity.startPrices =
                        Gzip.compressed(out -> CertificateFile.write(prices, snapshot.problem(), out)));
        stored.add(entity);
    }

    private void storeRows(RunEntity run, Snapshot snapshot, List<PlanRow> rows) {
        Set<UUID> extra = run.extraOffers.stream().map(columns -> columns.offer).collect(Collectors.toSet());
        Map<Integer, Integer> partsBefore = new HashMap<>();
        for (PlanRow row : rows) {
            int before = partsBefore.getOrDefault(row.need(), 0);
            partsBefore.put(row.need(), before + row.parts());
            CandidateTable candidates = snapshot.problem().candidates();
            PlanRowEntity entity = new PlanRowEntity();
            entity.run = run.id;
            entity.need = snapshot.needs().get(row.need()).id();
            entity.offer = snapshot.offers().get(row.offer()).id();
            entity.parts = row.parts();
            entity.usd = snapshot.usd(row.need(), before, row.parts());
            entity.extra = extra.contains(entity.offer);
            entity.fit = candidates.fit(candidates.find(row.need(), row.offer()));
            stored.add(entity);
        }
    }

    private void move(Reader reader, RunEntity run, RunStatus to, String why) {
        RunStatus from = run.status;
        run.status = from.to(to);
        stored.flush();
        changes.record(Runs.ITEM, run.id, reader.name(), from, to, why, views.of(run));
    }

    private static boolean waits(RunEntity run) {
        return run.status == RunStatus.QUEUED;
    }

    /** The run, held against changes by others, unless it has ended or is gone. */
    private Optional<RunEntity> underWay(Reader reader, UUID id) {
        return stored.runToChange(reader, id).filter(run -> !run.status.isEnd());
    }
}

package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.AccessRecorder;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.job.Jobs;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Refusal;

/** The face of matching: runs, and the plans that come of them. */
@Walled
@ApplicationScoped
public class Runs {

    static final String ITEM = "run";

    private static final int LONGEST_QUEUE = 20;

    private final RunRepository stored;
    private final RunRules rules;
    private final RunViews views;
    private final ExtraOffers extraOffers;
    private final PlanReading plans;
    private final PlanComparison comparisons;
    private final PlanKeeping keeping;
    private final RunRecord record;
    private final Changes changes;
    private final AccessRecorder access;
    private final Jobs jobs;
    private final Event<RunCancelled> cancelled;
    private final Clock clock;

    Runs(
            RunRepository stored,
            RunRules rules,
            RunViews views,
            ExtraOffers extraOffers,
            PlanReading plans,
            PlanComparison comparisons,
            PlanKeeping keeping,
            RunRecord record,
            Changes changes,
            AccessRecorder access,
            Jobs jobs,
            Event<RunCancelled> cancelled,
            Clock clock) {
        this.stored = stored;
        this.rules = rules;
        this.views = views;
        this.extraOffers = extraOffers;
        this.plans = plans;
        this.comparisons = comparisons;
        this.keeping = keeping;
        this.record = record;
        this.changes = changes;
        this.access = access;
        this.jobs = jobs;
        this.cancelled = cancelled;
        this.clock = clock;
    }

    /** Somebody wants a run to end; told once that is committed. */
    record RunCancelled(UUID run) {}

    /**
     * Queues a run. It reads what is stored at the moment it starts to solve.
     *
     * @throws Refusal.RulesBroken if it names what this reader does not see, or contradicts itself
     * @throws Refusal.Busy if too many wait already
     */
    @Transactional
    public RunView create(Reader reader, CreateRun asked) {
        if (stored.with(reader, RunStatus.QUEUED).size() >= LONGEST_QUEUE) {
            throw new Refusal.Busy(LONGEST_QUEUE + " runs are waiting already. Wait for one to end, or cancel one.");
        }
        RunRules.Sound sound = rules.sound(reader, asked);
        RunEntity run = new RunEntity();
        run.id = UUID.randomUUID();
        run.status = RunStatus.QUEUED;
        run.priority = asked.priority();
        run.policy = sound.policy();
        run.seed = asked.seed();
        run.limitSeconds = sound.limitSeconds();
        run.limitSteps = asked.steps();
        run.limitGapPercent = asked.gapPercent();
        run.limitUnimprovedSteps = asked.unimprovedSteps();
        run.startFrom = asked.startFrom();
        run.mostChangedRows = asked.mostChangedRows();
        run.adjustments.addAll(RunAdjustments.of(asked).columns());
        WhatIf whatIf = asked.whatIf();
        run.whatIf = whatIf != null;
        run.whatIfName = whatIf == null ? null : whatIf.name();
        sound.extraOffers().forEach(offer -> run.extraOffers.add(extraOffers.columns(offer)));
        run.createdBy = reader.name();
        run.createdAt = clock.instant();
        run.owner = RunEntity.OWNER;
        run.sample = sound.sample();
        record.queued(reader, run, asked);
        jobs.schedule(RunTask.job(run), run.createdAt);
        return views.of(run);
    }

    /** @throws Refusal.NotFound if there is none that this reader may see */
    @Transactional
    public RunView get(Reader reader, UUID id) {
        return views.of(find(reader, id));
    }

    @Transactional
    public Page<RunView> list(Reader reader, PageRequest page) {
        return stored.runs(reader, page, views::of);
    }

    /**
     * Ends a run soon, whichever process solves it; it keeps the best plan so far. Asking twice changes nothing.
     *
     * @throws Refusal.Conflict if it has ended otherwise
     */
    @Transactional
    public RunView cancel(Reader reader, UUID id) {
        RunEntity run = stored.runToChange(reader, id).orElseThrow(Refusal.NotFound::new);
        if (run.cancelRequested) {
            return views.of(run);
        }
        RunStatus from = run.status;
        if (from.isEnd()) {
            throw new Refusal.Conflict("This run has ended already.");
        }
        run.cancelRequested = true;
        if (from == RunStatus.QUEUED) {
            String done = keeping.keepCheckpoint(run) ? "cancelled; the best plan so far is kept" : "cancelled";
            record.moved(reader, run, RunStatus.CANCELLED, RunEventView.Kind.ENDED, done);
        } else {
            stored.flush();
            changes.record(ITEM, run.id, reader.name(), from, from, "asked to end", views.of(run));
        }
        cancelled.fire(new RunCancelled(run.id));
        return views.of(run);
    }

    /**
     * The plan of a run.
     *
     * @throws Refusal.Conflict if the run has none, or none yet
     */
    @Transactional
    public PlanView plan(Reader reader, UUID id) {
        return plans.view(reader, find(reader, id));
    }

    /** The rows of a run's plan, of which some may name items that have been taken away since. */
    @Transactional
    public List<Commitments.Row> rows(Reader reader, UUID id) {
        return stored.planRows(find(reader, id));
    }

    /** The problem that a run solved, as an {@code assist-match/1} file. */
    @Transactional
    public byte[] problemFile(Reader reader, UUID id) {
        RunEntity run = find(reader, id);
        access.exported(reader, ITEM, id, "the problem");
        return plans.problemFile(run);
    }

    /** The plan of a run as an {@code assist-match/1} plan file, in the numbers of its problem file. */
    @Transactional
    public byte[] planFile(Reader reader, UUID id) {
        RunEntity run = find(reader, id);
        access.exported(reader, ITEM, id, "the plan");
        return plans.planFile(run);
    }

    /**
     * What proves the bound of a run's plan, as a file.
     *
     * @throws Refusal.Conflict if the run has no plan, or its certificate was not kept
     */
    @Transactional
    public byte[] certificateFile(Reader reader, UUID id) {
        RunEntity run = find(reader, id);
        access.exported(reader, ITEM, id, "the certificate");
        return plans.certificateFile(run);
    }

    /**
     * The prices that a run began with, as a certificate of its problem.
     *
     * @throws Refusal.Conflict if it found its prices anew
     */
    @Transactional
    public byte[] startPricesFile(Reader reader, UUID id) {
        RunEntity run = find(reader, id);
        access.exported(reader, ITEM, id, "the start prices");
        return plans.startPricesFile(run);
    }

    /**
     * Two plans side by side.
     *
     * @param with the run of the other plan; null for the plan that this run started from or else the last plan before it
     *     that is no what-if
     * @param page of the rows that differ
     * @throws Refusal.NotFound if this reader may not see both
     * @throws Refusal.Conflict if one has no plan
     */
    @Transactional
    public ComparisonView compare(Reader reader, UUID id, @Nullable UUID with, PageRequest page) {
        RunEntity run = find(reader, id);
        RunEntity other = with == null ? baseline(reader, run) : find(reader, with);
        return comparisons.view(reader, run, other, page);
    }

    private RunEntity baseline(Reader reader, RunEntity run) {
        return run.startFrom != null
                ? find(reader, run.startFrom)
                : stored.lastPlanBefore(reader, run)
                        .orElseThrow(() -> new Refusal.Conflict(
                                "There is no plan before this one to compare it with. Name another run in with=."));
    }

    /** Takes all runs away in which sample items took part. */
    @Transactional
    public int removeSample(Reader reader) {
        return stored.removeSample(reader);
    }

    private RunEntity find(Reader reader, UUID id) {
        return stored.run(reader, id).orElseThrow(Refusal.NotFound::new);
    }
}

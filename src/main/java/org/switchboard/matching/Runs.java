package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.switchboard.access.Audience;
import org.switchboard.access.Reader;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The face of matching: runs, and the plans that come of them. */
@ApplicationScoped
public class Runs {

    static final String ITEM = "run";

    private static final int LONGEST_QUEUE = 20;

    private final RunRepository stored;
    private final Policies policies;
    private final PlanReading plans;
    private final Changes changes;
    private final Event<RunQueued> queued;
    private final Event<RunCancelled> cancelled;
    private final Clock clock;

    Runs(
            RunRepository stored,
            Policies policies,
            PlanReading plans,
            Changes changes,
            Event<RunQueued> queued,
            Event<RunCancelled> cancelled,
            Clock clock) {
        this.stored = stored;
        this.policies = policies;
        this.plans = plans;
        this.changes = changes;
        this.queued = queued;
        this.cancelled = cancelled;
        this.clock = clock;
    }

    /** A run stands in the queue; told once that is committed. */
    record RunQueued(UUID run) {}

    /** Somebody wants a run to end; told once that is committed. */
    record RunCancelled(UUID run) {}

    /**
     * Queues a run. It reads what is stored at the moment it starts to solve.
     *
     * @throws Refusal.RulesBroken if it asks for a policy that there is not
     * @throws Refusal.Busy if too many wait already
     */
    @Transactional
    public RunView create(Reader reader, CreateRun asked) {
        if (stored.with(reader, RunStatus.QUEUED).size() >= LONGEST_QUEUE) {
            throw new Refusal.Busy(LONGEST_QUEUE + " runs are waiting already. Wait for one to end, or cancel one.");
        }
        RunEntity run = new RunEntity();
        run.id = UUID.randomUUID();
        run.status = RunStatus.QUEUED;
        run.policy = policy(reader, asked);
        run.seed = asked.seed();
        run.limitSeconds = asked.limitSeconds();
        run.limitSteps = asked.limitSteps();
        run.createdBy = reader.name();
        run.createdAt = clock.instant();
        run.owner = RunEntity.OWNER;
        run.audience = Audience.COMMITTEE;
        stored.add(run);
        changes.record(ITEM, run.id, reader.name(), null, run.status, "queued", asked);
        queued.fire(new RunQueued(run.id));
        return RunView.of(run);
    }

    /** @throws Refusal.NotFound if there is none that this reader may see */
    @Transactional
    public RunView get(Reader reader, UUID id) {
        return RunView.of(find(reader, id));
    }

    @Transactional
    public Page<RunView> list(Reader reader, PageRequest page) {
        return stored.runs(reader, page);
    }

    /**
     * Ends a run soon; one that is solving keeps its best plan. Asking twice changes nothing.
     *
     * @throws Refusal.Conflict if it has ended otherwise
     */
    @Transactional
    public RunView cancel(Reader reader, UUID id) {
        RunEntity run = stored.runToChange(reader, id).orElseThrow(Refusal.NotFound::new);
        if (run.cancelRequested) {
            return RunView.of(run);
        }
        RunStatus from = run.status;
        if (from.isEnd()) {
            throw new Refusal.Conflict("This run has ended already.");
        }
        run.cancelRequested = true;
        if (from == RunStatus.QUEUED) {
            run.status = from.to(RunStatus.CANCELLED);
            run.finishedAt = clock.instant();
        }
        stored.flush();
        String done = run.status.isEnd() ? "cancelled" : "asked to end";
        changes.record(ITEM, run.id, reader.name(), from, run.status, done, RunView.of(run));
        cancelled.fire(new RunCancelled(run.id));
        return RunView.of(run);
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

    /** The problem that a run solved, as an {@code assist-match/1} file. */
    @Transactional
    public byte[] problemFile(Reader reader, UUID id) {
        return plans.problemFile(find(reader, id));
    }

    /** The plan of a run as an {@code assist-match/1} plan file, in the numbers of its problem file. */
    @Transactional
    public byte[] planFile(Reader reader, UUID id) {
        return plans.planFile(find(reader, id));
    }

    /** Takes all runs away in which sample items took part. */
    @Transactional
    public int removeSample(Reader reader) {
        return stored.removeSample(reader);
    }

    private int policy(Reader reader, CreateRun asked) {
        Integer version = asked.policy();
        if (version == null) {
            return policies.current(reader).version();
        }
        try {
            return policies.get(reader, version).version();
        } catch (Refusal.NotFound none) {
            throw new Refusal.RulesBroken(List.of(new Violation(
                    "/policy", "KnownPolicy", "there is no version " + version + "; they are at /api/v1/policies")));
        }
    }

    private RunEntity find(Reader reader, UUID id) {
        return stored.run(reader, id).orElseThrow(Refusal.NotFound::new);
    }
}

package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.access.Reader;
import org.switchboard.access.Visible;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.explain.Explanations;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.matching.engine.file.ProblemFile;
import org.switchboard.shared.Listing;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.SortKey;

/** Plans made ready to be explained: the last few that were asked for stay in memory, as a plan never changes. */
@ApplicationScoped
class ExplainedRuns {

    private static final int KEPT = 4;

    private static final Listing<RunEntity> PLANS = new Listing<>(
            RunEntity.class,
            run -> run.id,
            List.of(new SortKey<>("finished", "e.finishedAt", run -> run.finishedAt, Instant::parse)));

    private final RunRepository stored;
    private final PlanReading plans;
    private final RunCertificates certificates;
    private final Visible visible;
    private final Map<UUID, ExplainedRun> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ExplainedRun> eldest) {
            return size() > KEPT;
        }
    });

    ExplainedRuns(RunRepository stored, PlanReading plans, RunCertificates certificates, Visible visible) {
        this.stored = stored;
        this.plans = plans;
        this.certificates = certificates;
        this.visible = visible;
    }

    /** A run that the reader may see. */
    @Transactional
    public RunEntity run(Reader reader, UUID id) {
        return stored.run(reader, id).orElseThrow(Refusal.NotFound::new);
    }

    /** The last run with a plan, among those that the reader may see: the same that the matrix counts as proposed. */
    @Transactional
    public Optional<UUID> last(Reader reader) {
        return visible
                .page(
                        reader,
                        PLANS,
                        List.of("e.level1 is not null"),
                        Map.of(),
                        new PageRequest(1, null, "-finished"),
                        run -> run.id)
                .items()
                .stream()
                .findFirst();
    }

    /** What is stored of a plan. */
    record StoredPlan(
            RunEntity run, byte[] problem, byte[] rows, List<UUID> needIds, List<UUID> offerIds, Map<UUID, Long> usd) {}

    /** A plan that is ready already. */
    Optional<ExplainedRun> known(UUID run) {
        return Optional.ofNullable(kept.get(run));
    }

    /**
     * Reads the plan of a run.
     *
     * @throws Refusal.Conflict if it has none, or none yet
     */
    @Transactional
    public StoredPlan stored(Reader reader, UUID id) {
        RunEntity run = run(reader, id);
        byte[] rows = plans.planFile(run);
        RunSnapshotEntity snapshot = stored.snapshot(run).orElseThrow(Refusal.NotFound::new);
        Map<UUID, Long> usd = stored.rows(run).stream()
                .collect(Collectors.groupingBy(row -> row.need, Collectors.summingLong(row -> row.usd)));
        return new StoredPlan(run, plans.problemFile(run), rows, snapshot.needIds, snapshot.offerIds, usd);
    }

    /** Makes a plan ready; to be called without a transaction, as the engine works. */
    ExplainedRun ready(StoredPlan plan) {
        Problem problem;
        List<PlanRow> rows;
        try {
            problem = ProblemFile.read(new ByteArrayInputStream(plan.problem()));
            rows = PlanFile.read(new ByteArrayInputStream(plan.rows()));
        } catch (IOException e) {
            throw new UncheckedIOException("stored plan of run " + plan.run().id + " cannot be read", e);
        }
        OpenProblem open = new OpenProblem(problem);
        Explanations explanations = new Explanations(open, Plan.of(problem, rows), certificates.of(plan.run(), open));
        ExplainedRun ready = ExplainedRun.of(explanations, plan.needIds(), plan.offerIds(), plan.usd());
        kept.put(plan.run().id, ready);
        return ready;
    }
}

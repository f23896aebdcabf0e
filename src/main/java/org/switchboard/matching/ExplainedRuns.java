package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.explain.Explanations;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.matching.engine.file.ProblemFile;
import org.switchboard.offer.OfferView;
import org.switchboard.shared.Refusal;

/** Plans made ready to be explained: the last few that were asked for stay in memory, as a plan never changes. */
@Walled
@ApplicationScoped
class ExplainedRuns {

    private static final int KEPT = 4;

    private final RunRepository stored;
    private final PlanReading plans;
    private final Map<UUID, ExplainedRun> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ExplainedRun> eldest) {
            return size() > KEPT;
        }
    });

    ExplainedRuns(RunRepository stored, PlanReading plans) {
        this.stored = stored;
        this.plans = plans;
    }

    /** A run that the reader may see. */
    @Transactional
    public RunEntity run(Reader reader, UUID id) {
        return stored.run(reader, id).orElseThrow(Refusal.NotFound::new);
    }

    /**
     * What was asked of a run.
     *
     * @param supposed offers that there are only within it
     */
    record Asked(int policy, Instant began, RunAdjustments adjustments, List<OfferView> supposed) {}

    /** What was asked of a run that the reader may see, and that has begun. */
    @Transactional
    public Asked asked(Reader reader, UUID id) {
        RunEntity run = run(reader, id);
        return new Asked(run.policy, run.startedAt, RunAdjustments.of(run.adjustments), plans.supposedBy(run));
    }

    /** Those of these offers that the reader may see, and those that the run supposes. */
    @Transactional
    public Map<UUID, OfferView> offersOf(Reader reader, UUID run, Collection<UUID> ids) {
        return plans.offersOf(reader, run(reader, run), ids);
    }

    /** The last run with a plan, among those that the reader may see: the same that the matrix counts as proposed. */
    @Transactional
    public Optional<UUID> last(Reader reader) {
        return stored.lastPlan(reader).map(run -> run.id);
    }

    /**
     * A plan ready to be explained; to be called without a transaction, as the engine may work.
     *
     * @throws Refusal.NotFound if there is no such run that this reader may see
     * @throws Refusal.Conflict if it has no plan, or none yet
     */
    ExplainedRun explained(Reader reader, UUID id) {
        run(reader, id);
        ExplainedRun known = kept.get(id);
        return known == null ? ready(stored(reader, id)) : known;
    }

    /** What is stored of a plan. */
    record StoredPlan(
            RunEntity run,
            byte[] problem,
            byte[] rows,
            byte[] certificate,
            List<UUID> needIds,
            List<UUID> offerIds,
            Map<UUID, Map<UUID, Long>> usdOfMatches) {}

    /**
     * Reads the plan of a run.
     *
     * @throws Refusal.Conflict if it has none, or none yet, or nothing was kept that proves its bound
     */
    @Transactional
    public StoredPlan stored(Reader reader, UUID id) {
        RunEntity run = run(reader, id);
        byte[] rows = plans.planFile(run);
        RunSnapshotEntity snapshot = stored.snapshot(run).orElseThrow(Refusal.NotFound::new);
        Map<UUID, Map<UUID, Long>> usd = stored.rows(run).stream()
                .collect(Collectors.groupingBy(row -> row.need, Collectors.toMap(row -> row.offer, row -> row.usd)));
        byte[] certificate = plans.certificateFile(run);
        return new StoredPlan(run, plans.problemFile(run), rows, certificate, snapshot.needIds, snapshot.offerIds, usd);
    }

    private ExplainedRun ready(StoredPlan plan) {
        Problem problem;
        List<PlanRow> rows;
        Certificate certificate;
        try {
            problem = ProblemFile.read(new ByteArrayInputStream(plan.problem()));
            rows = PlanFile.read(new ByteArrayInputStream(plan.rows()));
            certificate = CertificateFile.read(new ByteArrayInputStream(plan.certificate()), problem);
        } catch (IOException e) {
            throw new UncheckedIOException("stored plan of run " + plan.run().id + " cannot be read", e);
        }
        OpenProblem open = new OpenProblem(problem);
        Explanations explanations = new Explanations(open, Plan.of(problem, rows), certificate);
        ExplainedRun ready = ExplainedRun.of(explanations, plan.needIds(), plan.offerIds(), plan.usdOfMatches());
        kept.put(plan.run().id, ready);
        return ready;
    }
}

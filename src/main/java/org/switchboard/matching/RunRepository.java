package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.switchboard.access.ItemKind;
import org.switchboard.access.Reader;
import org.switchboard.access.Sight;
import org.switchboard.access.Visible;
import org.switchboard.shared.Listing;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.SortKey;

/** Stored runs, what they read and what they suggest. */
@ApplicationScoped
class RunRepository {

    private static final Listing<RunEntity> RUNS = new Listing<>(
            RunEntity.class,
            run -> run.id,
            List.of(new SortKey<>("created", "e.createdAt", run -> run.createdAt, Instant::parse)));

    /** Runs that have a plan, by when they came to it. */
    private static final Listing<RunEntity> PLANS = new Listing<>(
            RunEntity.class,
            run -> run.id,
            List.of(new SortKey<>("finished", "e.finishedAt", run -> run.finishedAt, Instant::parse)));

    private static final int PROGRESS_KEPT = 100;
    private static final int EVENTS_BETWEEN_CLEANING = 20;

    private final Visible visible;
    private final EntityManager database;

    RunRepository(Visible visible, EntityManager database) {
        this.visible = visible;
        this.database = database;
    }

    Optional<RunEntity> run(Reader reader, UUID id) {
        return visible.one(reader, RunEntity.class, "e.id = :id", Map.of("id", id));
    }

    /** The run as it stands now, held against changes by others until the transaction ends. */
    Optional<RunEntity> runToChange(Reader reader, UUID id) {
        Optional<RunEntity> found = run(reader, id);
        found.ifPresent(run -> database.refresh(run, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** The run, held likewise, if this attempt is still the one that solves it. */
    Optional<RunEntity> underWay(Reader reader, UUID id, int attempt) {
        return runToChange(reader, id).filter(run -> run.status == RunStatus.SOLVING && run.attempt == attempt);
    }

    Page<RunView> runs(Reader reader, PageRequest page, Function<RunEntity, RunView> view) {
        return visible.page(reader, RUNS, List.of(), Map.of(), page, view);
    }

    /** The last plan of no what-if run, nor of one that failed: the one that the matrix counts as proposed. */
    Optional<RunEntity> lastPlan(Reader reader) {
        return lastPlan(reader, List.of(), Map.of());
    }

    /** The last plan, of no what-if run, that came before the end of a run. */
    Optional<RunEntity> lastPlanBefore(Reader reader, RunEntity run) {
        return run.finishedAt == null
                ? Optional.empty()
                : lastPlan(reader, List.of("e.finishedAt < :before"), Map.of("before", run.finishedAt));
    }

    private Optional<RunEntity> lastPlan(Reader reader, List<String> besides, Map<String, Object> parameters) {
        List<String> conditions =
                new ArrayList<>(List.of("e.level1 is not null", "e.whatIf = false", "e.status <> FAILED"));
        conditions.addAll(besides);
        return visible
                .page(reader, PLANS, conditions, parameters, new PageRequest(1, null, "-finished"), plan -> plan)
                .items()
                .stream()
                .findFirst();
    }

    List<RunEntity> with(Reader reader, RunStatus status) {
        return visible.all(
                reader, RunEntity.class, "e.status = :status", Map.of("status", status), "order by e.createdAt, e.id");
    }

    /** The snapshot of a run that was found before; empty until it has begun to solve. */
    Optional<RunSnapshotEntity> snapshot(RunEntity run) {
        return Optional.ofNullable(database.find(RunSnapshotEntity.class, run.id));
    }

    /** The plan of a run that was found before. */
    List<PlanRowEntity> rows(RunEntity run) {
        return database.createQuery("from PlanRowEntity where run = :run", PlanRowEntity.class)
                .setParameter("run", run.id)
                .getResultList();
    }

    /** The same as people speak of it. */
    List<Commitments.Row> planRows(RunEntity run) {
        return rows(run).stream()
                .map(row -> new Commitments.Row(row.need, row.offer, row.parts))
                .toList();
    }

    /** What proves the bound of a run that was found before; empty where it was not kept. */
    Optional<RunCertificateEntity> certificate(RunEntity run) {
        return Optional.ofNullable(database.find(RunCertificateEntity.class, run.id));
    }

    /** The best plan so far of a run that was found before. */
    Optional<RunCheckpointEntity> checkpoint(RunEntity run) {
        return Optional.ofNullable(database.find(RunCheckpointEntity.class, run.id));
    }

    /** What happened to a run after one of its events, as far as this reader may see the run. */
    List<RunEventEntity> events(Reader reader, UUID run, int after) {
        Sight sight = Sight.of(reader);
        TypedQuery<RunEventEntity> query = database.createQuery(
                "from RunEventEntity v where v.run = :run and v.number > :after and exists"
                        + " (select 1 from RunEntity e where e.id = v.run and %s) order by v.number"
                                .formatted(sight.condition("e", ItemKind.RUN)),
                RunEventEntity.class);
        query.setParameter("run", run).setParameter("after", after);
        sight.parameters(ItemKind.RUN).forEach(query::setParameter);
        return query.getResultList();
    }

    /** Of what a run told about its progress only the latest is kept. */
    void forgetOldProgress(RunEventEntity latest) {
        if (latest.number % EVENTS_BETWEEN_CLEANING == 0) {
            database.createQuery("delete from RunEventEntity where run = :run and kind = :kind and number <= :last")
                    .setParameter("run", latest.run)
                    .setParameter("kind", RunEventView.Kind.PROGRESS)
                    .setParameter("last", latest.number - PROGRESS_KEPT)
                    .executeUpdate();
        }
    }

    int removeSample(Reader reader) {
        return visible.removeSample(reader, RunEntity.class, "true");
    }

    void add(Object entity) {
        database.persist(entity);
    }

    void remove(Object entity) {
        database.remove(entity);
    }

    void flush() {
        database.flush();
    }
}

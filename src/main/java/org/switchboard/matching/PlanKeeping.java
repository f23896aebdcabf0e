package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Figures;
import org.switchboard.matching.engine.search.Ending;
import org.switchboard.matching.engine.search.Solution;

/** Stores plans: while their search is under way, and when it has ended. */
@ApplicationScoped
class PlanKeeping {

    /** One looks for the plan, the other for the bound. */
    static final int THREADS = 2;

    private final RunRepository stored;

    PlanKeeping(RunRepository stored) {
        this.stored = stored;
    }

    /** What a search has found. A resumed one may have had too little time for what an earlier one had: that is kept then. */
    void keep(RunEntity run, Outcome outcome) {
        Solution solution = outcome.solution();
        Figures figures = solution.plan().figures();
        run.bound = solution.certificate().bound();
        run.endedBy = solution.ending();
        run.steps = outcome.before().steps() + solution.steps();
        run.laps = run.resumed ? List.of() : solution.laps();
        Optional<RunCheckpointEntity> better = stored.checkpoint(run)
                .filter(kept -> Checkpoint.isBetter(kept.level1, kept.level2, figures.level1(), figures.level2()));
        if (better.isPresent()) {
            rows(run, better.get());
        } else {
            run.level1 = figures.level1();
            run.level2 = figures.level2();
            run.changedRows = changedRows(
                    run, outcome.snapshot().changedRows(solution.plan().rows()));
            PlanLines.of(outcome.snapshot(), solution.plan().rows())
                    .entities(
                            run,
                            outcome.snapshot().needIds(),
                            outcome.snapshot().offerIds())
                    .forEach(stored::add);
        }
        RunCertificateEntity certificate = new RunCertificateEntity();
        certificate.run = run.id;
        certificate.file = outcome.certificate();
        stored.add(certificate);
        ended(run);
    }

    /**
     * The checkpoint of a run that ends without its search having ended. What proves its bound is lost with the search, the
     * bound is not.
     *
     * @return whether there is one
     */
    boolean keepCheckpoint(RunEntity run) {
        Optional<RunCheckpointEntity> found = stored.checkpoint(run);
        found.ifPresent(checkpoint -> {
            run.bound = checkpoint.bound;
            run.endedBy = Ending.STOPPED;
            run.steps = checkpoint.steps;
            run.elapsedMillis = checkpoint.elapsedMillis;
            run.laps = List.of();
            rows(run, checkpoint);
            ended(run);
        });
        return found.isPresent();
    }

    private void rows(RunEntity run, RunCheckpointEntity checkpoint) {
        RunSnapshotEntity snapshot = stored.snapshot(run)
                .orElseThrow(() -> new IllegalStateException("checkpoint without snapshot: " + run.id));
        run.level1 = checkpoint.level1;
        run.level2 = checkpoint.level2;
        run.changedRows = changedRows(run, checkpoint.changedRows);
        PlanLines.of(checkpoint)
                .entities(run, snapshot.needIds, snapshot.offerIds)
                .forEach(stored::add);
    }

    private static @Nullable Integer changedRows(RunEntity run, @Nullable Integer counted) {
        return run.startFrom == null ? null : counted;
    }

    private void ended(RunEntity run) {
        run.bestLevel1 = run.level1;
        run.bestLevel2 = run.level2;
        run.bestBound = run.bound;
        run.threads = THREADS;
        stored.checkpoint(run).ifPresent(stored::remove);
    }

    /** Stores the best plan of a search that goes on, unless a better one is there. */
    void checkpoint(RunEntity run, Checkpoint best) {
        Optional<RunCheckpointEntity> found = stored.checkpoint(run);
        RunCheckpointEntity checkpoint = found.orElseGet(RunCheckpointEntity::new);
        checkpoint.attempt = run.attempt;
        checkpoint.steps = best.progress().steps();
        checkpoint.elapsedMillis = best.progress().elapsedMillis();
        checkpoint.bound = found.isPresent()
                ? Math.min(checkpoint.bound, best.progress().bound())
                : best.progress().bound();
        if (found.isEmpty()
                || Checkpoint.isBetter(best.level1(), best.level2(), checkpoint.level1, checkpoint.level2)) {
            checkpoint.level1 = best.level1();
            checkpoint.level2 = best.level2();
            checkpoint.changedRows = best.changedRows();
            best.lines().writeTo(checkpoint);
        }
        if (found.isEmpty()) {
            checkpoint.run = run.id;
            stored.add(checkpoint);
        }
    }
}

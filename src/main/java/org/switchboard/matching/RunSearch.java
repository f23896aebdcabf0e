package org.switchboard.matching;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.search.Matching;
import org.switchboard.matching.engine.search.Progress;
import org.switchboard.matching.engine.search.ProgressListener;
import org.switchboard.matching.engine.search.Solution;

/**
 * A search under way. It only notes how far it has come; another thread looks from time to time and stores that, so that the
 * search waits for no database.
 */
final class RunSearch implements ProgressListener {

    private final RunStages.Begun begun;
    private final long checkpointMillis;
    private final long start = System.nanoTime();
    private final Matching search;
    private final AtomicReference<@Nullable Noted> noted = new AtomicReference<>();
    private volatile @Nullable Progress latest;
    private long level1AtNote = Long.MIN_VALUE;
    private long level2AtNote = Long.MIN_VALUE;
    private long millisAtNote;

    /** @param checkpointInterval how long the best plan is not noted again */
    RunSearch(RunStages.Begun begun, Duration checkpointInterval) {
        this.begun = begun;
        this.checkpointMillis = checkpointInterval.toMillis();
        this.millisAtNote = -checkpointMillis;
        this.search = new Matching(begun.snapshot().problem(), begun.options(), this, this::elapsedNanos);
    }

    private record Noted(Progress progress, List<PlanRow> rows) {}

    Outcome solve() {
        Solution solution = search.solve();
        return Outcome.of(begun.snapshot(), solution, begun.before(), elapsedNanos() / 1_000_000);
    }

    void stop() {
        search.stop();
    }

    @Override
    public void progressed(Progress progress) {
        latest = inAll(progress);
    }

    @Override
    public void progressed(Progress progress, Supplier<List<PlanRow>> best) {
        progressed(progress);
        boolean isNew = progress.level1() != level1AtNote || progress.level2() != level2AtNote;
        if (isNew && progress.elapsedMillis() - millisAtNote >= checkpointMillis) {
            level1AtNote = progress.level1();
            level2AtNote = progress.level2();
            millisAtNote = progress.elapsedMillis();
            noted.set(new Noted(inAll(progress), best.get()));
        }
    }

    /** How far it has come, with the attempts before; null before it has come anywhere. */
    @Nullable
    Progress latest() {
        return latest;
    }

    /** The best plan that was noted since this was last asked. */
    Optional<Checkpoint> checkpoint() {
        Noted found = noted.getAndSet(null);
        return found == null ? Optional.empty() : Checkpoint.of(begun.snapshot(), found.rows(), found.progress());
    }

    /** The best plan of a search that has been stopped. */
    Optional<Checkpoint> checkpoint(Outcome outcome) {
        Solution solution = outcome.solution();
        Progress progress = new Progress(
                solution.plan().figures().level1(),
                solution.plan().figures().level2(),
                solution.certificate().bound(),
                solution.steps(),
                outcome.elapsedMillis());
        return Checkpoint.of(begun.snapshot(), solution.plan().rows(), inAll(progress));
    }

    private Progress inAll(Progress progress) {
        return new Progress(
                progress.level1(),
                progress.level2(),
                progress.bound(),
                begun.before().steps() + progress.steps(),
                begun.before().elapsedMillis() + progress.elapsedMillis());
    }

    private long elapsedNanos() {
        return System.nanoTime() - start;
    }
}

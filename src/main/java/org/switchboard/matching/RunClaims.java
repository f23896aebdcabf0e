package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;

/**
 * Who solves a run: the process that took it last, known by the number of its attempt. Whoever took it before writes no more.
 */
@Walled
@ApplicationScoped
class RunClaims {

    /** A run whose process was lost so often is likely the reason. */
    static final int MOST_LOST = 3;

    private final RunRepository stored;
    private final RunRecord record;
    private final PlanKeeping plans;
    private final Clock clock;

    RunClaims(RunRepository stored, RunRecord record, PlanKeeping plans, Clock clock) {
        this.stored = stored;
        this.record = record;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Takes a run that waits, or whose process was lost.
     *
     * @return the number of the attempt that now begins; empty if there is nothing left to do
     */
    @Transactional
    public Optional<Integer> take(Reader reader, UUID id) {
        return stored.runToChange(reader, id)
                .filter(run -> !run.status.isEnd())
                .filter(run -> goesOn(reader, run))
                .map(run -> begin(reader, run));
    }

    private boolean goesOn(Reader reader, RunEntity run) {
        if (run.status == RunStatus.SOLVING) {
            run.lost++;
        }
        if (run.cancelRequested) {
            endCancelled(reader, run);
            return false;
        }
        if (run.lost < MOST_LOST) {
            return true;
        }
        boolean kept = plans.keepCheckpoint(run);
        run.failure =
                "The service was lost " + run.lost + " times while it was solving this run, so it is not tried again. "
                        + (kept ? "The best plan so far is kept." : "No plan had been found.");
        record.moved(reader, run, RunStatus.FAILED, RunEventView.Kind.ENDED, run.failure);
        return false;
    }

    private int begin(Reader reader, RunEntity run) {
        boolean again = run.attempt > 0;
        String why = !again
                ? "began to solve"
                : run.status == RunStatus.SOLVING ? "taken over: its process was lost" : "taken up again";
        run.attempt++;
        if (run.startedAt == null) {
            run.startedAt = clock.instant();
        }
        record.moved(
                reader, run, RunStatus.SOLVING, again ? RunEventView.Kind.RESUMED : RunEventView.Kind.STARTED, why);
        return run.attempt;
    }

    /**
     * Gives a run back, with the best plan so far, for another process to go on from; one that somebody has cancelled ends.
     *
     * @return whether it waits for another
     */
    @Transactional
    public boolean handBack(Reader reader, UUID id, int attempt, Optional<Checkpoint> best) {
        return stored.underWay(reader, id, attempt)
                .map(run -> {
                    best.ifPresent(found -> plans.checkpoint(run, found));
                    if (run.cancelRequested) {
                        endCancelled(reader, run);
                        return false;
                    }
                    record.moved(
                            reader,
                            run,
                            RunStatus.QUEUED,
                            RunEventView.Kind.HANDED_BACK,
                            "the service stopped; another process goes on from the best plan so far");
                    return true;
                })
                .orElse(false);
    }

    private void endCancelled(Reader reader, RunEntity run) {
        boolean kept = plans.keepCheckpoint(run);
        record.moved(
                reader,
                run,
                RunStatus.CANCELLED,
                RunEventView.Kind.ENDED,
                kept ? "cancelled; the best plan so far is kept" : "cancelled");
    }
}

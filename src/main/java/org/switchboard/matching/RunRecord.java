package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.switchboard.access.Reader;
import org.switchboard.shared.Changes;

/** Moves runs along their lives: in the record of changes, and before the eyes of those who watch. */
@ApplicationScoped
class RunRecord {

    private final RunRepository stored;
    private final RunViews views;
    private final Changes changes;
    private final Clock clock;

    RunRecord(RunRepository stored, RunViews views, Changes changes, Clock clock) {
        this.stored = stored;
        this.views = views;
        this.changes = changes;
        this.clock = clock;
    }

    /** A run that came into being. */
    void queued(Reader reader, RunEntity run, CreateRun asked) {
        stored.add(run);
        stored.flush();
        tell(run, RunEventView.Kind.QUEUED, "queued");
        changes.record(Runs.ITEM, run.id, reader.name(), null, run.status, "queued", asked);
    }

    void moved(Reader reader, RunEntity run, RunStatus to, RunEventView.Kind kind, String why) {
        RunStatus from = run.status;
        run.status = from == to ? to : from.to(to);
        if (to.isEnd()) {
            run.finishedAt = clock.instant();
        }
        tell(run, kind, why);
        stored.flush();
        changes.record(Runs.ITEM, run.id, reader.name(), from, to, why, views.of(run));
    }

    /** Tells those who watch; the run is held against changes by others, so the numbers have no gaps. */
    void tell(RunEntity run, RunEventView.Kind kind, String why) {
        RunEventEntity event = new RunEventEntity();
        event.run = run.id;
        event.number = ++run.events;
        event.kind = kind;
        event.at = clock.instant();
        event.status = run.status;
        event.attempt = run.attempt;
        event.bestLevel1 = run.bestLevel1;
        event.bestLevel2 = run.bestLevel2;
        event.bestBound = run.bestBound;
        event.steps = run.steps;
        event.elapsedMillis = run.elapsedMillis;
        event.why = why;
        stored.add(event);
        stored.forgetOldProgress(event);
    }
}

package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.shared.Refusal;

/** The face of what happens to runs, for those who watch them. */
@Walled
@ApplicationScoped
public class RunEvents {

    private final RunRepository stored;
    private final RunViews views;

    RunEvents(RunRepository stored, RunViews views) {
        this.stored = stored;
        this.views = views;
    }

    /**
     * Begins to watch a run.
     *
     * @throws Refusal.NotFound if there is none that this reader may see
     */
    @Transactional
    public Watched watch(Reader reader, UUID id) {
        RunEntity run = stored.run(reader, id).orElseThrow(Refusal.NotFound::new);
        return new Watched(id, run.limitSeconds, run.status.isEnd());
    }

    /**
     * A run that is watched.
     *
     * @param limitSeconds how long it may take
     * @param ended whether it had ended already
     */
    public record Watched(UUID run, int limitSeconds, boolean ended) {}

    /**
     * What happened to a run that is watched.
     *
     * @param after the number of the last event that is known; 0 for none
     */
    @Transactional
    public List<RunEventView> after(Reader reader, Watched watched, int after) {
        return stored.events(reader, watched.run(), after).stream()
                .map(event -> views.of(event, watched.limitSeconds()))
                .toList();
    }
}

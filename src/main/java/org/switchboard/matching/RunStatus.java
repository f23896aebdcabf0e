package org.switchboard.matching;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.switchboard.shared.Refusal;

/** The life of a run. */
public enum RunStatus {
    QUEUED,
    SOLVING,
    SOLVED,
    FAILED,
    CANCELLED;

    private Set<RunStatus> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(SOLVING, FAILED, CANCELLED);
            case SOLVING -> EnumSet.of(QUEUED, SOLVED, FAILED, CANCELLED);
            case SOLVED, FAILED, CANCELLED -> EnumSet.noneOf(RunStatus.class);
        };
    }

    /** Whether a run may go from here to there. */
    public boolean leadsTo(RunStatus status) {
        return next().contains(status);
    }

    public boolean isEnd() {
        return next().isEmpty();
    }

    /** @throws Refusal.Conflict if a run's life does not lead there */
    RunStatus to(RunStatus status) {
        if (!leadsTo(status)) {
            throw new Refusal.Conflict("A run that is " + name().toLowerCase(Locale.ROOT) + " cannot become "
                    + status.name().toLowerCase(Locale.ROOT) + ".");
        }
        return status;
    }
}

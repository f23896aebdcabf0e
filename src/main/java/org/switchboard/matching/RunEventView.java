package org.switchboard.matching;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What those who watch a run are told.
 *
 * @param number of the event among those of its run, from 1; also its id in the stream
 * @param attempt how many processes have taken the run so far
 * @param why in a few words
 * @param progress how far it has come; absent before it starts
 */
@Schema(examples = """
                {"run": "0d65fbb8-86bc-4442-8551-d0eaa7ea692c", "number": 7, "kind": "PROGRESS",
                 "at": "2026-11-21T09:00:05Z", "status": "SOLVING", "attempt": 1, "why": "found a better plan or bound",
                 "progress": {"bestLevel1": 21974915, "bestLevel2": 150030, "bound": 22190011, "plansTried": 3512331,
                              "elapsedSeconds": 5.0, "secondsLeft": 5.0}}""")
public record RunEventView(
        UUID run,
        int number,
        Kind kind,
        Instant at,
        RunStatus status,
        int attempt,
        String why,
        RunView.@Nullable Progress progress) {

    /** What has happened. */
    public enum Kind {
        QUEUED,
        STARTED,
        PROGRESS,
        /** Another process goes on with it. */
        RESUMED,
        /** Its process was stopped; it waits for another. */
        HANDED_BACK,
        ENDED
    }
}

package org.switchboard.authorization;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.switchboard.authorization.Http.Answer;
import org.switchboard.authorization.Http.Question;
import org.switchboard.testing.Deadline;

/** Runs that have come to their end. */
final class SolvedRuns {

    private static final Deadline PATIENCE = Deadline.seconds(60);

    private final Http http;

    SolvedRuns(Http http) {
        this.http = http;
    }

    /** With a plan before it to be compared with, and with the prices that it began with. */
    String withAllFiles() {
        Items.need(Asker.States.THIRD, "PUBLIC", "OPEN");
        Items.offer(Asker.Codes.THIRD, "PUBLIC", "ACTIVE");
        solved(Map.of());
        String run = solved(Map.of());
        Items.run(
                "update run_snapshot s set start_prices = c.file from run_certificate c"
                        + " where c.run_id = s.run_id and s.run_id = ?",
                UUID.fromString(run));
        return run;
    }

    /** @param more than how long it takes */
    String solved(Map<String, ?> more) {
        Map<String, Object> asked = new HashMap<>(Map.of("limitSeconds", 5, "steps", 50));
        asked.putAll(more);
        Answer created = http.ask(Asker.EXPERT, Question.post("/api/v1/runs", asked));
        if (created.status() != 201) {
            throw new AssertionError(created.everything());
        }
        String id = new JsonPath(created.body()).getString("id");
        try {
            PATIENCE.until("run " + id + " is solved", () -> {
                JsonPath run = new JsonPath(http.ask(Asker.EXPERT, Question.get("/api/v1/runs/" + id))
                        .body());
                if ("FAILED".equals(run.getString("status"))) {
                    throw new AssertionError(run.getString("failure"));
                }
                return "SOLVED".equals(run.getString("status"));
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return id;
    }
}

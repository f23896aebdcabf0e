package org.switchboard.review;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.TwoProcesses;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.ServiceProcess;

/**
 * A process that is killed while it puts a plan forward: all of it is done, or nothing. {@code -Dputting.rounds=20} is the full
 * form; its table is then in {@code target/putting-forward.md}.
 */
class PuttingForwardIT {

    private static final Deadline PATIENCE = Deadline.seconds(180);
    private static final int ROUNDS = Integer.getInteger("putting.rounds", 2);

    /** About so many entries in the record of changes fill a page. */
    private static final int ROWS_TO_A_PAGE = 3;

    private static final String STANDING = " status in ('BEFORE_COMMITTEE', 'AWAITS_RECIPIENT')";

    private static TwoProcesses processes;

    @BeforeAll
    static void start() throws Exception {
        processes = new TwoProcesses();
    }

    @AfterAll
    static void stop() throws Exception {
        processes.close();
    }

    @Test
    void aPlanIsPutForwardWholeOrNotAtAll() throws Exception {
        processes.bothReady();
        String run = processes.run(Map.of("limitSeconds", 5, "seed", 1));
        PATIENCE.until(
                "it is solved",
                () -> processes.view(processes.any(), run).getString("status").equals("SOLVED"));
        int rows = count("select count(*) from plan_row where run_id = ?::uuid", run);
        assertTrue(rows > 20, "only " + rows + " rows to put forward");
        List<String> table = new ArrayList<>(List.of(
                "| round | killed after so many pages | put forward by then | rows |", "| --: | --: | --- | --: |"));
        Random random = new Random(1);
        for (int round = 1; round <= ROUNDS; round++) {
            table.add(round(run, rows, round, random.nextInt(rows / ROWS_TO_A_PAGE)));
            Files.writeString(Path.of("target", "putting-forward.md"), String.join("\n", table) + "\n");
        }
        System.out.println(String.join("\n", table));
    }

    private static String round(String run, int rows, int round, int more) throws Exception {
        processes.bothReady();
        ServiceProcess victim = processes.any();
        ServiceProcess other = processes.otherThan(victim);
        Map<String, Object> asked = new HashMap<>(Map.of("reason", "Round " + round, "supersedes", standing()));
        int before = count("select count(*) from proposal");
        int pages = pages();

        CompletableFuture<Void> put =
                CompletableFuture.runAsync(() -> putForward(victim, run, asked)).exceptionally(cut -> null);
        PATIENCE.until("so much is written", () -> put.isDone() || pages() - pages >= more);
        victim.kill();
        put.get(60, TimeUnit.SECONDS);
        processes.restart();

        boolean published = count("select count(*) from proposal") > before;
        assertWhole(run, before + (published ? rows : 0));
        if (!published) {
            asked.put("supersedes", standing());
            putForward(other, run, asked)
                    .then()
                    .statusCode(200)
                    .body("proposals", hasSize(rows))
                    .body("heldBack", hasSize(0));
            assertWhole(run, before + rows);
        }
        assertEquals(rows, count("select count(*) from proposal where" + STANDING));
        putForward(other, run, Map.of("reason", "Again"))
                .then()
                .statusCode(200)
                .body("proposals", hasSize(0))
                .body("heldBack", hasSize(rows));
        return "| %d | %d | %s | %d |".formatted(round, more, published ? "all" : "nothing", rows);
    }

    private static Response putForward(ServiceProcess service, String run, Map<String, ?> asked) {
        return processes
                .asks(service)
                .contentType("application/json")
                .body(asked)
                .post("/api/v1/runs/" + run + "/putting-forward");
    }

    /** Each proposal with its entry in the record and its notice, each pair once. */
    private static void assertWhole(String run, int proposals) throws SQLException {
        assertEquals(proposals, count("select count(*) from proposal where run_id = ?::uuid", run));
        assertEquals(proposals, count("select count(*) from change where item = 'proposal' and from_status is null"));
        assertEquals(proposals, count("select count(*) from outbox where kind = 'PROPOSAL_BEFORE_COMMITTEE'"));
        assertEquals(
                count("select count(*) from proposal where" + STANDING),
                count("select count(distinct (need_id, offer_id)) from proposal where" + STANDING),
                "nobody is asked twice");
        assertEquals(
                count("select count(*) from proposal where status = 'SUPERSEDED'"),
                count("select count(*) from change where item = 'proposal' and to_status = 'SUPERSEDED'"));
    }

    private static List<String> standing() throws SQLException {
        String ids = processes.value("select string_agg(id::text, ' ') from proposal where" + STANDING);
        return ids.equals("null") ? List.of() : List.of(ids.split(" "));
    }

    /** Pages of the record of changes; they grow with a transaction that is not over yet as well. */
    private static int pages() throws SQLException {
        return count("select pg_relation_size('change') / current_setting('block_size')::int");
    }

    private static int count(String sql, Object... values) throws SQLException {
        return Integer.parseInt(processes.value(sql, values));
    }
}

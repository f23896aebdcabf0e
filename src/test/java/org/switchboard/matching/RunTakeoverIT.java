package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.verification.Verifier;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.EventReader;
import org.switchboard.testing.EventReader.Event;
import org.switchboard.testing.ServiceProcess;

/**
 * Runs of two processes on one database, one of which is killed, frozen or stopped while it solves. {@code
 * -Dtakeover.rounds=20} is the full form; its table is then in {@code target/takeover.md}.
 */
class RunTakeoverIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Deadline PATIENCE = Deadline.seconds(180);
    private static final int ROUNDS = Integer.getInteger("takeover.rounds", 2);
    private static final Map<String, Object> SHORT = Map.of("limitSeconds", 10, "seed", 1);

    private static TwoProcesses processes;

    @BeforeAll
    static void start() throws Exception {
        processes = new TwoProcesses();
    }

    @AfterAll
    static void stop() throws Exception {
        processes.close();
    }

    @BeforeEach
    void bothReady() throws Exception {
        processes.bothReady();
    }

    @Test
    void aRunWhoseProcessIsKilledIsTakenOverAndGoesOnFromItsBestPlan() throws Exception {
        List<String> table = new ArrayList<>(List.of(
                "| round | level 1 when killed | taken over after, s | level 1 at the end | proven gap, % | matches"
                        + " | solving time, s |",
                "| --: | --: | --: | --: | --: | --: | --: |"));
        for (int round = 1; round <= ROUNDS; round++) {
            processes.bothReady();
            table.add(round(round));
            Files.writeString(Path.of("target", "takeover.md"), String.join("\n", table) + "\n");
        }
        System.out.println(String.join("\n", table));
    }

    private String round(int round) throws Exception {
        String run = processes.run(SHORT);
        ServiceProcess victim = processes.solving(run);
        ServiceProcess other = processes.otherThan(victim);
        List<Event> before = EventReader.at(victim.port(), processes.token(), run)
                .until(event -> event.name().equals("PROGRESS"));
        long level1 = Long.parseLong(processes.value("select level1 from run_checkpoint where run_id = ?::uuid", run));

        Instant killed = Instant.now();
        victim.kill();
        processes.restart();
        int last = Integer.parseInt(before.get(before.size() - 1).id());
        List<Event> after =
                EventReader.at(other.port(), processes.token(), run).after(last).toTheEnd();

        List<Integer> numbers =
                after.stream().map(event -> Integer.parseInt(event.id())).toList();
        assertEquals(numbers.stream().sorted().distinct().toList(), numbers, "each event once, in order");
        assertEquals(last + 1, numbers.get(0));
        Event resumed = after.stream()
                .filter(event -> event.name().equals("RESUMED"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(after.toString()));
        assertEquals(
                1, after.stream().filter(event -> event.name().equals("ENDED")).count());
        JsonPath view = assertSolved(other, run, level1);
        double seconds =
                Duration.between(killed, Instant.parse(node(resumed).get("at").asText()))
                                .toMillis()
                        / 1000.0;
        return String.format(
                Locale.ROOT,
                "| %d | %,d | %.1f | %,d | %.2f | %d | %.1f |",
                round,
                level1,
                seconds,
                view.getLong("result.level1"),
                view.getDouble("result.gapPercent"),
                Integer.parseInt(processes.value("select count(*) from plan_row where run_id = ?::uuid", run)),
                view.getDouble("progress.elapsedSeconds"));
    }

    /** It was thought dead, and comes back: the run is another's then. */
    @Test
    void aProcessThatWasFrozenWritesNotOverTheOneThatTookOver() throws Exception {
        String run = processes.run(Map.of("limitSeconds", 40, "seed", 1));
        ServiceProcess frozen = processes.solving(run);
        ServiceProcess other = processes.otherThan(frozen);
        long level1 = Long.parseLong(processes.value("select level1 from run_checkpoint where run_id = ?::uuid", run));
        TwoProcesses.signal("STOP", frozen);
        try {
            PATIENCE.until("it is taken over", () -> processes.view(other, run).getInt("attempts") == 2);
        } finally {
            TwoProcesses.signal("CONT", frozen);
        }

        PATIENCE.until("it notices that the run is another's", () -> frozen.said()
                .contains("Another process has taken over " + run));
        assertEquals("SOLVING", processes.view(other, run).getString("status"), "and ends its own search alone");
        assertSolved(other, run, level1);
        assertEquals(2, processes.view(frozen, run).getInt("attempts"));
    }

    @Test
    void aProcessThatIsStoppedHandsItsRunToTheOther() throws Exception {
        String run = processes.run(SHORT);
        ServiceProcess stopped = processes.solving(run);
        ServiceProcess other = processes.otherThan(stopped);
        long level1 = Long.parseLong(processes.value("select level1 from run_checkpoint where run_id = ?::uuid", run));

        stopped.stop();
        List<Event> events =
                EventReader.at(other.port(), processes.token(), run).toTheEnd();

        List<String> names = events.stream()
                .map(Event::name)
                .filter(name -> !name.equals("PROGRESS"))
                .toList();
        assertEquals(List.of("QUEUED", "STARTED", "HANDED_BACK", "RESUMED", "ENDED"), names);
        assertSolved(other, run, level1);
        assertTrue(!stopped.said().contains("ERROR"), stopped.said());
    }

    @Test
    void aRunIsCancelledThroughAnyProcess() throws Exception {
        String run = processes.run(Map.of("limitSeconds", 600));
        ServiceProcess solving = processes.solving(run);
        ServiceProcess other = processes.otherThan(solving);

        processes
                .asks(other)
                .post("/api/v1/runs/" + run + "/cancellation")
                .then()
                .statusCode(200);

        PATIENCE.until(
                "it has ended",
                () -> processes.view(other, run).getString("status").equals("CANCELLED"));
        assertEquals(1, processes.view(other, run).getInt("attempts"));
        verified(other, run);
    }

    private JsonPath assertSolved(ServiceProcess service, String run, long atLeast) throws Exception {
        PATIENCE.until(
                "run " + run + " is solved",
                () -> processes.view(service, run).getString("status").equals("SOLVED"));
        JsonPath view = processes.view(service, run);
        assertEquals(2, view.getInt("attempts"));
        assertTrue(view.getBoolean("resumed"));
        assertNull(view.get("result.laps"));
        assertTrue(view.getLong("result.level1") >= atLeast, "no worse than what was stored");
        assertEquals(
                "1",
                processes.value(
                        "select count(*) from change where item = 'run' and item_id = ?::uuid and to_status = 'SOLVED'",
                        run),
                "it is solved once");
        verified(service, run);
        PATIENCE.until("its job is done", () -> processes
                .value("select count(*) from scheduled_tasks where task_instance = ?", run)
                .equals("0"));
        return view;
    }

    /** By other code than found the plan. */
    private static void verified(ServiceProcess service, String run) throws Exception {
        Verifier.Verdict verdict =
                Verifier.verify(processes.file(service, run, "problem"), processes.file(service, run, "plan-file"));
        assertEquals(List.of(), verdict.violations());
        assertEquals(processes.view(service, run).getLong("result.level1"), verdict.level1());
    }

    private static JsonNode node(Event event) throws Exception {
        return JSON.readTree(event.data());
    }
}

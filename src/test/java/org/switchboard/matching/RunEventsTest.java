package org.switchboard.matching;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchboard.access.Reader;
import org.switchboard.testing.AsService;
import org.switchboard.testing.EventReader;
import org.switchboard.testing.EventReader.Event;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** What those who watch a run are told, and the order in which waiting runs are solved. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunEventsTest {

    private static final Map<String, Object> LONG = Map.of("limitSeconds", 600, "policy", 1, "priority", "URGENT");

    @Inject
    ObjectMapper json;

    @Inject
    RunRepository stored;

    @Inject
    RunRecord record;

    @Inject
    Runs runs;

    @Inject
    RunEvents events;

    @Test
    void aStreamTellsFromTheQueueToTheEndAndEndsThere() throws Exception {
        RunWorld.ofChoices();
        String run = RunWorld.start(Map.of("limitSeconds", 3, "policy", 1));

        List<Event> told = EventReader.of(run).toTheEnd();

        assertEquals(
                IntStream.rangeClosed(1, told.size())
                        .mapToObj(Integer::toString)
                        .toList(),
                told.stream().map(Event::id).toList());
        assertEquals("QUEUED", told.get(0).name());
        assertEquals("STARTED", told.get(1).name());
        assertEquals("PROGRESS", told.get(2).name());
        assertEquals("ENDED", told.get(told.size() - 1).name());
        JsonNode last = json.readTree(told.get(told.size() - 1).data());
        assertEquals("SOLVED", last.get("status").asText());
        assertEquals(run, last.get("run").asText());
        assertEquals(
                RunWorld.run(run).getLong("result.level1"),
                last.get("progress").get("bestLevel1").asLong());
    }

    @Test
    void whoComesBackIsToldWhatCameSince() throws Exception {
        RunWorld.ofChoices();
        String run = RunWorld.solved(Map.of("limitSeconds", 1, "policy", 1)).getString("id");
        List<Event> all = EventReader.of(run).toTheEnd();

        assertEquals(all.subList(2, all.size()), EventReader.of(run).after(2).toTheEnd());
        assertEquals(List.of(), EventReader.of(run).after(all.size()).toTheEnd(), "and the stream ends");
    }

    @Test
    void aStreamThatHasNothingToTellShowsThatItLives() throws Exception {
        String running = RunWorld.startLong(LONG);
        RunWorld.await(running, RunStatus.SOLVING);
        String waiting = RunWorld.start(Map.of("limitSeconds", 1, "policy", 1));

        assertEquals("still here", EventReader.of(waiting).after(1).firstComment());

        RunWorld.cancel(waiting).then().statusCode(200);
        RunWorld.cancel(running).then().statusCode(200);
        RunWorld.await(running, RunStatus.CANCELLED);
        List<Event> told = EventReader.of(waiting).toTheEnd();
        assertEquals(List.of("QUEUED", "ENDED"), told.stream().map(Event::name).toList());
    }

    @Test
    void whatCannotBeANumberOfAnEventIsRefused() {
        String run = RunWorld.start(Map.of("limitSeconds", 1, "policy", 1));
        given().header("Last-Event-ID", "soon")
                .get("/api/v1/runs/" + run + "/events")
                .then()
                .statusCode(400);
    }

    @Test
    void ofTheProgressOnlyTheLatestIsKept() throws Exception {
        String id = RunWorld.solved(Map.of("limitSeconds", 1, "policy", 1)).getString("id");
        UUID run = UUID.fromString(id);
        AsService.run(() -> {
            RunEntity entity = stored.runToChange(Reader.system(), run).orElseThrow();
            for (int i = 0; i < 400; i++) {
                record.tell(entity, RunEventView.Kind.PROGRESS, "for a test");
            }
        });

        List<RunEventView> told = events.after(Reader.system(), new RunEvents.Watched(run, 1, true), 0);
        assertTrue(told.size() < 140, told.size() + " events");
        assertEquals(RunEventView.Kind.QUEUED, told.get(0).kind(), "what is no progress stays");
        assertTrue(told.stream().anyMatch(event -> event.kind() == RunEventView.Kind.ENDED));
    }

    /** The one place for solving is taken while they are queued. */
    @Test
    void whatIsUrgentIsSolvedFirstAndWhatIfRunsLast() throws Exception {
        RunWorld.ofChoices();
        String running = RunWorld.startLong(LONG);
        RunWorld.await(running, RunStatus.SOLVING);
        Map<String, Object> quick = Map.of("limitSeconds", 1, "policy", 1);
        String supposed = RunWorld.start(Map.of("limitSeconds", 1, "whatIf", Map.of("name", "Later")));
        String first = RunWorld.start(quick);
        String second = RunWorld.start(quick);
        String urgent = RunWorld.start(Map.of("limitSeconds", 1, "policy", 1, "priority", "URGENT"));
        assertEquals("LOW", RunWorld.run(supposed).getString("priority"));
        assertEquals("NORMAL", RunWorld.run(first).getString("priority"));
        assertEquals("QUEUED", RunWorld.run(urgent).getString("status"), "one at a time");

        RunWorld.cancel(running).then().statusCode(200);
        RunWorld.await(supposed, RunStatus.SOLVED);

        List<String> order = List.of(urgent, first, second, supposed);
        List<String> starts = order.stream()
                .map(run -> RunWorld.run(run).getString("startedAt"))
                .toList();
        assertEquals(starts.stream().sorted().toList(), starts);
    }

    /** The request that queues a run and the job to solve it are one: where the one fails there is no other. */
    @Test
    void aRunIsNeverWithoutItsJob() {
        UUID[] queued = new UUID[1];
        try {
            AsService.run(() -> {
                queued[0] = runs.create(Reader.system(), CreateRun.ofSeconds(1)).id();
                throw new IllegalStateException("after it was queued");
            });
        } catch (IllegalStateException expected) {
            assertEquals("after it was queued", expected.getMessage());
        }
        assertEquals(
                "0",
                People.value("select count(*) from scheduled_tasks where task_instance = ?", queued[0].toString()));
    }

    @Test
    void theProgressOfAnAttemptIsToldWhereItIsNews() throws Exception {
        RunWorld.ofChoices();
        String run = RunWorld.startLong(LONG);
        RunWorld.await(run, RunStatus.SOLVING);
        EventReader.of(run).until(event -> event.name().equals("PROGRESS"));
        RunWorld.cancel(run).then().statusCode(200);
        List<Event> told = EventReader.of(run).toTheEnd();
        JsonNode before = null;
        for (Event event : told) {
            JsonNode now = json.readTree(event.data());
            if (event.name().equals("PROGRESS")) {
                assertTrue(before == null || !before.get("progress").equals(now.get("progress")));
                before = now;
            }
        }
        assertEquals(
                "CANCELLED",
                json.readTree(told.get(told.size() - 1).data()).get("status").asText());
    }
}

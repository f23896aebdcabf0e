package org.switchboard.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.importCsv;
import static org.switchboard.testing.Api.newRequest;
import static org.switchboard.testing.Api.post;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.Body;
import org.switchboard.testing.Csv;
import org.switchboard.testing.PlainRequest;
import org.switchboard.testing.PostgresResource;

/** What people send, and what opens the service to them, is in no line of the log; a failure is, under its request. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class LeakingTest {

    private static final String CANARY = "canary7d1f2c";

    private final Queue<ExtLogRecord> log = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                ExtLogRecord kept = ExtLogRecord.wrap(line);
                kept.copyAll();
                log.add(kept);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Fails as features fail. */
    @PermitAll
    @Path("/test/leaking")
    public static class Leaking {

        private final EntityManager entities;
        private final AgroalDataSource pool;

        Leaking(EntityManager entities, AgroalDataSource pool) {
            this.entities = entities;
            this.pool = pool;
        }

        @GET
        @Path("failure")
        public String failure() {
            throw new IllegalStateException("the pump is broken");
        }

        @GET
        @Path("refused")
        @Transactional
        public String refused(@QueryParam("value") String value) {
            return String.valueOf(entities.createNativeQuery("create temp table t (v text unique) on commit drop")
                            .executeUpdate()
                    + entities.createNativeQuery("insert into t values (:v), (:v)")
                            .setParameter("v", value)
                            .executeUpdate());
        }

        @GET
        @Path("refused-batch")
        public String refusedBatch(@QueryParam("value") String value) throws SQLException {
            try (Connection connection = pool.getConnection();
                    PreparedStatement insert =
                            connection.prepareStatement("insert into no_such_table (v, w) values (?, ?)")) {
                for (int row = 0; row < 2; row++) {
                    insert.setString(1, value);
                    insert.setString(2, value);
                    insert.addBatch();
                }
                return String.valueOf(insert.executeBatch().length);
            }
        }
    }

    /** Fails outside all resources. */
    @ApplicationScoped
    static class FailingRoute {
        void route(@Observes Router router) {
            router.get("/test/failing-route").handler(FailingRoute::fail);
        }

        private static void fail(RoutingContext request) {
            throw new IllegalStateException("the valve is stuck");
        }
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void nothingThatWasSentIsInTheLog() throws IOException {
        given().header("Authorization", "Bearer " + CANARY).get("/api/v1/needs");
        given().header("Authorization", "Basic " + CANARY).get("/api/v1/needs");
        given().header("Authorization", CANARY).get("/test/leaking/failure?token=" + CANARY);
        given().header("Cookie", "session=" + CANARY).get("/test/failing-route?token=" + CANARY);
        given().header("X-Request-Id", CANARY + "\n").get("/api/v1/needs?sort=" + CANARY);
        PlainRequest.get("/api/v1/needs/%zz?token=" + CANARY);
        String needs = newRequest("KEN") + "/needs";
        for (String body : List.of(
                CANARY,
                "{\"title\": \"" + CANARY,
                "{\"title\": [\"" + CANARY + "\"]}",
                "{\"from\": \"" + CANARY + "\"}",
                "{\"" + CANARY + "\": 1}",
                "{\"priority\": \"" + CANARY + "\"}")) {
            assertEquals(400, post(needs, body).statusCode(), body);
        }
        assertEquals(
                422,
                post(needs, Body.need("n").with("theme", CANARY).with("title", CANARY.repeat(100)))
                        .statusCode());
        importCsv("needs", "?mode=all", Csv.needs().row("r", "theme", CANARY, "cost_usd", CANARY));
        for (String path : List.of("refused", "refused-batch")) {
            int status =
                    given().get("/test/leaking/" + path + "?value=" + CANARY).statusCode();
            assertTrue(status >= 400, path + " answered " + status);
        }

        assertTrue(log.stream().anyMatch(line -> words(line).contains("no_such_table")), "the log was listened to");
        assertEquals(
                List.of(),
                log.stream()
                        .map(LeakingTest::words)
                        .filter(words -> words.contains(CANARY))
                        .toList());
    }

    @Test
    void failureIsInTheLogUnderItsRequestAndNotInTheAnswer() {
        fails("/test/leaking/failure", "the pump is broken", "pump-0001");
        fails("/test/failing-route", "the valve is stuck", "valve-0001");
        fails("/test/leaking/refused-batch?value=" + CANARY, "no_such_table", "batch-0001");
    }

    private void fails(String path, String cause, String id) {
        given().header("X-Request-Id", id)
                .get(path)
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .header("X-Request-Id", id)
                .body("requestId", equalTo(id))
                .body("title", equalTo("Internal Server Error"))
                .body(not(containsString(cause)))
                .body(not(containsString(CANARY)))
                .body(not(containsString("Exception")));
        assertTrue(
                log.stream()
                        .anyMatch(line -> id.equals(line.getMdc(RequestIds.NAME))
                                && words(line).contains(cause)),
                () -> "no line about " + id + " in "
                        + log.stream().map(LeakingTest::words).toList());
    }

    /** All that could be written of a line. */
    private static String words(ExtLogRecord line) {
        StringWriter words = new StringWriter();
        words.append(line.getLoggerName())
                .append(' ')
                .append(line.getFormattedMessage())
                .append(' ');
        words.append(String.valueOf(line.getMdcCopy())).append(' ');
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(words, true));
        }
        return words.toString();
    }
}

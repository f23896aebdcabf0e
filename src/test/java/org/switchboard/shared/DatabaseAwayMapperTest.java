package org.switchboard.shared;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class DatabaseAwayMapperTest {

    /** What a person is promised, in milliseconds. */
    private static final long PATIENCE = 3000;

    /** Fails as features fail. */
    @Path("/test/failing")
    @PermitAll
    public static class Failing {

        private final AgroalDataSource pool;

        Failing(AgroalDataSource pool) {
            this.pool = pool;
        }

        @GET
        @Path("unless-the-database-answers")
        public String unlessTheDatabaseAnswers() throws SQLException {
            return single("select pg_backend_pid()");
        }

        @GET
        @Path("long-statement")
        public String longStatement() throws SQLException {
            return single("select pg_sleep(25)");
        }

        @GET
        @Path("long-statements-running")
        public String longStatementsRunning() throws SQLException {
            return single("select count(*) from pg_stat_activity where query = 'select pg_sleep(25)'");
        }

        private String single(String query) throws SQLException {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }

        @GET
        @Path("database-away")
        public String databaseAway() {
            throw new IllegalStateException(new SQLException("gone", "08006"));
        }

        @GET
        @Path("statement-refused")
        public String statementRefused() throws SQLException {
            throw new SQLException("refused", "22012");
        }

        @GET
        @Path("teapot")
        public String teapot() {
            throw new WebApplicationException(418);
        }
    }

    @Test
    void saysThatTheDatabaseIsAwayAndWhenToComeBack() {
        when().get("/test/failing/database-away")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("urn:switchboard:problem:database-away"))
                .body("status", equalTo(503))
                .body("instance", equalTo("/test/failing/database-away"));
    }

    @Test
    void doesNotLetAnyoneWaitForADatabaseThatIsFrozen() throws Exception {
        ProcessHandle postgres = postgres();
        CompletableFuture<Response> underWay =
                CompletableFuture.supplyAsync(() -> when().get("/test/failing/long-statement"));
        Deadline.seconds(10).until("the statement runs", () -> when().get("/test/failing/long-statements-running")
                .asString()
                .equals("1"));
        try {
            signal("STOP", postgres);
            when().get("/test/failing/unless-the-database-answers")
                    .then()
                    .time(lessThan(PATIENCE))
                    .statusCode(503)
                    .header("Retry-After", "5");
            when().get("/q/health/ready").then().time(lessThan(PATIENCE)).statusCode(503);
            when().get("/q/health/live").then().statusCode(200);
            assertEquals(503, underWay.get(0, TimeUnit.SECONDS).statusCode(), "long before its statement would end");
        } finally {
            signal("CONT", postgres);
        }
        Deadline.seconds(30)
                .until(
                        "normal again",
                        () -> when().get("/test/failing/unless-the-database-answers")
                                        .statusCode()
                                == 200);
        when().get("/q/health/ready").then().statusCode(200);
    }

    /** The first process of the server, found from the one that serves a connection. */
    private static ProcessHandle postgres() {
        String backend = when().get("/test/failing/unless-the-database-answers").asString();
        return ProcessHandle.of(Long.parseLong(backend))
                .flatMap(ProcessHandle::parent)
                .orElseThrow();
    }

    private static void signal(String name, ProcessHandle postgres) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(postgres.pid())));
        postgres.children().map(child -> Long.toString(child.pid())).forEach(command::add);
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
    }

    @Test
    void leavesOtherFailuresToOthers() {
        when().get("/test/failing/statement-refused")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", not(equalTo("urn:switchboard:problem:database-away")));
        when().get("/test/failing/teapot").then().statusCode(418);
    }
}

package org.switchboard.shared;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class DatabaseAwayMapperTest {

    /** Fails as features fail. */
    @Path("/test/failing")
    public static class Failing {

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
    void leavesOtherFailuresToOthers() {
        when().get("/test/failing/statement-refused")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", not(equalTo("urn:switchboard:problem:database-away")));
        when().get("/test/failing/teapot").then().statusCode(418);
    }
}

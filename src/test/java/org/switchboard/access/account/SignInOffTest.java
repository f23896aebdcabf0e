package org.switchboard.access.account;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.Caller;
import org.switchboard.testing.NobodyByDefault;
import org.switchboard.testing.PostgresResource;

/** Nothing of a provider is there unless it is set: the service starts without one, and takes nobody's word. */
@NobodyByDefault
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SignInOffTest {

    /** {@code {"alg":"none"}} and {@code {"sub":"somebody"}}. */
    private static final String JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzb21lYm9keSJ9.";

    @Inject
    SignInWays ways;

    @Test
    void passwordsAreTheWay() {
        assertTrue(ways.passwords());
        assertFalse(ways.provider());
        problem(Caller.everyone().asks().accept("text/html").get("/api/v1/sign-in"), 404, "not-found");
    }

    @Test
    void tokensOfOthersAreNoGood() {
        problem(given().header("Authorization", "Bearer " + JWT).get("/api/v1/needs"), 401, "unauthenticated");
    }

    @Test
    void whatAProviderWouldHaveLeftInABrowserIsNothing() {
        Caller.everyone()
                .asks()
                .header("Cookie", "q_session=" + JWT + "; q_auth_1=1")
                .get("/test/doors/open")
                .then()
                .statusCode(200);
    }
}

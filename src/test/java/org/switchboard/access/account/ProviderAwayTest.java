package org.switchboard.access.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.NobodyByDefault;
import org.switchboard.testing.PostgresResource;

/** People sign in through a provider of identities that cannot be reached. */
@NobodyByDefault
@QuarkusTest
@TestProfile(ProviderAwayTest.NobodyListens.class)
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ProviderAwayTest {

    public static class NobodyListens implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.tenant-enabled", "true",
                    "quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/switchboard",
                    "quarkus.oidc.credentials.secret", "only for tests, 32 characters long");
        }
    }

    @Test
    void browserIsToldToComeBack() {
        isAway(given().redirects().follow(false).get("/api/v1/sign-in"));
    }

    @Test
    void tokenOfTheProviderIsNeitherGoodNorBad() {
        String token = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImtleSJ9.eyJpc3MiOiJzb21lYm9keSJ9.c2lnbmF0dXJl";
        isAway(given().header("Authorization", "Bearer " + token).get("/api/v1/needs"));
    }

    @Test
    void thePublicIsServedAllTheSame() {
        given().get("/api/v1/matrix").then().statusCode(200);
    }

    private static void isAway(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", "15")
                .body("type", equalTo("urn:switchboard:problem:provider-away"))
                .body("detail", containsString("cannot be reached"));
    }
}

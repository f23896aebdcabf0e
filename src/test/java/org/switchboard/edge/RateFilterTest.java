package org.switchboard.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.problem;

import io.quarkus.security.credential.Credential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.Permission;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.PostgresResource;

/** Limits so low that a test reaches them, behind a proxy that says for whom it asks, with one site let in. */
@QuarkusTest
@TestProfile(RateFilterTest.LowLimits.class)
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RateFilterTest {

    public static class LowLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "switchboard.rates.anonymous-per-minute", "3",
                    "switchboard.rates.account-per-minute", "5",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.cors.enabled", "true",
                    "quarkus.http.cors.origins", "https://partner.example");
        }
    }

    /** Stands for sign-in, in its place: who is named in a header is signed in. */
    @ApplicationScoped
    static class SignIn {
        void filter(@Observes Filters filters) {
            filters.register(SignIn::signIn, 200);
        }

        private static void signIn(RoutingContext request) {
            String name = request.request().getHeader("X-Test-Account");
            if (name != null) {
                request.setUser(new QuarkusHttpUser(new Account(name)));
            }
            request.next();
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        assertEquals(3, answeredOf(10, "192.0.2.1", null));
        Response refused = ask("192.0.2.1", null);
        problem(refused, 429, "too-many-requests")
                .body("requestId", equalTo(refused.header("X-Request-Id")))
                .header("X-Content-Type-Options", "nosniff");
        int seconds = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= 20, "three a minute: " + seconds);
    }

    @Test
    void everyAddressCountsForItself() {
        assertEquals(3, answeredOf(10, "192.0.2.2", null));
        assertEquals(3, answeredOf(10, "192.0.2.3", null));
        assertEquals(3, answeredOf(5, "2001:db8:5:5::1", null));
        assertEquals(0, answeredOf(5, "2001:db8:5:5::2", null), "of the same network");
    }

    @Test
    void everyAccountCountsForItselfWhereverItComesFrom() {
        assertEquals(5, answeredOf(5, "192.0.2.4", "focal-point"));
        assertEquals(0, answeredOf(5, "192.0.2.5", "focal-point"));
        assertEquals(5, answeredOf(10, "192.0.2.4", "provider"), "from an address that another account uses");
        assertEquals(3, answeredOf(10, "192.0.2.4", null));
    }

    @Test
    void platformIsAlwaysToldWhetherTheServiceLives() {
        assertEquals(3, answeredOf(5, "192.0.2.6", null));
        for (int i = 0; i < 5; i++) {
            given().header("X-Forwarded-For", "192.0.2.6")
                    .get("/q/health/live")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void siteThatIsLetInMayReadAndOthersMayNot() {
        assertEquals("https://partner.example", preflight("https://partner.example"));
        assertEquals(null, preflight("https://elsewhere.example"));
    }

    private static String preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .options("/api/v1/needs")
                .header("Access-Control-Allow-Origin");
    }

    private static long answeredOf(int requests, String address, String account) {
        return IntStream.range(0, requests)
                .filter(i -> ask(address, account).statusCode() == 200)
                .count();
    }

    private static Response ask(String address, String account) {
        var request = given().header("X-Forwarded-For", address);
        return (account == null ? request : request.header("X-Test-Account", account)).get("/api/v1/stages");
    }

    private record Account(String name) implements SecurityIdentity {
        @Override
        public Principal getPrincipal() {
            return () -> name;
        }

        @Override
        public boolean isAnonymous() {
            return false;
        }

        @Override
        public Set<String> getRoles() {
            return Set.of();
        }

        @Override
        public boolean hasRole(String role) {
            return false;
        }

        @Override
        public <T extends Credential> T getCredential(Class<T> type) {
            return null;
        }

        @Override
        public Set<Credential> getCredentials() {
            return Set.of();
        }

        @Override
        public <T> T getAttribute(String attribute) {
            return null;
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Uni<Boolean> checkPermission(Permission permission) {
            return Uni.createFrom().item(false);
        }
    }
}

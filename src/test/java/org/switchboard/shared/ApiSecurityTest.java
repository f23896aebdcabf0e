package org.switchboard.shared;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.PostgresResource;

/** The OpenAPI document says which operations need a caller who is known. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ApiSecurityTest {

    private static final Map<String, List<String>> TOKEN = Map.of("token", List.of());
    private static final Map<String, List<String>> SESSION = Map.of("session", List.of());
    private static final Map<String, List<String>> NOTHING = Map.of();

    @Test
    void operationsSayWhetherTheyAreForEveryone() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("components.securitySchemes.token.scheme", equalTo("bearer"))
                .body("components.securitySchemes.session.in", equalTo("cookie"))
                .body("paths.'/api/v1/accounts'.get.security", equalTo(List.of(TOKEN, SESSION)))
                .body("paths.'/api/v1/sessions'.get.security", equalTo(List.of(TOKEN, SESSION)))
                .body("paths.'/api/v1/sessions'.post.security", equalTo(List.of(NOTHING, TOKEN, SESSION)));
    }
}

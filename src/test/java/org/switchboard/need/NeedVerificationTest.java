package org.switchboard.need;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.switchboard.testing.Api.BASE;
import static org.switchboard.testing.Api.get;
import static org.switchboard.testing.Api.newNeed;
import static org.switchboard.testing.Api.tagOf;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class NeedVerificationTest {

    private static Response verify(String need, String tag, String body) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .post(BASE + need + "/verification");
    }

    @Test
    void theExpertsPriorityStandsBesideTheStatesOwnAndIsOnRecord() {
        String need = newNeed("KEN");
        get(need).then().body("verifiedPriority", nullValue());
        String stated = get(need).path("priority");
        verify(need, tagOf(need), "{\"priority\": \"CRITICAL\", \"reason\": \"Seen on the visit.\"}")
                .then()
                .statusCode(200)
                .body("verifiedPriority", equalTo("CRITICAL"))
                .body("priority", equalTo(stated));
        get(need + "/changes").then().body("why[1]", equalTo("Seen on the visit."));
    }

    @Test
    void aStaleOrReasonlessOrLateVerificationIsRefused() {
        String need = newNeed("KEN");
        verify(need, "\"99\"", "{\"priority\": \"LOW\", \"reason\": \"r\"}")
                .then()
                .statusCode(412);
        verify(need, tagOf(need), "{\"priority\": \"LOW\"}")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/reason"));
        given().contentType(ContentType.JSON)
                .header("If-Match", tagOf(need))
                .body("{\"reason\": \"financed elsewhere\"}")
                .post(BASE + need + "/withdrawal")
                .then()
                .statusCode(200);
        verify(need, tagOf(need), "{\"priority\": \"LOW\", \"reason\": \"r\"}")
                .then()
                .statusCode(409);
    }
}

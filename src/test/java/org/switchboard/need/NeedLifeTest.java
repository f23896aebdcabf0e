package org.switchboard.need;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.switchboard.testing.Api.get;
import static org.switchboard.testing.Api.move;
import static org.switchboard.testing.Api.newNeed;
import static org.switchboard.testing.Api.problem;
import static org.switchboard.testing.Api.put;
import static org.switchboard.testing.Api.tagOf;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.testing.Body;
import org.switchboard.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class NeedLifeTest {

    private static final List<String> WITH_REASON = List.of("return", "withdrawal");

    @Test
    void needGoesItsWayAndEachStepIsRecorded() {
        String need = newNeed("KEN");
        step(need, "submission").then().statusCode(200).body("status", equalTo("SUBMITTED"));
        step(need, "return").then().statusCode(200).body("status", equalTo("RETURNED"));
        step(need, "submission").then().statusCode(200);
        step(need, "acknowledgement").then().statusCode(200).body("status", equalTo("ACKNOWLEDGED"));
        step(need, "opening")
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .header("ETag", "\"5\"");
        step(need, "withdrawal").then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        get(need + "/changes")
                .then()
                .statusCode(200)
                .body(
                        "from",
                        contains(
                                nullValue(),
                                equalTo("DRAFT"),
                                equalTo("SUBMITTED"),
                                equalTo("RETURNED"),
                                equalTo("SUBMITTED"),
                                equalTo("ACKNOWLEDGED"),
                                equalTo("OPEN")))
                .body(
                        "to",
                        contains("DRAFT", "SUBMITTED", "RETURNED", "SUBMITTED", "ACKNOWLEDGED", "OPEN", "WITHDRAWN"))
                .body("why[2]", startsWith("because of return"))
                .body("why[6]", equalTo("because of withdrawal"))
                .body("who", everyItem(endsWith("@people.example")))
                .body("at", everyItem(containsString("T")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            DRAFT,        'submission withdrawal'
            SUBMITTED,    'acknowledgement return withdrawal'
            RETURNED,     'submission withdrawal'
            ACKNOWLEDGED, 'opening withdrawal'
            OPEN,         'withdrawal'
            WITHDRAWN,    ''
            """)
    void everyStepThatLifeDoesNotKnowIsRefusedAndChangesNothing(String status, String legal) {
        for (String step : List.of("submission", "acknowledgement", "opening", "return", "withdrawal")) {
            String need = in(status);
            if (List.of(legal.split(" ")).contains(step)) {
                step(need, step).then().statusCode(200);
                continue;
            }
            String before = get(need).asString();
            int changes = get(need + "/changes").jsonPath().getList("").size();
            problem(step(need, step), 409, "conflict")
                    .body("detail", allOf(containsString("cannot become"), containsString(next(status))));
            assertEquals(before, get(need).asString());
            assertEquals(changes, get(need + "/changes").jsonPath().getList("").size());
        }
    }

    /** What the refusal says is possible instead. */
    private static String next(String status) {
        return switch (status) {
            case "DRAFT", "RETURNED" -> "It can become submitted or withdrawn.";
            case "SUBMITTED" -> "It can become returned or acknowledged or withdrawn.";
            case "ACKNOWLEDGED" -> "It can become open or withdrawn.";
            case "OPEN" -> "It can become matched or withdrawn.";
            default -> "This is its end.";
        };
    }

    @Test
    void withdrawnNeedCannotBeChanged() {
        String need = in("WITHDRAWN");
        Body body = Body.need(get(need).jsonPath().getString("reference"));
        problem(put(need, body, tagOf(need)), 409, "conflict").body("detail", containsString("withdrawn"));
    }

    @Test
    void openNeedCanBeChangedAndStaysOpen() {
        String need = in("OPEN");
        Body body = Body.need(get(need).jsonPath().getString("reference")).with("title", "Another");
        put(need, body, tagOf(need)).then().statusCode(200).body("status", equalTo("OPEN"));
    }

    @Test
    void stepTakesTheVersionThatWasRead() {
        String need = newNeed("KEN");
        problem(given().post("/api/v1" + need + "/submission"), 428, "precondition-missing");
        problem(given().header("If-Match", "\"7\"").post("/api/v1" + need + "/submission"), 412, "stale");
        get(need).then().body("status", equalTo("DRAFT"));
    }

    private static String in(String status) {
        String need = newNeed("KEN");
        List<String> way =
                switch (status) {
                    case "DRAFT" -> List.of();
                    case "SUBMITTED" -> List.of("submission");
                    case "RETURNED" -> List.of("submission", "return");
                    case "ACKNOWLEDGED" -> List.of("submission", "acknowledgement");
                    case "OPEN" -> List.of("submission", "acknowledgement", "opening");
                    case "WITHDRAWN" -> List.of("withdrawal");
                    default -> throw new IllegalArgumentException(status);
                };
        way.forEach(step -> step(need, step).then().statusCode(200));
        return need;
    }

    private static Response step(String need, String step) {
        return WITH_REASON.contains(step) ? move(need, step, "because of " + step) : move(need, step);
    }
}

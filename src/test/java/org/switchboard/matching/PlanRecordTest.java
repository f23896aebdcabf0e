package org.switchboard.matching;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.Caller;
import org.switchboard.testing.PostgresResource;

/** The record of access tells owners who saw their items, and must not tell them so what is in plans. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class PlanRecordTest {

    @Test
    void itemsThatExpertsReadInPlansAreNotNamed() throws Exception {
        RunWorld world = RunWorld.ofChoices();
        String run = RunWorld.solved(Map.of("limitSeconds", 1, "steps", 1)).getString("id");
        String need = world.needId("N1");
        int before = entries(need).extract().<Integer>path("items.size()");
        for (String reading : new String[] {"/plan", "/explanation?need=" + need, "/explanation"}) {
            Caller.expert().asks().get("/api/v1/runs/" + run + reading).then().statusCode(200);
        }
        assertEquals(before, entries(need).extract().<Integer>path("items.size()"));
        entries(run).body("items", not(empty()));
    }

    private static ValidatableResponse entries(String item) {
        return Caller.administrator()
                .asks()
                .get("/api/v1/access-records?act=READ&limit=200&item=" + item)
                .then()
                .statusCode(200);
    }
}

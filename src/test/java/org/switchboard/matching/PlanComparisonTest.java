package org.switchboard.matching;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.switchboard.reference.State;
import org.switchboard.testing.Body;
import org.switchboard.testing.PostgresResource;

/** Two plans side by side, row by row and in sums. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class PlanComparisonTest {

    private static JsonPath compared(String here, String there) {
        return compared(here, there, "");
    }

    private static JsonPath compared(String here, String there, String more) {
        return given().get("/api/v1/runs/" + here + "/comparison?with=" + there + "&limit=200" + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String solved(Object... more) throws Exception {
        return RunWorld.solved(RunAdjustmentsTest.asking(more)).getString("id");
    }

    /** The rows of a comparison that are of a world, each as "need offer change partsHere/partsThere usdHere/usdThere". */
    private static List<String> rows(JsonPath comparison, RunWorld world) {
        List<Map<String, Object>> rows = comparison.getList("rows");
        return rows.stream()
                .filter(row -> text(row, "need").startsWith(world.mark()))
                .map(row -> name(text(row, "need")) + " " + name(text(row, "offer")) + " " + row.get("change") + " "
                        + row.get("partsHere") + "/" + row.get("partsThere") + " " + row.get("usdHere") + "/"
                        + row.get("usdThere"))
                .sorted()
                .toList();
    }

    private static String text(Map<String, Object> row, String side) {
        return (String) ((Map<?, ?>) row.get(side)).get("reference");
    }

    private static String name(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    private static Map<String, Object> pin(RunWorld world, String need, String offer, int parts) {
        return Map.of("need", world.needId(need), "offer", world.offerId(offer), "parts", parts);
    }

    @Test
    void rowsThatDifferAreShownFromBothSides() throws Exception {
        RunWorld world = new RunWorld()
                .need("gone", 10_000, 1, false)
                .need("new", 20_000, 1, false)
                .need("less", 40_001, 4, true)
                .need("same", 30_000, 1, false)
                .offer("A", "FIN", 200_000, 90_000, 9)
                .stored();
        String there = solved("leftAlone", List.of(world.needId("new")));
        String here = solved(
                "pins", List.of(pin(world, "less", "A", 1)),
                "leftAlone", List.of(world.needId("gone"), world.needId("less")));

        JsonPath comparison = compared(here, there);

        assertEquals(
                List.of(
                        "gone A ONLY_THERE 0/1 0/10000",
                        "less A OTHER_PARTS 1/4 10001/40001",
                        "new A ONLY_HERE 1/0 20000/0"),
                rows(comparison, world));
        assertEquals(
                RunWorld.run(here).getLong("result.level1")
                        - RunWorld.run(there).getLong("result.level1"),
                comparison.getLong("difference.level1"));
        assertEquals(
                RunWorld.run(here).getLong("result.bound") - RunWorld.run(there).getLong("result.bound"),
                comparison.getLong("difference.bound"));
        assertEquals(here, comparison.getString("here.run"));
        assertEquals(there, comparison.getString("there.run"));
        assertTrue(comparison.getInt("matches.same") >= 1);
    }

    @Test
    void theSameMatchForOtherMoneyIsTold() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 10_000, 1, false)
                .offer("A", "FIN", 200_000, 90_000, 9)
                .stored();
        String there = solved();
        raiseCost(world.needId("N"), 15_000);
        String here = solved();

        assertEquals(List.of("N A OTHER_MONEY 1/1 15000/10000"), rows(compared(here, there), world));
    }

    private static void raiseCost(String need, long cost) {
        Map<String, Object> view =
                given().get("/api/v1/needs/" + need).jsonPath().getMap("");
        List<String> notItsContent = List.of(
                "id",
                "version",
                "request",
                "state",
                "status",
                "receivedAt",
                "sample",
                "costUsd",
                "rateDate",
                "verifiedPriority");
        Map<String, Object> content = new HashMap<>(view);
        content.keySet().removeAll(notItsContent);
        content.put("cost", Map.of("amount", cost, "currency", "USD"));
        given().contentType("application/json")
                .header("If-Match", given().get("/api/v1/needs/" + need).header("ETag"))
                .body(content)
                .put("/api/v1/needs/" + need)
                .then()
                .statusCode(200);
    }

    @Test
    void bothWaysRoundTheyMirrorEachOther() throws Exception {
        RunWorld world = RunWorld.ofChoices();
        String one = solved("seed", 1);
        String two = solved("seed", 2, "leftAlone", List.of(world.needId("N0"), world.needId("N3")));

        JsonPath forth = compared(one, two);
        JsonPath back = compared(two, one);

        assertEquals((Object) forth.getMap("here"), back.getMap("there"));
        assertEquals((Object) forth.getMap("there"), back.getMap("here"));
        Map<String, Number> difference = forth.getMap("difference");
        difference.forEach(
                (figure, value) -> assertEquals(-value.longValue(), back.getLong("difference." + figure), figure));
        assertEquals(forth.getInt("matches.same"), back.getInt("matches.same"));
        assertEquals(forth.getInt("matches.onlyHere"), back.getInt("matches.onlyThere"));
        assertEquals(forth.getInt("matches.otherParts"), back.getInt("matches.otherParts"));
        List<Map<String, Object>> mirrored = back.getList("rows");
        assertEquals(
                forth.getList("rows"),
                mirrored.stream().map(PlanComparisonTest::mirrored).toList());
        for (String sums : List.of("byTheme", "byRegion", "byStateGroup")) {
            List<Map<String, Object>> there = back.getList(sums);
            List<Map<String, Object>> here = forth.getList(sums);
            assertEquals(
                    here.stream()
                            .map(sum -> List.of(sum.get("here"), sum.get("there")))
                            .toList(),
                    there.stream()
                            .map(sum -> List.of(sum.get("there"), sum.get("here")))
                            .toList());
        }
    }

    private static Map<String, Object> mirrored(Map<String, Object> row) {
        Map<String, Object> mirrored = new HashMap<>(row);
        mirrored.put("partsHere", row.get("partsThere"));
        mirrored.put("partsThere", row.get("partsHere"));
        mirrored.put("usdHere", row.get("usdThere"));
        mirrored.put("usdThere", row.get("usdHere"));
        Map<Object, String> other = Map.of("ONLY_HERE", "ONLY_THERE", "ONLY_THERE", "ONLY_HERE");
        mirrored.put("change", other.getOrDefault(row.get("change"), (String) row.get("change")));
        return mirrored;
    }

    @Test
    void aPlanComparedWithItselfDoesNotDiffer() throws Exception {
        RunWorld.ofChoices();
        String run = solved();

        JsonPath comparison = compared(run, run);

        assertEquals(List.of(), comparison.getList("rows"));
        assertEquals(comparison.getInt("here.matches"), comparison.getInt("matches.same"));
        Map<String, Number> difference = comparison.getMap("difference");
        difference.forEach((figure, value) -> assertEquals(0, value.longValue(), figure));
    }

    @Test
    void sumsAddUpByThemeRegionAndStateGroup() throws Exception {
        RunWorld world = RunWorld.ofChoices();
        String there = solved("leftAlone", List.of(world.needId("N1"), world.needId("N2")));
        String here = solved("leftAlone", List.of(world.needId("N4")));

        JsonPath comparison = compared(here, there);

        for (String side : List.of("here", "there")) {
            JsonPath plan = RunWorld.plan(comparison.getString(side + ".run"));
            assertEquals(plan.getInt("total.served"), comparison.getInt(side + ".needsServed"));
            assertEquals(plan.getLong("total.plannedUsd"), comparison.getLong(side + ".plannedUsd"));
            for (String sums : List.of("byTheme", "byRegion")) {
                List<Map<String, Object>> groups = plan.getList(sums);
                Map<Object, Object> planned = groups.stream()
                        .filter(group -> (int) group.get("served") > 0)
                        .collect(Collectors.toMap(
                                group -> group.get("code"),
                                group -> amount(group.get("served"), group.get("plannedUsd"))));
                List<Map<String, Object>> compared = comparison.getList(sums);
                Map<Object, Object> found = compared.stream()
                        .filter(sum -> (int) ((Map<?, ?>) sum.get(side)).get("needsServed") > 0)
                        .collect(Collectors.toMap(sum -> sum.get("code"), sum -> {
                            Map<?, ?> amount = (Map<?, ?>) sum.get(side);
                            return amount(amount.get("needsServed"), amount.get("plannedUsd"));
                        }));
                assertEquals(planned, found, sums + " " + side);
            }
        }
        for (State state : List.of(world.home(), world.other())) {
            List<String> codes = comparison.getList("byStateGroup.code");
            assertTrue(!state.ldc() || codes.contains("LDC"));
            assertTrue(!state.lldc() || codes.contains("LLDC"));
            assertTrue(!state.sids() || codes.contains("SIDS"));
        }
        List<Map<String, Object>> groups = comparison.getList("byStateGroup");
        for (Map<String, Object> group : groups) {
            Map<?, ?> difference = (Map<?, ?>) group.get("difference");
            assertEquals(
                    number(group, "here") - number(group, "there"),
                    ((Number) difference.get("plannedUsd")).longValue());
        }
    }

    private static List<Object> amount(Object served, Object usd) {
        return List.of(served, ((Number) usd).longValue());
    }

    private static long number(Map<String, Object> group, String side) {
        return ((Number) ((Map<?, ?>) group.get(side)).get("plannedUsd")).longValue();
    }

    @Test
    void aWhatIfPlanBesideItsBaseMarksWhatIsSupposed() throws Exception {
        RunWorld world = new RunWorld()
                .need("N", 90_000, 1, false)
                .offer("A", "FIN", 50_000, 50_000, 5)
                .stored();
        String base = solved();
        Body extra = Body.empty()
                .with("provider", world.provider())
                .with("offer", Body.offer("x/IF-1").with("languages", List.of(world.language())));
        String whatIf = solved("whatIf", Map.of("name", "More", "extraOffers", List.of(extra)));

        JsonPath comparison = compared(whatIf, base);

        assertEquals(List.of("N IF-1 ONLY_HERE 1/0 90000/0"), rows(comparison, world));
        String row = "rows.find { it.offer.reference == 'x/IF-1' }.offer";
        assertEquals("Drafting help (potential)", comparison.getString(row + ".title"));
        assertEquals(true, comparison.get(row + ".potential"));
        assertEquals(true, comparison.get("here.whatIf"));
        assertEquals(false, comparison.get("there.whatIf"));
        assertEquals(List.of("N IF-1 ONLY_THERE 0/1 0/90000"), rows(compared(base, whatIf), world));
    }

    @Test
    void withNothingNamedItIsBesideItsStartOrTheLastRealPlan() throws Exception {
        RunWorld.ofChoices();
        String first = solved();
        String last = solved("seed", 2);
        String supposed = solved("whatIf", Map.of("name", "Just so"));
        String started = solved("startFrom", first);

        assertEquals(first, baseline(last));
        assertEquals(last, baseline(supposed));
        assertEquals(first, baseline(started));
        assertEquals(started, baseline(solved()), "no what-if");
    }

    private static String baseline(String run) {
        return given().get("/api/v1/runs/" + run + "/comparison")
                .then()
                .statusCode(200)
                .extract()
                .path("there.run");
    }

    @Test
    void rowsComePageByPage() throws Exception {
        RunWorld world = RunWorld.ofChoices();
        String there = solved();
        String here = solved(
                "leftAlone", List.of(world.needId("N0"), world.needId("N1"), world.needId("N2"), world.needId("N3")));
        List<Object> all = compared(here, there).getList("rows");
        assertTrue(all.size() > 2);

        List<Object> read = new ArrayList<>();
        String path = "/api/v1/runs/" + here + "/comparison?limit=2&with=" + there;
        String cursor = "";
        while (cursor != null) {
            JsonPath page =
                    given().get(path + cursor).then().statusCode(200).extract().jsonPath();
            read.addAll(page.getList("rows"));
            assertNotNull(page.getMap("difference"), "on every page");
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }

        assertEquals(all, read);
        assertEquals(all.size(), new HashSet<>(read).size());
        given().get(path).then().header("Link", containsString("rel=\"next\""));
        given().get(path + "&cursor=elsewhere").then().statusCode(400);
        given().get("/api/v1/runs/" + here + "/comparison?limit=0").then().statusCode(400);
    }

    @Test
    void onlyPlansThatThereAreAreCompared() throws Exception {
        String run = solved();
        String path = "/api/v1/runs/" + run + "/comparison?with=";
        given().get(path + UUID.randomUUID()).then().statusCode(404);
        given().get(path + "no-id").then().statusCode(400);
        given().get("/api/v1/runs/" + UUID.randomUUID() + "/comparison?with=" + run)
                .then()
                .statusCode(404);
        String ahead = RunWorld.startLong(Map.of("limitSeconds", 600));
        given().get(path + ahead).then().statusCode(409).body("detail", containsString("still under way"));
        given().get("/api/v1/runs/" + ahead + "/comparison")
                .then()
                .statusCode(409)
                .body("status", equalTo(409));
        RunWorld.cancel(ahead).then().statusCode(200);
    }
}

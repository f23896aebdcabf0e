package org.switchboard.shared;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.switchboard.testing.Api.get;
import static org.switchboard.testing.Api.id;
import static org.switchboard.testing.Api.newProvider;
import static org.switchboard.testing.Api.newRequest;
import static org.switchboard.testing.Api.path;
import static org.switchboard.testing.Api.post;
import static org.switchboard.testing.Api.problem;
import static org.switchboard.testing.Api.unique;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.testing.Api;
import org.switchboard.testing.Body;
import org.switchboard.testing.PostgresResource;

/** What every list does alike: filters, orders, pages. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ListsTest {

    @ParameterizedTest
    @CsvSource({"received,receivedAt", "reference,reference", "title,title", "costUsd,costUsd"})
    void needsComeInEveryOrderPageByPage(String sort, String field) {
        String request = newRequest("KEN");
        for (int i = 0; i < 7; i++) {
            // equal titles and costs, so that the id must decide, and a separator of cursors within
            post(
                            request + "/needs",
                            Body.need(unique("need"))
                                    .with("title", "Title | " + i / 3)
                                    .with("cost.amount", 1000 + i / 3))
                    .then()
                    .statusCode(201);
        }
        walksBothWays("/needs?request=" + id(request), sort, field, 7);
    }

    @ParameterizedTest
    @CsvSource({"received,receivedAt", "reference,reference", "title,title", "budgetUsd,budgetUsd"})
    void offersComeInEveryOrderPageByPage(String sort, String field) {
        String provider = newProvider();
        for (int i = 0; i < 7; i++) {
            post(
                            "/providers/" + provider + "/offers",
                            Body.offer(unique("offer"))
                                    .with("title", "Заголовок " + i / 3)
                                    .with("money.budget", 1000 + i / 3))
                    .then()
                    .statusCode(201);
        }
        walksBothWays("/offers?provider=" + provider, sort, field, 7);
    }

    @ParameterizedTest
    @CsvSource({"created,createdAt", "reference,reference"})
    void requestsComeInEveryOrderPageByPage(String sort, String field) {
        int before = everything("/requests?state=TUV&limit=200").size();
        for (int i = 0; i < 5; i++) {
            newRequest("TUV");
        }
        walksBothWays("/requests?state=TUV", sort, field, before + 5);
    }

    @ParameterizedTest
    @CsvSource({"code,code", "name,name"})
    void providersComeInEveryOrderPageByPage(String sort, String field) {
        for (int i = 0; i < 5; i++) {
            newProvider();
        }
        int there = all(pages("/providers?limit=200", 200), "id").size();
        walksBothWays("/providers?filter=none", sort, field, there);
    }

    /** Walks a list in pages of two, forth and back, and checks that each item comes once and in order. */
    private static void walksBothWays(String list, String sort, String field, int size) {
        List<JsonPath> up = pages(list + "&limit=2&sort=" + sort, 2);
        List<JsonPath> down = pages(list + "&limit=2&sort=-" + sort, 2);
        List<String> ids = all(up, "id");
        assertEquals(size, ids.size());
        assertEquals(size, new HashSet<>(ids).size());
        List<String> reversed = new ArrayList<>(all(down, "id"));
        Collections.reverse(reversed);
        assertEquals(ids, reversed);
        // the same order as in one piece, and the values never fall
        if (size <= 200) {
            assertEquals(everything(list + "&limit=200&sort=" + sort), ids);
        }
        List<Object> values = all(up, field);
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i) instanceof Integer number) {
                assertEquals(true, (Integer) values.get(i - 1) <= number, values.toString());
            }
        }
    }

    private static List<JsonPath> pages(String first, int limit) {
        List<JsonPath> pages = new ArrayList<>();
        Response page = get(first);
        while (true) {
            JsonPath json = page.then().statusCode(200).extract().jsonPath();
            pages.add(json);
            String link = page.header("Link");
            if (json.getString("next") == null) {
                assertNull(link);
                return pages;
            }
            assertEquals(limit, json.getList("items").size());
            String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
            assertEquals(true, link.contains("rel=\"next\""), link);
            page = given().urlEncodingEnabled(false).get(next);
        }
    }

    private static <T> List<T> all(List<JsonPath> pages, String field) {
        return pages.stream()
                .flatMap(page -> page.<T>getList("items." + field).stream())
                .toList();
    }

    private static List<String> everything(String list) {
        return get(list).then().statusCode(200).extract().jsonPath().getList("items.id");
    }

    @Test
    void firstOrderIsTheDefault() {
        String request = newRequest("KEN");
        List<String> made = Stream.generate(() -> path(post(request + "/needs", Body.need(unique("need")))))
                .limit(3)
                .map(Api::id)
                .toList();
        assertEquals(made, everything("/needs?request=" + id(request)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/needs", "/requests", "/offers", "/providers"})
    void whatIsNoPageIsRefused(String list) {
        for (String query : List.of(
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=many",
                "limit=99999999999",
                "sort=colour",
                "sort=--title",
                "cursor=zzz",
                "cursor=%00")) {
            assertEquals(400, get(list + "?" + query).statusCode(), query);
            problem(get(list + "?" + query), 400, "malformed");
        }
        String cursor = Base64.getUrlEncoder()
                .encodeToString("title|00000000-0000-0000-0000-000000000000|x".getBytes(StandardCharsets.UTF_8));
        problem(get(list + "?cursor=" + cursor), 400, "malformed").body("detail", containsString("cursor"));
    }

    @Test
    void forgedCursorIsRefused() {
        for (String value : List.of("costUsd|no-id|5", "costUsd|00000000-0000-0000-0000-000000000000|five")) {
            String cursor = Base64.getUrlEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
            problem(get("/needs?sort=costUsd&cursor=" + cursor), 400, "malformed");
        }
    }

    @Test
    void needsAreFiltered() {
        String source = unique("source");
        String first = need("KEN", source, Body.empty().with("theme", "FIN").with("priority", "HIGH"));
        String second =
                need("SEN", source, Body.empty().with("theme", "LEG.CRM").with("stage", "A"));
        String third = need("KEN", source, Body.empty().with("theme", "LEG").with("kind", "EQUIPMENT"));
        Api.move(third, "submission").then().statusCode(200);
        String list = "/needs?source=" + source;
        lists(list, first, second, third);
        lists(list + "&state=KEN", first, third);
        lists(list + "&state=KEN&state=SEN", first, second, third);
        lists(list + "&region=011", second);
        lists(list + "&region=002", first, second, third);
        lists(list + "&region=011&state=KEN");
        lists(list + "&region=014&state=KEN&state=SEN", first, third);
        lists(list + "&theme=LEG", second, third);
        lists(list + "&theme=LEG.CRM", second);
        lists(list + "&theme=%25");
        lists(list + "&theme=L_G");
        lists(list + "&stage=A", second);
        lists(list + "&kind=EQUIPMENT", third);
        lists(list + "&status=SUBMITTED", third);
        lists(list + "&status=draft", first, second);
        lists(list + "&priority=HIGH", first);
        lists(list + "&sample=false", first, second, third);
        lists(list + "&sample=true");
        lists(list + "&theme=LEG&state=KEN", third);
        get(list + "&request=" + get(first).jsonPath().getString("request"))
                .then()
                .body("items", hasSize(1));
        for (String wrong : List.of("status=LOST", "priority=URGENT", "request=5", "sample=yes", "region=999")) {
            problem(get(list + "&" + wrong), 400, "malformed");
        }
        problem(get("/needs?status=LOST"), 400, "malformed").body("detail", containsString("DRAFT, SUBMITTED"));
        problem(get("/needs?theme=%00"), 400, "malformed");
    }

    @Test
    void offersAreFiltered() {
        String provider = newProvider();
        String first = offer(provider, Body.empty().with("themes", List.of("FIN", "LEG")));
        String second =
                offer(provider, Body.empty().with("themes", List.of("LEG.CRM")).with("standing", "POTENTIAL"));
        String third =
                offer(provider, Body.empty().with("kinds", List.of("TRAINING")).with("funding", "FUND"));
        Api.move(first, "registration").then().statusCode(200);
        String list = "/offers?provider=" + provider;
        lists(list, first, second, third);
        lists(list + "&theme=FIN", first, third);
        lists(list + "&theme=LEG.CRM", second, third);
        lists(list + "&kind=EQUIPMENT", first, second);
        lists(list + "&kind=TRAINING", first, second, third);
        lists(list + "&status=REGISTERED", first);
        lists(list + "&standing=POTENTIAL", second);
        lists(list + "&funding=FUND", third);
        lists(list + "&sample=false", first, second, third);
        lists(list + "&sample=true");
        lists("/offers?provider=nobody");
        for (String wrong : List.of("status=LOST", "standing=SITTING", "funding=5", "sample=1")) {
            problem(get(list + "&" + wrong), 400, "malformed");
        }
    }

    @Test
    void requestsAreFiltered() {
        String request = newRequest("NRU");
        get("/requests?state=NRU&limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.id == '" + id(request) + "' }", hasSize(1));
        get("/requests?state=ZZZ").then().statusCode(200).body("items", empty());
    }

    private static String need(String state, String source, Body more) {
        return path(post(
                newRequest(state) + "/needs",
                Body.need(unique("need")).with("source", source).and(more)));
    }

    private static String offer(String provider, Body more) {
        return path(post(
                "/providers/" + provider + "/offers",
                Body.offer(unique("offer")).and(more)));
    }

    private static void lists(String list, String... paths) {
        given().urlEncodingEnabled(false)
                .get("/api/v1" + list)
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        containsInAnyOrder(Stream.of(paths).map(Api::id).toArray()));
    }
}

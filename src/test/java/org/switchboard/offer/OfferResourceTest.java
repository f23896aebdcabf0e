package org.switchboard.offer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.switchboard.testing.Api.get;
import static org.switchboard.testing.Api.id;
import static org.switchboard.testing.Api.move;
import static org.switchboard.testing.Api.newOffer;
import static org.switchboard.testing.Api.newProvider;
import static org.switchboard.testing.Api.path;
import static org.switchboard.testing.Api.post;
import static org.switchboard.testing.Api.problem;
import static org.switchboard.testing.Api.put;
import static org.switchboard.testing.Api.tagOf;
import static org.switchboard.testing.Api.unique;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.testing.Body;
import org.switchboard.testing.Caller;
import org.switchboard.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class OfferResourceTest {

    /** Every field that a provider can say, none at its default. */
    private static Body everything(String reference) {
        return Body.offer(reference)
                .with("criteria", "A law in force")
                .with(
                        "contact",
                        Body.empty()
                                .with("office", "Programme Office")
                                .with("email", "programmes@fund.example")
                                .with("phone", "+41 22 123")
                                .with("website", "https://fund.example"))
                .with("programme", "NEW")
                .with("standing", "POTENTIAL")
                .with("funding", "FUND")
                .with("themes", List.of("FIN", "LEG.CRM"))
                .with("kinds", List.of("TRAINING", "EQUIPMENT"))
                .with("stages", List.of("A", "C"))
                .with("regions", List.of("014", "002"))
                .with("states", List.of("FJI"))
                .with("excludedStates", List.of("KEN"))
                .with(
                        "money",
                        Body.empty()
                                .with("currency", "USD")
                                .with("budget", 900000)
                                .with("floor", 1000)
                                .with("ceiling", 50000)
                                .with("perStateCap", 80000))
                .with("maxNeeds", 12)
                .with("languages", List.of("fr", "en"))
                .with("dueDiligenceRequired", true)
                .with("audience", "PUBLIC");
    }

    @Test
    void everyFieldReadsBackAsItWasSent() {
        String provider = newProvider();
        Body sent = everything(unique("offer"));
        String offer = path(post("/providers/" + provider + "/offers", sent));
        JsonPath read = get(offer)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .extract()
                .jsonPath();
        sent.forEach((field, value) -> assertEquals(value, read.get(field), field));
        assertEquals(900000, read.getInt("budgetUsd"));
        assertEquals(1000, read.getInt("floorUsd"));
        assertEquals(50000, read.getInt("ceilingUsd"));
        assertEquals(80000, read.getInt("perStateCapUsd"));
        assertEquals(provider, read.getString("provider"));
        assertEquals("DRAFT", read.getString("status"));
        assertEquals(id(offer), read.getString("id"));
    }

    @Test
    void whatIsLeftOutTakesTheDefaultsOfTheDomain() {
        post("/providers/" + newProvider() + "/offers", Body.offer(unique("offer")))
                .then()
                .statusCode(201)
                .body("programme", equalTo("EXISTING"))
                .body("standing", equalTo("FUNDED"))
                .body("funding", equalTo("DIRECT"))
                .body("themes", empty())
                .body("kinds", empty())
                .body("regions", empty())
                .body("states", empty())
                .body("excludedStates", empty())
                .body("money.floor", is(0))
                .body("money.ceiling", is(900000))
                .body("money.perStateCap", is(900000))
                .body("floorUsd", is(0))
                .body("ceilingUsd", is(900000))
                .body("perStateCapUsd", is(900000))
                .body("dueDiligenceRequired", is(false))
                .body("contact", nullValue())
                .body("audience", equalTo("PARTICIPANTS"));
    }

    /** As the provider itself, who alone may open up what it said. */
    private static Response putAsProvider(String code, String item, Object body) {
        return Caller.provider(code)
                .asks()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(body)
                .put("/api/v1" + item);
    }

    @Test
    void changeTakesTheVersionThatWasRead() {
        String offer = newOffer();
        Body body = everything(get(offer).jsonPath().getString("reference"));
        problem(given().contentType("application/json").body(body).put("/api/v1" + offer), 428, "precondition-missing");
        putAsProvider(get(offer).jsonPath().getString("provider"), offer, body)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("maxNeeds", is(12));
        problem(put(offer, body, "\"0\""), 412, "stale");
        problem(put(offer, everything("other"), "\"1\""), 422, "rules-broken")
                .body("violations.pointer", contains("/reference"));
        given().header("If-None-Match", "\"1\"").get("/api/v1" + offer).then().statusCode(304);
        get(offer + "/changes").then().body("why", contains("created", "changed"));
    }

    @Test
    void whatIsNotThereLooksTheSame() {
        String here = get("/needs/" + UUID.randomUUID()).jsonPath().getString("detail");
        for (String path : List.of("/offers/" + UUID.randomUUID(), "/offers/no-id", "/providers/NOBODY")) {
            problem(get(path), 404, "not-found").body("detail", equalTo(here));
            problem(get(path + "/changes"), 404, "not-found").body("detail", equalTo(here));
        }
        problem(post("/providers/NOBODY/offers", Body.offer("x")), 404, "not-found")
                .body("detail", equalTo(here));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("reference", "", "/reference"),
                Arguments.of("reference", "x".repeat(101), "/reference"),
                Arguments.of("title", " ", "/title"),
                Arguments.of("title", "x".repeat(301), "/title"),
                Arguments.of("criteria", "x".repeat(4001), "/criteria"),
                Arguments.of("contact", Map.of("email", "nobody"), "/contact/email"),
                Arguments.of("themes", List.of("FIN", "X"), "/themes/1"),
                Arguments.of("themes", List.of(" "), "/themes/0"),
                Arguments.of("kinds", List.of("X"), "/kinds/0"),
                Arguments.of("stages", List.of("D"), "/stages/0"),
                Arguments.of("regions", List.of("014", "999"), "/regions/1"),
                Arguments.of("states", List.of("ZZZ"), "/states/0"),
                Arguments.of("excludedStates", List.of("KEN", "ken"), "/excludedStates/1"),
                Arguments.of("money.currency", "USDD", "/money/currency"),
                Arguments.of("money.currency", "FJD", "/money/currency"),
                Arguments.of("money.budget", 0, "/money/budget"),
                Arguments.of("money.budget", new BigDecimal("100000000001"), "/money/budget"),
                Arguments.of("money.budget", new BigDecimal("1e999999999"), "/money/budget"),
                Arguments.of("money.floor", -1, "/money/floor"),
                Arguments.of("money.floor", 900001, "/money/floor"),
                Arguments.of("money.ceiling", 0, "/money/ceiling"),
                Arguments.of("money.perStateCap", new BigDecimal("0.001"), "/money/perStateCap"),
                Arguments.of("maxNeeds", 0, "/maxNeeds"),
                Arguments.of("languages", List.of(), "/languages"),
                Arguments.of("languages", List.of("?"), "/languages/0"),
                Arguments.of("to", "2026-12-31", "/to"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenRuleIsNamedWithItsPlace(String field, Object value, String pointer) {
        String provider = newProvider();
        problem(
                        post(
                                "/providers/" + provider + "/offers",
                                Body.offer(unique("offer")).with(field, value)),
                        422,
                        "rules-broken")
                .body("violations.pointer", hasItem(pointer));
        get("/offers?provider=" + provider).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "title", "money", "money.currency", "money.budget", "languages", "from", "to"})
    void whatMustBeSaidIsMissed(String field) {
        Body body = Body.offer(unique("offer")).without(field);
        problem(post("/providers/" + newProvider() + "/offers", body), 422, "rules-broken")
                .body("violations.pointer", contains("/" + field.replace('.', '/')));
    }

    @Test
    void referenceIsGivenOncePerProvider() {
        String provider = newProvider();
        Body body = Body.offer(unique("offer"));
        post("/providers/" + provider + "/offers", body).then().statusCode(201);
        problem(post("/providers/" + provider + "/offers", body), 422, "rules-broken")
                .body("violations.code", contains("Unique"));
        post("/providers/" + newProvider() + "/offers", body).then().statusCode(201);
    }

    @Test
    void moneyInAnotherCurrencyIsConvertedAtTheRateOfTheDayOfReceipt() {
        post("/rates", Body.rate("MNT", "2020-01-01", "0.0003")).then().statusCode(201);
        Body body = Body.offer(unique("offer"))
                .with(
                        "money",
                        Body.empty()
                                .with("currency", "MNT")
                                .with("budget", 10_000_000)
                                .with("floor", 1));
        String offer = path(post("/providers/" + newProvider() + "/offers", body));
        get(offer).then().body("budgetUsd", is(3000)).body("floorUsd", is(1)).body("rateDate", equalTo("2020-01-01"));
        // dollars beyond what sums can hold are refused, not failed at
        post("/rates", Body.rate("MRU", "2020-01-01", "9999999999")).then().statusCode(201);
        body.with("money", Body.empty().with("currency", "MRU").with("budget", 100_000_000_000L));
        problem(post("/providers/" + newProvider() + "/offers", body), 422, "rules-broken")
                .body("violations.pointer", contains("/money/currency"));
    }

    @Test
    void providerReadsBackAndChanges() {
        String code = unique("P");
        Body content = Body.empty()
                .with("name", "Legal Assistance Fund")
                .with("type", "REGIONAL_ORGANIZATION")
                .with("prospective", true)
                .with("interests", "Border management")
                .with("contact", Body.empty().with("office", "Desk"))
                .with("audience", "COMMITTEE");
        post("/providers", Body.empty().with("code", code).with("provider", content))
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString("/api/v1/providers/" + code));
        JsonPath read = get("/providers/" + code).jsonPath();
        content.forEach((field, value) -> assertEquals(value, read.get(field), field));
        putAsProvider(
                        code,
                        "/providers/" + code,
                        Body.empty().with("name", "Fund").with("type", "STATE"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("prospective", is(false))
                .body("interests", nullValue())
                .body("contact", nullValue())
                .body("audience", equalTo("PARTICIPANTS"));
        problem(put("/providers/" + code, content, "\"0\""), 412, "stale");
        given().header("If-None-Match", "\"1\"")
                .get("/api/v1/providers/" + code)
                .then()
                .statusCode(304);
        get("/providers/" + code + "/changes").then().body("why", contains("created", "changed"));
        problem(post("/providers", Body.provider(code)), 409, "conflict");
    }

    @Test
    void providerHasItsRules() {
        problem(post("/providers", Body.empty()), 422, "rules-broken")
                .body("violations.pointer", containsInAnyOrder("/code", "/provider"));
        problem(
                        post(
                                "/providers",
                                Body.provider("no spaces")
                                        .with("provider.name", "")
                                        .without("provider.type")),
                        422,
                        "rules-broken")
                .body("violations.pointer", containsInAnyOrder("/code", "/provider/name", "/provider/type"));
    }

    @Test
    void offerGoesItsWayAndEachStepIsRecorded() {
        String offer = newOffer();
        step(offer, "registration").then().statusCode(200).body("status", equalTo("REGISTERED"));
        step(offer, "activation").then().statusCode(200).body("status", equalTo("ACTIVE"));
        step(offer, "suspension").then().statusCode(200).body("status", equalTo("SUSPENDED"));
        step(offer, "activation").then().statusCode(200);
        step(offer, "closure").then().statusCode(200).body("status", equalTo("CLOSED"));
        get(offer + "/changes")
                .then()
                .body("to", contains("DRAFT", "REGISTERED", "ACTIVE", "SUSPENDED", "ACTIVE", "CLOSED"))
                .body("why[3]", equalTo("because of suspension"))
                .body("from[5]", equalTo("ACTIVE"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            DRAFT,      'registration closure',           'It can become registered or closed.'
            REGISTERED, 'activation closure',             'It can become active or closed.'
            ACTIVE,     'suspension closure',             'It can become suspended or exhausted or expired or closed.'
            SUSPENDED,  'activation closure',             'It can become active or expired or closed.'
            CLOSED,     '',                               'This is its end.'
            """)
    void everyStepThatLifeDoesNotKnowIsRefusedAndChangesNothing(String status, String legal, String next) {
        for (String step : List.of("registration", "activation", "suspension", "closure")) {
            String offer = in(status);
            if (List.of(legal.split(" ")).contains(step)) {
                step(offer, step).then().statusCode(200);
                continue;
            }
            String before = get(offer).asString();
            problem(step(offer, step), 409, "conflict").body("detail", containsString(next));
            assertEquals(before, get(offer).asString());
        }
    }

    @Test
    void closedOfferCannotBeChanged() {
        String offer = in("CLOSED");
        Body body = Body.offer(get(offer).jsonPath().getString("reference"));
        problem(put(offer, body, tagOf(offer)), 409, "conflict").body("detail", containsString("closed"));
    }

    private static String in(String status) {
        String offer = newOffer();
        List<String> way =
                switch (status) {
                    case "DRAFT" -> List.of();
                    case "REGISTERED" -> List.of("registration");
                    case "ACTIVE" -> List.of("registration", "activation");
                    case "SUSPENDED" -> List.of("registration", "activation", "suspension");
                    case "CLOSED" -> List.of("closure");
                    default -> throw new IllegalArgumentException(status);
                };
        way.forEach(step -> step(offer, step).then().statusCode(200));
        return offer;
    }

    private static Response step(String offer, String step) {
        return step.equals("suspension") || step.equals("closure")
                ? move(offer, step, "because of " + step)
                : move(offer, step);
    }
}

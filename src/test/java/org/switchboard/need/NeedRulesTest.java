package org.switchboard.need;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.switchboard.testing.Api.get;
import static org.switchboard.testing.Api.id;
import static org.switchboard.testing.Api.newRequest;
import static org.switchboard.testing.Api.post;
import static org.switchboard.testing.Api.problem;
import static org.switchboard.testing.Api.unique;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.testing.Body;
import org.switchboard.testing.PostgresResource;

/** Each rule for what a State says, broken alone: 422 with its place. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class NeedRulesTest {

    private String request;

    @BeforeEach
    void newRequestOfItsOwn() {
        request = newRequest("KEN");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("reference", " ", "/reference"),
                Arguments.of("reference", "x".repeat(101), "/reference"),
                Arguments.of("theme", "FINN", "/theme"),
                Arguments.of("theme", "fin", "/theme"),
                Arguments.of("stage", "D", "/stage"),
                Arguments.of("kind", "MAGIC", "/kind"),
                Arguments.of("title", "", "/title"),
                Arguments.of("title", "x".repeat(301), "/title"),
                Arguments.of("objective", "x".repeat(4001), "/objective"),
                Arguments.of("currentSituation", "x".repeat(4001), "/currentSituation"),
                Arguments.of("expectedOutcome", "x".repeat(4001), "/expectedOutcome"),
                Arguments.of("beneficiaryInstitution", "x".repeat(301), "/beneficiaryInstitution"),
                Arguments.of("helpReceivedOrSought", "x".repeat(4001), "/helpReceivedOrSought"),
                Arguments.of("cost.amount", 0, "/cost/amount"),
                Arguments.of("cost.amount", -5, "/cost/amount"),
                Arguments.of("cost.amount", new BigDecimal("0.001"), "/cost/amount"),
                Arguments.of("cost.amount", new BigDecimal("10000000001"), "/cost/amount"),
                Arguments.of("cost.amount", new BigDecimal("1e999999999"), "/cost/amount"),
                Arguments.of("cost.currency", "dollars", "/cost/currency"),
                Arguments.of("cost.currency", "XQZ", "/cost/currency"),
                Arguments.of("cost.currency", "FJD", "/cost/currency"),
                Arguments.of("tranches", 0, "/tranches"),
                Arguments.of("tranches", 3, "/tranches"),
                Arguments.of("tranches", 8, "/tranches"),
                Arguments.of("nationalRank", 0, "/nationalRank"),
                Arguments.of("languages", List.of("fr", "French!"), "/languages/1"),
                Arguments.of("languages", Arrays.asList("fr", null), "/languages/1"),
                Arguments.of(
                        "languages",
                        Stream.iterate(10, i -> i + 1)
                                .limit(21)
                                .map(i -> "a" + (char) ('a' + i % 26) + (char) ('a' + i / 26))
                                .toList(),
                        "/languages"),
                Arguments.of("to", "2026-12-31", "/to"),
                Arguments.of("to", "2037-01-02", "/to"),
                Arguments.of("releasedTo", List.of(""), "/releasedTo/0"),
                Arguments.of("blockedProviders", List.of("LAF", "x".repeat(41)), "/blockedProviders/1"),
                Arguments.of("source", "x".repeat(101), "/source"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenRuleIsNamedWithItsPlace(String field, Object value, String pointer) {
        Body body = Body.need(unique("need")).with(field, value);
        problem(post(request + "/needs", body), 422, "rules-broken").body("violations.pointer", hasItem(pointer));
        get("/needs?request=" + id(request)).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reference",
                "theme",
                "stage",
                "kind",
                "title",
                "cost",
                "cost.amount",
                "cost.currency",
                "from",
                "to"
            })
    void whatMustBeSaidIsMissed(String field) {
        Body body = Body.need(unique("need")).without(field);
        problem(post(request + "/needs", body), 422, "rules-broken")
                .body("violations.pointer", contains("/" + field.replace('.', '/')));
    }

    @Test
    void everyBrokenRuleIsNamedAtOnce() {
        Body body = Body.need(unique("need"))
                .with("theme", "X")
                .with("kind", "Y")
                .with("tranches", 3)
                .with("to", "2020-01-01")
                .with("cost.currency", "FJD");
        problem(post(request + "/needs", body), 422, "rules-broken")
                .body("violations.pointer", containsInAnyOrder("/theme", "/kind", "/tranches", "/to", "/cost/currency"))
                .body("violations.message", hasItem(containsString("/api/v1/themes")))
                .body(
                        "violations.message",
                        hasItem(containsString("There is no rate for FJD on or before 2026-11-02")));
    }

    @Test
    void placesWithinASubmissionLeadToTheNeed() {
        Body shape = Body.request(
                "KEN",
                unique("request"),
                Body.need(unique("need")),
                Body.need("b").without("cost.amount"));
        problem(post("/requests", shape), 422, "rules-broken")
                .body("violations.pointer", contains("/needs/1/cost/amount"));
        Body rule = Body.request(
                "KEN",
                unique("request"),
                Body.need(unique("need")).with("theme", "X"),
                Body.need(unique("need")).with("cost.currency", "FJD"));
        problem(post("/requests", rule), 422, "rules-broken")
                .body("violations.pointer", contains("/needs/0/theme", "/needs/1/cost/currency"));
        Body absent = Body.request("KEN", unique("request"));
        absent.put("needs", Collections.singletonList(null));
        problem(post("/requests", absent), 422, "rules-broken").body("violations.pointer", contains("/needs/0"));
    }

    @Test
    void refusedSubmissionLeavesNothingBehind() {
        String reference = unique("request");
        String good = unique("need");
        Body body = Body.request(
                "KEN", reference, Body.need(good), Body.need(unique("need")).with("kind", "X"));
        problem(post("/requests", body), 422, "rules-broken");
        post("/requests", Body.request("KEN", reference, Body.need(good)))
                .then()
                .statusCode(201);
    }

    @Test
    void needsOfOneSubmissionDoNotShareAReference() {
        String reference = unique("need");
        Body body = Body.request("KEN", unique("request"), Body.need(reference), Body.need(reference));
        problem(post("/requests", body), 422, "rules-broken")
                .body("violations.pointer", contains("/needs/1/reference"));
    }

    @Test
    void requestHasItsRules() {
        problem(post("/requests", Body.request("ZZZ", unique("r"))), 422, "rules-broken")
                .body("violations.pointer", contains("/state"));
        problem(post("/requests", Body.request("ken", unique("r"))), 422, "rules-broken")
                .body("violations.pointer", contains("/state"));
        problem(post("/requests", Body.empty()), 422, "rules-broken")
                .body("violations.pointer", containsInAnyOrder("/state", "/request"));
        Body body = Body.request("KEN", "")
                .with(
                        "request.contact",
                        Body.empty()
                                .with("email", "no address")
                                .with("phone", "call me")
                                .with("website", "ftp://x")
                                .with("office", "x".repeat(201)));
        problem(post("/requests", body.without("request.receivedOn")), 422, "rules-broken")
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/request/reference",
                                "/request/receivedOn",
                                "/request/contact/email",
                                "/request/contact/phone",
                                "/request/contact/website",
                                "/request/contact/office"));
        problem(
                        post(
                                "/requests",
                                Body.request(
                                        "KEN",
                                        unique("r"),
                                        Stream.generate(() -> Body.need(unique("n")))
                                                .limit(201)
                                                .toArray(Body[]::new))),
                        422,
                        "rules-broken")
                .body("violations", hasSize(1));
    }

    @Test
    void borderValuesAreTaken() {
        for (Body body : List.of(
                Body.need(unique("n") + "x".repeat(84)).with("title", "x".repeat(300)),
                Body.need(unique("n")).with("cost.amount", new BigDecimal("10000000000")),
                Body.need(unique("n")).with("cost.amount", new BigDecimal("0.01")),
                Body.need(unique("n")).with("tranches", 2),
                Body.need(unique("n")).with("to", "2027-01-01"),
                Body.need(unique("n")).with("to", "2037-01-01"),
                Body.need(unique("n")).with("theme", "FIN.FIU").with("nationalRank", 1),
                Body.need(unique("n")).with("languages", List.of("zh-Hans", "en")))) {
            post(request + "/needs", body).then().statusCode(201);
        }
    }
}

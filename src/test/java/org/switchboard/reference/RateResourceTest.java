package org.switchboard.reference;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.switchboard.testing.Api.get;
import static org.switchboard.testing.Api.path;
import static org.switchboard.testing.Api.post;
import static org.switchboard.testing.Api.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.testing.Body;
import org.switchboard.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RateResourceTest {

    @Test
    void rateIsAddedOncePerCurrencyAndDay() {
        Body rate = Body.rate("AFN", "2026-01-01", "0.0141234567");
        post("/rates", rate)
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/rates/"))
                .body("currency", equalTo("AFN"))
                .body("since", equalTo("2026-01-01"))
                .body("source", equalTo("United Nations operational rate"));
        String again = path(post("/rates", Body.rate("AFN", "2024-01-01", "0.03")));
        get(again).then().statusCode(200).body("since", equalTo("2024-01-01")).header("ETag", equalTo("\"0\""));
        problem(get("/rates/" + UUID.randomUUID()), 404, "not-found");
        problem(post("/rates", rate), 409, "conflict").body("detail", containsString("AFN from 2026-01-01"));
        post("/rates", Body.rate("AFN", "2025-01-01", "0.02")).then().statusCode(201);
        get("/rates")
                .then()
                .statusCode(200)
                .body(
                        "findAll { it.currency == 'AFN' }.since",
                        equalTo(List.of("2024-01-01", "2025-01-01", "2026-01-01")))
                .body("findAll { it.currency == 'AFN' }.usdPerUnit", contains(0.03f, 0.02f, 0.0141234567f));
    }

    @ParameterizedTest
    @CsvSource({
        "currency, USD, /currency",
        "currency, euro, /currency",
        "currency, XQZ, /currency",
        "usdPerUnit, 0, /usdPerUnit",
        "usdPerUnit, -1, /usdPerUnit",
        "usdPerUnit, 0.00000000001, /usdPerUnit",
        "usdPerUnit, 99999999999, /usdPerUnit",
        "source, ' ', /source"
    })
    void brokenRuleIsNamedWithItsPlace(String field, String value, String pointer) {
        Body rate = Body.rate("EUR", "1960-01-01", field.equals("usdPerUnit") ? value : "1");
        if (!field.equals("usdPerUnit")) {
            rate.with(field, value);
        }
        problem(post("/rates", rate), 422, "rules-broken").body("violations.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"currency", "since", "usdPerUnit", "source"})
    void whatMustBeSaidIsMissed(String field) {
        problem(post("/rates", Body.rate("EUR", "1960-01-01", "1").without(field)), 422, "rules-broken")
                .body("violations.pointer", contains("/" + field));
        problem(post("/rates", Body.empty()), 422, "rules-broken")
                .body("violations.pointer", containsInAnyOrder("/currency", "/since", "/usdPerUnit", "/source"));
    }
}

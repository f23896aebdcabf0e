package org.switchboard.offer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.get;
import static org.switchboard.testing.Api.importCsv;
import static org.switchboard.testing.Api.move;
import static org.switchboard.testing.Api.post;
import static org.switchboard.testing.Api.problem;
import static org.switchboard.testing.Api.unique;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.testing.Body;
import org.switchboard.testing.Csv;
import org.switchboard.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class OfferImportTest {

    @Inject
    SessionFactory sessions;

    private String provider;
    private String first;
    private String second;

    @BeforeEach
    void namesOfItsOwn() {
        provider = unique("P");
        first = unique("offer");
        second = unique("offer");
    }

    private Csv two() {
        return Csv.offers(provider).row(first).row(second, "themes", "LEG FIN");
    }

    @Test
    void fileIsTakenWholeAndItsProviderIsMadeOnce() {
        importCsv("offers", "", two().toString())
                .then()
                .statusCode(200)
                .body("rows", is(2))
                .body("created", is(2));
        get("/providers/" + provider)
                .then()
                .statusCode(200)
                .body("name", equalTo("Fund " + provider))
                .body("type", equalTo("ORGANIZATION"));
        get("/offers?provider=" + provider)
                .then()
                .body("items.reference", containsInAnyOrder(first, second))
                .body("items.status", everyItem(equalTo("ACTIVE")))
                .body("items.audience", everyItem(equalTo("PARTICIPANTS")));
        // a file of offers is not where a provider describes itself
        importCsv("offers", "", two().toString().replace("Fund ", "Other "))
                .then()
                .body("unchanged", is(2));
        get("/providers/" + provider).then().body("name", equalTo("Fund " + provider));
        get("/providers/" + provider + "/changes").then().body("why", contains("created"));
    }

    /** What an expert brings in for a provider never shows more of what is there already. */
    @Test
    void fileOpensNothingUp() {
        importCsv("offers", "", two().toString()).then().statusCode(200);
        String opened = Csv.offers(provider)
                .row(first)
                .row(second, "themes", "LEG FIN", "audience", "public")
                .toString();
        importCsv("offers", "", opened)
                .then()
                .statusCode(422)
                .body("violations.code", contains("OwnersAct"))
                .body("violations.pointer", contains("/audience"));
        get("/offers?provider=" + provider).then().body("items.audience", everyItem(equalTo("PARTICIPANTS")));
    }

    @Test
    void everyColumnIsRead() {
        post("/rates", Body.rate("MDL", "2020-01-01", "0.05")).then().statusCode(201);
        String csv = Csv.offers(provider)
                .row(
                        first,
                        "themes",
                        "FIN LEG",
                        "kinds",
                        "TRAINING",
                        "stages",
                        "A B",
                        "regions",
                        "014 002",
                        "states",
                        "FJI",
                        "excluded_states",
                        "KEN",
                        "budget_usd",
                        "",
                        "currency",
                        "MDL",
                        "budget",
                        "1000",
                        "floor",
                        "20",
                        "ceiling",
                        "400",
                        "per_state_cap",
                        "500",
                        "max_needs",
                        "3",
                        "audience",
                        "public",
                        "funding",
                        "fund",
                        "criteria",
                        "A law",
                        "programme",
                        "new",
                        "standing",
                        "potential",
                        "due_diligence_required",
                        "true")
                .toString();
        importCsv("offers", "", csv).then().statusCode(200).body("created", is(1));
        JsonPath read = get("/offers?provider=" + provider).jsonPath();
        read.setRootPath("items[0]");
        assertEquals(List.of("FIN", "LEG"), read.getList("themes"));
        assertEquals(List.of("A", "B"), read.getList("stages"));
        assertEquals(List.of("014", "002"), read.getList("regions"));
        assertEquals(List.of("FJI"), read.getList("states"));
        assertEquals(List.of("KEN"), read.getList("excludedStates"));
        assertEquals(50, read.getInt("budgetUsd"));
        assertEquals(1, read.getInt("floorUsd"));
        assertEquals(20, read.getInt("ceilingUsd"));
        assertEquals(25, read.getInt("perStateCapUsd"));
        assertEquals(3, read.getInt("maxNeeds"));
        assertEquals(List.of("en", "fr"), read.getList("languages"));
        assertEquals(
                "PUBLIC FUND NEW POTENTIAL",
                String.join(
                        " ",
                        read.getString("audience"),
                        read.getString("funding"),
                        read.getString("programme"),
                        read.getString("standing")));
        assertEquals(true, read.getBoolean("dueDiligenceRequired"));
        importCsv("offers", "", csv).then().body("unchanged", is(1));
    }

    @Test
    void changedRowChangesItsOfferAndClosedOnesStay() {
        importCsv("offers", "", two().toString()).then().statusCode(200);
        String csv = Csv.offers(provider)
                .row(first, "title", "Another")
                .row(second, "themes", "LEG FIN")
                .toString();
        importCsv("offers", "", csv).then().body("changed", is(1)).body("unchanged", is(1));
        String offer = "/offers/"
                + get("/offers?provider=" + provider + "&sort=title").jsonPath().getString("items[0].id");
        get(offer + "/changes").then().body("why", contains("imported", "changed by import"));
        move(offer, "closure", "spent").then().statusCode(200);
        problem(importCsv("offers", "", two().toString()), 409, "conflict").body("detail", containsString("Row 2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            provider        | no@code     | must be 1 to 40
            provider        | ''          | must not be empty
            provider_name   | ''          | must not be empty
            provider_type   | person      | state, organization
            provider_type   | ''          | must not be empty
            reference       | ''          | must not be empty
            title           | ''          | must not be empty
            themes          | FIN ZZZ     | 'ZZZ' is not in the list
            kinds           | MAGIC       | /api/v1/kinds
            stages          | D           | /api/v1/stages
            regions         | 999         | /api/v1/regions
            states          | KEN ZZZ     | /api/v1/states
            excluded_states | ken         | /api/v1/states
            budget_usd      | ''          | must not be empty
            budget_usd      | much        | must be a number
            floor_usd       | 900001      | must not be above
            ceiling_usd     | -1          | must be above zero
            max_needs       | none        | must be a whole number
            per_state_cap_usd | x         | must be a number
            languages       | ''          | must not be empty
            to              | 2026-12-31  | before the first day
            funding         | gift        | direct, fund
            audience        | all         | committee, participants, public
            currency        | EUR         | columns that end in _usd
            floor           | 5           | columns that end in _usd
            """)
    void badCellIsReportedWithItsRowColumnValueAndReason(String column, String value, String reason) {
        String csv = Csv.offers(provider).row(first).row(second, column, value).toString();
        JsonPath report = problem(importCsv("offers", "", csv), 422, "rows-rejected")
                .extract()
                .jsonPath();
        assertEquals(
                List.of(column),
                report.getList("violations.column").stream().distinct().toList(),
                report.prettify());
        assertEquals(3, report.getInt("violations[0].row"));
        assertEquals(value, report.getString("violations[0].value"));
        assertTrue(report.getString("violations[0].reason").contains(reason), report.prettify());
        get("/offers?provider=" + provider).then().body("items", empty());
        problem(get("/providers/" + provider), 404, "not-found");
        importCsv("offers", "?mode=skip", csv).then().body("created", is(1)).body("rejected", is(1));
    }

    @Test
    void moneyIsNotGivenTwice() {
        String csv = Csv.offers(provider)
                .row(first, "budget", "5", "currency", "USD")
                .toString();
        problem(importCsv("offers", "", csv), 422, "rows-rejected").body("violations.column", contains("budget_usd"));
    }

    @Test
    void whatIsNoTableOfOffersIsRefused() {
        problem(importCsv("offers", "", Csv.needs().row("x").toString()), 400, "malformed")
                .body("detail", containsString("Missing columns: languages, provider, provider_name, provider_type"));
        problem(importCsv("offers", "", two().row(first).toString()), 422, "rows-rejected")
                .body("violations", hasSize(1))
                .body("violations[0].reason", containsString("row 2"));
    }

    @Test
    void noQueryIsMadePerRow() {
        long small = statements(20);
        long large = statements(2000);
        assertTrue(large < small + 60, small + " statements for 20 rows, " + large + " for 2000");
    }

    private long statements(int rows) {
        long before = sessions.getStatistics().getPrepareStatementCount();
        String prefix = unique("P");
        Csv csv = Csv.offers(prefix);
        for (int i = 0; i < rows; i++) {
            csv.row(prefix + i, "provider", prefix + "." + i % 10);
        }
        importCsv("offers", "", csv.toString()).then().statusCode(200).body("created", is(rows));
        return sessions.getStatistics().getPrepareStatementCount() - before;
    }
}

package org.switchboard.need;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
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
class NeedImportTest {

    @Inject
    SessionFactory sessions;

    private String source;
    private String first;
    private String second;

    @BeforeEach
    void namesOfItsOwn() {
        source = unique("source");
        first = unique("need");
        second = unique("need");
    }

    private Csv two() {
        return Csv.needs().row(first, "source", source).row(second, "source", source, "state", "SEN");
    }

    @Test
    void fileIsTakenWholeAndItsNeedsAreOpen() {
        importCsv("needs", "", two().toString())
                .then()
                .statusCode(200)
                .body("rows", is(2))
                .body("created", is(2))
                .body("changed", is(0))
                .body("unchanged", is(0))
                .body("rejected", is(0))
                .body("problems", empty());
        get("/needs?source=" + source)
                .then()
                .body("items.reference", containsInAnyOrder(first, second))
                .body("items.status", everyItem(equalTo("OPEN")))
                .body("items.audience", everyItem(equalTo("COMMITTEE")))
                .body("items.find { it.state == 'SEN' }.languages", contains("fr"));
        String need = pathOf(first);
        get(need + "/changes")
                .then()
                .body("who", contains(endsWith("@people.example")))
                .body("why", contains("imported"));
        get("/requests/" + get(need).jsonPath().getString("request"))
                .then()
                .statusCode(200)
                .body("state", equalTo("KEN"))
                .body("reference", containsString(source));
    }

    /** What an expert brings in for a State never shows more of what is there already. */
    @Test
    void fileOpensNothingUp() {
        importCsv("needs", "", two().toString()).then().statusCode(200);
        String opened = Csv.needs()
                .row(first, "source", source)
                .row(second, "source", source, "state", "SEN", "audience", "participants")
                .toString();
        importCsv("needs", "", opened)
                .then()
                .statusCode(422)
                .body("violations.code", contains("OwnersAct"))
                .body("violations.pointer", contains("/audience"));
        get(pathOf(second)).then().body("audience", equalTo("COMMITTEE"));
    }

    @Test
    void everyColumnIsRead() {
        String csv = Csv.needs()
                .row(
                        first,
                        "source",
                        source,
                        "state",
                        "SEN",
                        "theme",
                        "LEG.CRM",
                        "stage",
                        "A",
                        "cost_usd",
                        "1234.50",
                        "tranches",
                        "4",
                        "partial_ok",
                        "TRUE",
                        "priority",
                        "Critical",
                        "languages",
                        "fr  ar",
                        "audience",
                        "public",
                        "matching",
                        "released",
                        "released_to",
                        "UNDP",
                        "blocked_providers",
                        "LAF XYZ",
                        "objective",
                        "o",
                        "current_situation",
                        "c",
                        "expected_outcome",
                        "e",
                        "beneficiary_institution",
                        "b",
                        "help_received_or_sought",
                        "h",
                        "cost_basis",
                        "k",
                        "national_rank",
                        "3",
                        "human_rights",
                        "true",
                        "gender",
                        "false")
                .toString();
        importCsv("needs", "", csv).then().statusCode(200).body("created", is(1));
        JsonPath read = get(pathOf(first)).jsonPath();
        assertEquals("LEG.CRM", read.getString("theme"));
        assertEquals(1234.5f, read.getFloat("cost.amount"));
        assertEquals(4, read.getInt("tranches"));
        assertEquals(true, read.getBoolean("partialOk"));
        assertEquals("CRITICAL", read.getString("priority"));
        assertEquals(List.of("fr", "ar"), read.getList("languages"));
        assertEquals("PUBLIC", read.getString("audience"));
        assertEquals("RELEASED", read.getString("matching"));
        assertEquals(List.of("UNDP"), read.getList("releasedTo"));
        assertEquals(List.of("LAF", "XYZ"), read.getList("blockedProviders"));
        assertEquals(
                "oceb",
                read.getString("objective")
                        + read.getString("currentSituation")
                        + read.getString("expectedOutcome")
                        + read.getString("beneficiaryInstitution"));
        assertEquals("h", read.getString("helpReceivedOrSought"));
        assertEquals("k", read.getString("costBasis"));
        assertEquals(3, read.getInt("nationalRank"));
        assertEquals(true, read.getBoolean("humanRights"));
    }

    @Test
    void sameFileAgainChangesNothing() {
        importCsv("needs", "", two().toString()).then().statusCode(200);
        String before = get("/needs?source=" + source).asString();
        importCsv("needs", "", two().toString())
                .then()
                .statusCode(200)
                .body("unchanged", is(2))
                .body("created", is(0))
                .body("changed", is(0));
        assertEquals(before, get("/needs?source=" + source).asString());
    }

    @Test
    void changedRowChangesItsNeedAndIsRecorded() {
        importCsv("needs", "", two().toString()).then().statusCode(200);
        String csv = Csv.needs()
                .row(first, "source", source, "title", "Another title")
                .row(second, "source", source, "state", "SEN")
                .toString();
        importCsv("needs", "", csv)
                .then()
                .statusCode(200)
                .body("changed", is(1))
                .body("unchanged", is(1));
        String need = pathOf(first);
        get(need).then().header("ETag", "\"1\"").body("title", equalTo("Another title"));
        get(need + "/changes")
                .then()
                .body("why", contains("imported", "changed by import"))
                .body("from[1]", equalTo("OPEN"))
                .body("to[1]", equalTo("OPEN"));
    }

    @Test
    void withdrawnNeedIsNotChangedByAFile() {
        importCsv("needs", "", two().toString()).then().statusCode(200);
        move(pathOf(first), "withdrawal", "no longer needed").then().statusCode(200);
        importCsv("needs", "", two().toString()).then().statusCode(200).body("unchanged", is(2));
        String csv = Csv.needs()
                .row(unique("need"), "source", source)
                .row(first, "source", source, "title", "Another")
                .toString();
        problem(importCsv("needs", "", csv), 409, "conflict")
                .body("detail", containsString("Row 3"))
                .body("detail", containsString(first));
        get("/needs?source=" + source).then().body("items", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reference  | ''            | must not be empty
            state      | ''            | ISO 3166-1
            state      | ken           | ISO 3166-1
            state      | ZZZ           | ISO 3166-1
            theme      | ''            | must not be empty
            theme      | NOTHING       | /api/v1/themes
            stage      | D             | must be A, B or C
            kind       | MAGIC         | /api/v1/kinds
            title      | ''            | must not be empty
            cost_usd   | ''            | must not be empty
            cost_usd   | a lot         | must be a number
            cost_usd   | 1,000         | must be a number
            cost_usd   | 0             | must be above zero
            cost_usd   | -5            | must be above zero
            cost_usd   | 0.001         | numeric value out of bounds
            cost_usd   | 20000000000   | must be less than or equal
            tranches   | 3             | must be 1, 2 or 4
            tranches   | two           | must be a whole number
            tranches   | 1.5           | must be a whole number
            partial_ok | maybe         | must be true or false
            priority   | urgent        | low, medium, high, critical
            languages  | en French!    | language tag
            from       | tomorrow      | 2027-01-31
            from       | 01/02/2027    | 2027-01-31
            from       | +12027-01-01  | 1900 to 2199
            to         | 2026-12-31    | before the first day
            to         | ''            | must not be empty
            audience   | all           | committee, participants, public
            matching   | none          | any, released
            national_rank | 0          | greater than or equal to 1
            """)
    void badCellIsReportedWithItsRowColumnValueAndReason(String column, String value, String reason) {
        String csv = Csv.needs()
                .row(first, "source", source)
                .row(second, "source", source, column, value)
                .toString();
        JsonPath report = problem(importCsv("needs", "", csv), 422, "rows-rejected")
                .body("detail", containsString("1 of 2 rows"))
                .extract()
                .jsonPath();
        assertEquals(1, report.getList("violations").size(), report.prettify());
        assertEquals(3, report.getInt("violations[0].row"));
        assertEquals(column, report.getString("violations[0].column"));
        assertEquals(value, report.getString("violations[0].value"));
        assertTrue(report.getString("violations[0].reason").contains(reason), report.prettify());
        get("/needs?source=" + source).then().body("items", empty());

        importCsv("needs", "?mode=skip", csv)
                .then()
                .statusCode(200)
                .body("created", is(1))
                .body("rejected", is(1))
                .body("problems.column", contains(column));
        get("/needs?source=" + source).then().body("items.reference", contains(first));
    }

    @Test
    void allThatIsWrongWithARowIsReportedAtOnce() {
        String csv = Csv.needs()
                .row(first, "state", "ZZZ", "theme", "", "cost_usd", "much", "tranches", "x", "from", "y")
                .toString();
        problem(importCsv("needs", "", csv), 422, "rows-rejected")
                .body("violations.column", containsInAnyOrder("state", "theme", "cost_usd", "tranches", "from"))
                .body("violations.row", everyItem(is(2)));
    }

    @Test
    void referenceThatComesTwiceIsReportedWithTheFirstRow() {
        String csv = two().row(first, "source", source)
                .row(first, "source", source, "state", "UGA")
                .toString();
        problem(importCsv("needs", "", csv), 422, "rows-rejected")
                .body("violations", hasSize(1))
                .body("violations[0].row", is(4))
                .body("violations[0].column", equalTo("reference"))
                .body("violations[0].reason", containsString("row 2"));
        importCsv("needs", "?mode=skip", csv).then().body("created", is(3)).body("rejected", is(1));
    }

    @Test
    void costStandsInDollarsOrWithItsCurrency() {
        post("/rates", Body.rate("GEL", "2020-01-01", "0.5")).then().statusCode(201);
        String csv = Csv.needs()
                .row(first, "source", source, "cost_usd", "", "cost", "1000", "currency", "GEL")
                .row(second, "source", source)
                .toString();
        importCsv("needs", "", csv).then().statusCode(200).body("created", is(2));
        get(pathOf(first)).then().body("costUsd", is(500)).body("rateDate", equalTo("2020-01-01"));
        importCsv("needs", "", csv).then().body("unchanged", is(2));

        String bad = Csv.needs()
                .row(unique("n"), "cost", "5", "currency", "GEL")
                .row(unique("n"), "cost_usd", "", "cost", "5", "currency", "")
                .row(unique("n"), "cost_usd", "", "cost", "5", "currency", "FJD")
                .row(unique("n"), "cost_usd", "", "cost", "5", "currency", "lari")
                .row(unique("n"), "cost_usd", "", "cost", "0", "currency", "GEL")
                .row(unique("n"), "cost_usd", "5", "currency", "GEL")
                .toString();
        problem(importCsv("needs", "", bad), 422, "rows-rejected")
                .body("violations.row", contains(2, 3, 4, 5, 6, 7))
                .body("violations.column", contains("cost_usd", "currency", "currency", "currency", "cost", "cost_usd"))
                .body("violations[2].reason", containsString("no rate for FJD"));
    }

    @Test
    void quotedCellsByteOrderMarksAndLineEndsOfWindowsAreRead() {
        String title = "Training, \"advanced\"\r\nand basic";
        String csv = '\uFEFF'
                + Csv.needs()
                        .row(first, "source", source, "title", title)
                        .toString()
                        .replace("\n", "\r\n")
                        .replace("\r\r\n", "\r\n");
        importCsv("needs", "", csv.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("created", is(1));
        get(pathOf(first)).then().body("title", equalTo(title));
    }

    @Test
    void blankLinesAreCountedButNotTaken() {
        String csv = Csv.needs()
                .row(first, "source", source)
                .row(second, "source", source, "tranches", "3")
                .toString();
        String[] lines = csv.split("\n");
        String spaced = lines[0] + "\n\n" + lines[1] + "\n" + ",".repeat(10) + "\n" + lines[2] + "\n\n";
        problem(importCsv("needs", "", spaced), 422, "rows-rejected")
                .body("detail", containsString("1 of 2 rows"))
                .body("violations[0].row", is(5));
    }

    @Test
    void whatIsNoTableOfNeedsIsRefused() {
        String good = two().toString();
        malformed("", "Missing columns");
        malformed("\n\n", "");
        malformed("nonsense", "Missing columns: from, kind, reference, stage, state, theme, title, to");
        malformed(good.replaceFirst("theme", "topic"), "Unknown columns: topic");
        malformed(good.replaceFirst("theme", "state"), "state");
        malformed(good.replaceFirst("theme", ""), "");
        malformed(good + "\"never closed,KEN\n", "");
        malformed("x,".repeat(101) + "y\n", "");
        byte[] latin = good.replace("Training", "Übung").getBytes(StandardCharsets.ISO_8859_1);
        problem(importCsv("needs", "", latin), 400, "malformed").body("detail", containsString("UTF-8"));
        problem(importCsv("needs", "", good.getBytes(StandardCharsets.UTF_16)), 400, "malformed")
                .body("detail", containsString("UTF-8"));
        problem(importCsv("needs", "?mode=some", good), 400, "malformed").body("detail", containsString("all or skip"));
        get("/needs?source=" + source).then().body("items", empty());
    }

    private static void malformed(String csv, String why) {
        problem(importCsv("needs", "", csv), 400, "malformed").body("detail", containsString(why));
    }

    @Test
    void headingAloneIsAnEmptyFile() {
        importCsv("needs", "", two().toString().split("\n")[0] + "\n")
                .then()
                .statusCode(200)
                .body("rows", is(0))
                .body("created", is(0));
    }

    @Test
    void raggedRowsAndUnstorableTextAreReported() {
        String csv = two().toString();
        problem(importCsv("needs", "", csv + unique("n") + ",KEN,FIN\n"), 422, "rows-rejected")
                .body("violations.find { it.column == '' }.row", is(4))
                .body("violations.find { it.column == '' }.reason", containsString("has 3 cells, the heading 10"));
        problem(importCsv("needs", "", csv.replace(source + "\n", source + ",extra\n")), 422, "rows-rejected")
                .body("violations.row", contains(2, 3));
        problem(importCsv("needs", "", csv.replace("Training", "Trai\u0000ning")), 422, "rows-rejected")
                .body("violations.column", contains("title", "title"));
    }

    @Test
    void tooLargeABodyIsRefused() {
        byte[] large = new byte[100_000_000];
        problem(importCsv("needs", "", large), 413, "too-large");
    }

    @Test
    void noQueryIsMadePerRow() {
        long small = statements(20);
        long large = statements(2000);
        assertTrue(large < small + 60, small + " statements for 20 rows, " + large + " for 2000");
    }

    /** Imports new needs of several States and sources, then the same again changed. */
    private long statements(int rows) {
        long before = sessions.getStatistics().getPrepareStatementCount();
        String prefix = unique("many");
        for (String title : List.of("One", "Two")) {
            Csv csv = Csv.needs();
            for (int i = 0; i < rows; i++) {
                // the last ones are the first of their State, after needs of others
                String state =
                        i < rows - 3 ? "KEN" : List.of("UGA", "TZA", "RWA").get(rows - 1 - i);
                csv.row(prefix + i, "state", state, "source", source, "title", title);
            }
            importCsv("needs", "", csv.toString())
                    .then()
                    .statusCode(200)
                    .body(title.equals("One") ? "created" : "changed", is(rows));
        }
        return sessions.getStatistics().getPrepareStatementCount() - before;
    }

    private String pathOf(String reference) {
        List<String> ids = get("/needs?source=" + source + "&limit=200")
                .jsonPath()
                .getList("items.findAll { it.reference == '" + reference + "' }.id");
        return "/needs/" + UUID.fromString(ids.get(0));
    }

    @Test
    void importTakesNothingButCsv() {
        problem(
                given().contentType("application/json").body("{}").post("/api/v1/imports/needs"),
                415,
                "unsupported-type");
    }
}

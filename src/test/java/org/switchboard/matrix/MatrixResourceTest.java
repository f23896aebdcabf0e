package org.switchboard.matrix;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.testing.PostgresResource;

/** The conventions of HTTP, and the two forms in which the matrix is given. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class MatrixResourceTest {

    private static final String MATRIX = "/api/v1/matrix";

    @Inject
    ObjectMapper json;

    @BeforeEach
    void storeItems() throws Exception {
        SomeItems.store();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/*",
                "text/csv;q=0.5, application/json",
                "text/html, */*;q=0.8"
            })
    void jsonIsTheUsualForm(String accept) {
        given().accept(accept)
                .get(MATRIX)
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .header("Content-Language", "en")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Accept-Language"))
                .body("split", containsString("counted once"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/*", "text/csv, application/json;q=0.5"})
    void csvIsGivenOnRequest(String accept) {
        given().accept(accept)
                .get(MATRIX)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Language", "en")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Accept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/*"})
    void otherFormsAreRefused(String accept) {
        given().accept(accept).get(MATRIX).then().statusCode(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv"})
    void whatTheCallerHasAlreadyIsNotSentAgain(String form) {
        Response first = given().accept(form).get(MATRIX);
        String tag = first.header("ETag");
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            given().accept(form)
                    .header("If-None-Match", known)
                    .get(MATRIX)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Vary", containsString("Accept"))
                    .body(emptyString());
        }
        given().accept(form)
                .header("If-None-Match", "\"other\"")
                .get(MATRIX)
                .then()
                .statusCode(200);
        given().accept(form)
                .header("If-None-Match", tag)
                .get(MATRIX + "?lang=fr")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
        String other = form.equals("text/csv") ? "application/json" : "text/csv";
        given().accept(other).header("If-None-Match", tag).get(MATRIX).then().statusCode(200);
    }

    @Test
    void headingsAreNamedAndOrderedInTheAskedLanguage() {
        Response english = given().queryParam("rows", "state").get(MATRIX);
        Response french =
                given().queryParam("rows", "state").queryParam("lang", "fr").get(MATRIX);
        Response chinese = given().queryParam("rows", "state")
                .header("Accept-Language", "zh-CN, en;q=0.5")
                .get(MATRIX);
        assertEquals("fr", french.header("Content-Language"));
        assertEquals("zh", chinese.header("Content-Language"));
        assertEquals("Algérie", french.path("rows.find { it.code == 'DZA' }.name"));
        assertEquals("阿尔及利亚", chinese.path("rows.find { it.code == 'DZA' }.name"));
        for (Response answer : List.of(english, french, chinese)) {
            String language = answer.header("Content-Language");
            assertEquals(listed("states", "iso3", language), answer.path("rows.code"), language);
            assertEquals(listed("themes", "code", language), answer.path("columns.code"), language);
            assertEquals(answer.<List<String>>path("rows.code"), answer.path("rowTotals.code"), language);
            assertEquals(answer.<List<String>>path("columns.code"), answer.path("columnTotals.code"), language);
            List<String> places = answer.path("cells.row");
            assertEquals(
                    answer.<List<String>>path("rows.code"),
                    places.stream().distinct().toList(),
                    language);
        }
        assertFalse(english.<List<String>>path("rows.code").equals(french.path("rows.code")));
        assertFalse(english.<List<String>>path("rows.code").equals(chinese.path("rows.code")));
    }

    private static List<String> listed(String list, String code, String language) {
        return given().queryParam("lang", language).get("/api/v1/" + list).path(code);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "rows=country, rows must be region",
                "columns=area, columns must be theme",
                "theme=ZZZ, 'ZZZ' is no known theme",
                "stage=D, 'D' is no known stage",
                "kind=training, 'training' is no known kind",
                "region=999, '999' is no known region",
                "state=KE, 'KE' is no known state",
                "from=2027-02-30, from must be a date such as",
                "to=tomorrow, to must be a date such as",
                "from=2027-02-01&to=2027-01-31, to must not be before from",
                "status=ASKED, status must be one of",
                "group=NATO, group must be one of",
                "situation=ldc, situation must be one of",
                "lang=de, lang"
            })
    void whatCannotBeReadIsSaidInWords(String query, String words) {
        for (String form : List.of("application/json", "text/csv", "*/*")) {
            given().accept(form)
                    .get(MATRIX + "?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString(words));
        }
    }

    @Test
    void csvHoldsTheSameCellsAndTotals() throws Exception {
        MatrixView view = json.readValue(
                given().queryParam("rows", "subregion").get(MATRIX).asString(), MatrixView.class);
        List<CSVRecord> lines = table(csv("?rows=subregion"));
        List<String> expected = new ArrayList<>();
        view.cells().forEach(cell -> expected.add(line("cell", cell.row(), cell.column(), cell.figures())));
        view.rowTotals().forEach(total -> expected.add(line("row total", total.code(), "", total.figures())));
        view.columnTotals().forEach(total -> expected.add(line("column total", "", total.code(), total.figures())));
        expected.add(line("total", "", "", view.total()));
        List<String> seen = lines.stream()
                .map(line -> line.get("line") + "|" + line.get("row") + "|" + line.get("column") + "|"
                        + line.get("needs") + "|" + line.get("asked_usd") + "|" + line.get("offers") + "|"
                        + line.get("offered_usd") + "|" + line.get("proposed_needs") + "|" + line.get("proposed_usd")
                        + "|" + line.get("matched_needs") + "|" + line.get("matched_usd") + "|"
                        + line.get("unmet_needs") + "|" + line.get("unmet_usd"))
                .toList();
        assertEquals(expected, seen);
        for (CSVRecord line : lines) {
            assertEquals(Boolean.toString(view.sample()), line.get("sample"));
        }
        assertEquals("Sub-Saharan Africa", name(lines, "row", "202", "row_name"));
        assertEquals("Financial law and practice", name(lines, "column", "FIN", "column_name"));
    }

    private static String name(List<CSVRecord> lines, String column, String code, String name) {
        return lines.stream()
                .filter(line -> line.get(column).equals(code))
                .map(line -> line.get(name))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String line(String line, String row, String column, MatrixView.Figures figures) {
        return line + "|" + row + "|" + column + "|" + figures.needs() + "|" + figures.askedUsd() + "|"
                + figures.offers() + "|" + figures.offeredUsd() + "|" + figures.proposedNeeds() + "|"
                + figures.proposedUsd() + "|" + figures.matchedNeeds() + "|" + figures.matchedUsd() + "|"
                + figures.unmetNeeds() + "|" + figures.unmetUsd();
    }

    @Test
    void csvNamesTheProgrammesBehindACellAndWhereToWrite() throws Exception {
        String programmes = table(csv("?rows=state&state=FRA&theme=POL&from=2027-01-01&to=2027-01-01")).stream()
                .filter(line -> line.get("line").equals("cell"))
                .map(line -> line.get("programmes"))
                .findFirst()
                .orElseThrow();
        assertTrue(
                programmes.contains("=HYPERLINK(\"http://x.example\",\"Aid, all of it\"): +Direct line"
                        + " (Programmes, desk@fund.example)"),
                programmes);
    }

    @Test
    void csvIsSafeToOpenInASpreadsheet() throws Exception {
        // in a year for which no other test offers anything: the dangerous name is to begin its cell
        String csv = csv("?rows=state&state=FJI&from=2031-06-01&to=2031-06-30");
        assertFalse(csv.replace("\r\n", "").contains("\n"), "a line that does not end in CRLF");
        assertTrue(csv.endsWith("\r\n"));
        boolean found = false;
        for (CSVRecord line : table(csv)) {
            for (String cell : line) {
                assertFalse(cell.matches("(?s)[=+@\\t\\r].*"), cell);
                found |= cell.startsWith("'=HYPERLINK");
            }
        }
        assertTrue(found, "no provider with a dangerous name");
    }

    private static String csv(String query) {
        return given().accept("text/csv")
                .get(MATRIX + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<CSVRecord> table(String csv) throws Exception {
        try (CSVParser parser = CSVParser.parse(
                csv,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }
}

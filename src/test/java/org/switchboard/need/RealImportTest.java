package org.switchboard.need;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.get;
import static org.switchboard.testing.Api.importCsv;
import static org.switchboard.testing.Api.post;
import static org.switchboard.testing.Api.problem;
import static org.switchboard.testing.Api.unique;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.testing.Body;
import org.switchboard.testing.Csv;
import org.switchboard.testing.PostgresResource;

/** Imports the real files that stand beside the project in {@code ../shared}. */
@QuarkusTest
@Tag("real")
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RealImportTest {

    private static final Path REAL =
            Path.of(System.getProperty("shared", "../shared")).resolve("data/real");

    /** Our theme, kind and stage for a sector of the appeal; the themes are other people's, so each is a nearest one. */
    private static final Map<String, List<String>> SECTORS = Map.ofEntries(
            Map.entry("PROTECTION/HUMAN RIGHTS/RULE OF LAW", List.of("HRT", "ADVISORY_MISSION", "A")),
            Map.entry("SAFETY AND SECURITY OF STAFF AND OPERATIONS", List.of("CIP", "EQUIPMENT", "B")),
            Map.entry("COORDINATION AND SUPPORT SERVICES", List.of("COO", "FUNDING", "C")),
            Map.entry("ECONOMIC RECOVERY AND INFRASTRUCTURE", List.of("CIP", "INFRASTRUCTURE", "B")),
            Map.entry("EDUCATION", List.of("CVE.EDU", "TRAINING", "B")),
            Map.entry("HEALTH", List.of("WMD.BIO", "FUNDING", "B")),
            Map.entry("AGRICULTURE", List.of("CIP", "FUNDING", "B")),
            Map.entry("FOOD", List.of("CIP", "FUNDING", "B")),
            Map.entry("SHELTER AND NON-FOOD ITEMS", List.of("CIP", "INFRASTRUCTURE", "B")),
            Map.entry("WATER AND SANITATION", List.of("CIP", "INFRASTRUCTURE", "B")),
            Map.entry("SECTOR NOT YET SPECIFIED", List.of("COO", "FUNDING", "B")));

    private static final Map<String, String> STATES = Map.of("HT", "HTI", "DO", "DOM");

    @ParameterizedTest
    @CsvSource({"needs,needs-2015,861", "needs,needs-2016,857", "offers,offers-2015,559", "offers,offers-2016,553"})
    void derivedFilesAreTakenWholeAndTwice(String what, String file, int rows) throws IOException {
        // under references of their own, because other tests bring the same files in
        String csv = Files.readString(REAL.resolve(file + ".csv")).replace("CRS-20", unique("CRS") + "-20");
        importCsv(what, "", csv)
                .then()
                .statusCode(200)
                .body("rows", is(rows))
                .body("created", is(rows))
                .body("problems", empty());
        importCsv(what, "", csv)
                .then()
                .statusCode(200)
                .body("unchanged", is(rows))
                .body("created", is(0))
                .body("changed", is(0));
    }

    @Test
    void appealOfHaitiShowsItsRepeatedIdsItsZerosAndItsLongTitle() throws IOException {
        Csv needs = Csv.plain();
        for (CSVRecord row : rows("haiti2010_needs.csv")) {
            List<String> sector = SECTORS.get(row.get("sector_iasc"));
            needs.row(
                    row.get("project_id"),
                    "state",
                    STATES.get(row.get("country")),
                    "theme",
                    sector.get(0),
                    "kind",
                    sector.get(1),
                    "stage",
                    sector.get(2),
                    "title",
                    row.get("title"),
                    "cost",
                    row.get("requested"),
                    "currency",
                    row.get("currency"),
                    "from",
                    row.get("start"),
                    "to",
                    row.get("end"),
                    "objective",
                    row.get("objective"),
                    "beneficiary_institution",
                    row.get("requesting_org"),
                    "source",
                    "haiti2010");
        }
        JsonPath report = problem(importCsv("needs", "", needs.toString()), 422, "rows-rejected")
                .extract()
                .jsonPath();
        assertEquals(50, count(report, "cost", "must be above zero"), report.prettify());
        assertEquals("0", report.getString("violations[0].value"));
        assertEquals(2, report.getInt("violations[0].row"));
        // the six ids that come twice, two of them in rows of zero requests
        assertEquals(Set.of("43739", "43759", "43760", "44224", "44355", "44356"), values(report, "reference"));
        assertTrue(count(report, "title", "size must be between 0 and 300") >= 1, report.prettify());
        get("/needs?source=haiti2010").then().body("items", empty());

        int bad = report.getList("violations.row").stream()
                .collect(Collectors.toSet())
                .size();
        importCsv("needs", "?mode=skip", needs.toString())
                .then()
                .statusCode(200)
                .body("rows", is(287))
                .body("rejected", is(bad))
                .body("created", is(287 - bad));
    }

    @Test
    void pledgesToHaitiShowTheCurrenciesWithoutARate() throws IOException {
        Csv offers = Csv.plain();
        Map<String, Integer> perCurrency = new TreeMap<>();
        for (CSVRecord row : rows("haiti2010_offers.csv")) {
            perCurrency.merge(row.get("currency"), 1, Integer::sum);
            String description = row.get("description");
            offers.row(
                    row.get("transaction_id"),
                    "provider",
                    code(row.get("donor")),
                    "provider_name",
                    row.get("donor"),
                    "provider_type",
                    "organization",
                    "title",
                    description.isEmpty() ? row.get("milestone") + "-" : description,
                    "budget",
                    row.get("amount"),
                    "currency",
                    row.get("currency"),
                    "states",
                    "HTI",
                    "languages",
                    "en fr",
                    "from",
                    row.get("value_date"),
                    "to",
                    "2011-12-31");
        }
        assertEquals(11, perCurrency.size());
        Map<String, Integer> known = new TreeMap<>(perCurrency);
        known.keySet().retainAll(Set.of("USD"));
        JsonPath first = problem(importCsv("offers", "", offers.toString()), 422, "rows-rejected")
                .extract()
                .jsonPath();
        Map<String, Integer> without = perCurrencyIn(first);
        assertEquals(10, without.size(), without.toString());
        without.forEach((currency, rows) -> assertEquals(perCurrency.get(currency), rows, currency));
        // the one id that comes twice, in the same currency that now has a rate
        post("/rates", Body.rate("EUR", "2010-01-01", "1.43")).then().statusCode(201);
        post("/rates", Body.rate("NOK", "2010-01-01", "0.17")).then().statusCode(201);
        JsonPath second = problem(importCsv("offers", "", offers.toString()), 422, "rows-rejected")
                .extract()
                .jsonPath();
        Set<String> left = new TreeSet<>(without.keySet());
        left.removeAll(Set.of("EUR", "NOK"));
        assertEquals(left, perCurrencyIn(second).keySet());
        assertEquals(8, left.size());

        int rejected = second.getList("violations.row").stream()
                .collect(Collectors.toSet())
                .size();
        importCsv("offers", "?mode=skip", offers.toString())
                .then()
                .statusCode(200)
                .body("rows", is(383))
                .body("rejected", is(rejected))
                .body("created", is(383 - rejected));
        int references = values(second, "reference").size();
        assertTrue(references <= 1, second.prettify());
    }

    /** A code made of the name: its letters and digits, cut to what a code can hold. */
    private static String code(String donor) {
        String plain = Normalizer.normalize(donor, Normalizer.Form.NFD).replaceAll("[^A-Za-z0-9]+", "");
        return plain.length() > 40 ? plain.substring(0, 40) : plain;
    }

    private static long count(JsonPath report, String column, String reason) {
        return report.<Map<String, Object>>getList("violations").stream()
                .filter(cell -> cell.get("column").equals(column)
                        && cell.get("reason").toString().contains(reason))
                .count();
    }

    private static Set<String> values(JsonPath report, String column) {
        return report.<Map<String, Object>>getList("violations").stream()
                .filter(cell -> cell.get("column").equals(column))
                .map(cell -> (String) cell.get("value"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Integer> perCurrencyIn(JsonPath report) {
        Map<String, Integer> rows = new TreeMap<>();
        report.<Map<String, Object>>getList("violations").stream()
                .filter(cell -> cell.get("column").equals("currency"))
                .forEach(cell -> rows.merge((String) cell.get("value"), 1, Integer::sum));
        return rows;
    }

    private static List<CSVRecord> rows(String file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.readString(REAL.resolve(file), StandardCharsets.UTF_8), format)) {
            return parser.getRecords();
        }
    }
}

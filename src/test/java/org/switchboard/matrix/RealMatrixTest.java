package org.switchboard.matrix;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Reader;
import org.switchboard.testing.PostgresResource;

/** The matrix over the real needs and offers of 2016, which stand beside the project in {@code ../shared}. */
@QuarkusTest
@Tag("real")
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RealMatrixTest {

    private static final Path REAL =
            Path.of(System.getProperty("shared", "../shared")).resolve("data/real");

    @Inject
    ObjectMapper json;

    @Test
    void realNeedsOffersAndPlanAddUp() throws Exception {
        String needs = Files.readString(REAL.resolve("needs-2016.csv"), StandardCharsets.UTF_8);
        String offers = Files.readString(REAL.resolve("offers-2016.csv"), StandardCharsets.UTF_8);
        MatrixView.Figures others = without(rows(needs), rows(offers));
        SomeItems.imported("needs", needs);
        SomeItems.imported("offers", offers);
        SomeItems.run();

        Stored stored = Stored.now();
        for (String rows : List.of("region", "subregion", "state")) {
            for (String columns : List.of("theme", "stage", "kind")) {
                new Expected(stored, Reader.system(), rows, columns, Map.of()).assertIs(view(rows, columns));
            }
        }
        MatrixView.Figures total = view("region", "theme").total();
        assertEquals(rows(needs).size(), total.needs() - others.needs());
        assertEquals(sum(rows(needs), "cost_usd"), total.askedUsd() - others.askedUsd());
        assertEquals(rows(offers).size(), total.offers() - others.offers());
        assertEquals(sum(rows(offers), "budget_usd"), total.offeredUsd() - others.offeredUsd());
        assertEquals(stored.plan().stream().mapToLong(Stored.PlanRow::usd).sum(), total.proposedUsd());
        assertTrue(total.proposedUsd() > 0);
    }

    /** What the matrix counts of others, whether or not the files are imported already. */
    private static MatrixView.Figures without(List<CSVRecord> needs, List<CSVRecord> offers) {
        Stored stored = Stored.now();
        Set<String> ours = offers.stream()
                .map(row -> row.get("provider") + " " + row.get("reference"))
                .collect(Collectors.toSet());
        Set<String> asked = needs.stream().map(row -> row.get("reference")).collect(Collectors.toSet());
        Stored others = new Stored(
                stored.states(),
                stored.themes(),
                stored.needs().stream()
                        .filter(need -> !asked.contains(need.reference()))
                        .toList(),
                stored.offers().stream()
                        .filter(offer -> !ours.contains(offer.provider() + " " + offer.reference()))
                        .toList(),
                stored.providers(),
                stored.run(),
                List.of(),
                stored.matches());
        return new Expected(others, Reader.system(), "region", "theme", Map.of()).total();
    }

    private MatrixView view(String rows, String columns) throws IOException {
        return json.readValue(
                given().queryParam("rows", rows)
                        .queryParam("columns", columns)
                        .get("/api/v1/matrix")
                        .asString(),
                MatrixView.class);
    }

    private static long sum(List<CSVRecord> rows, String column) {
        return rows.stream().mapToLong(row -> Long.parseLong(row.get(column))).sum();
    }

    private static List<CSVRecord> rows(String csv) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                csv,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }
}

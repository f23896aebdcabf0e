package org.switchboard.matrix;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.hibernate.BaseSessionEventListener;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.access.Reader;
import org.switchboard.reference.Language;
import org.switchboard.reference.ReferenceData;
import org.switchboard.testing.PostgresResource;

/** Every figure of the matrix, held against a count by hand. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class MatrixTest {

    private static final Map<String, String> NO_FILTER = Map.of();

    @Inject
    Matrix matrix;

    @Inject
    ReferenceData reference;

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void storeItems() throws Exception {
        SomeItems.store();
    }

    @ParameterizedTest
    @CsvSource({
        "region, theme",
        "region, stage",
        "region, kind",
        "subregion, theme",
        "subregion, stage",
        "subregion, kind",
        "state, theme",
        "state, stage",
        "state, kind",
        "group, theme",
        "region, subtheme",
        "group, subtheme"
    })
    void everyCellAndTotalIsAsCountedByHand(String rows, String columns) throws Exception {
        assertAsCounted(Stored.now(), rows, columns, NO_FILTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "theme=FIN",
                "theme=FIN.FIU",
                "theme=LEG.CRM",
                "theme=WMD",
                "stage=A",
                "stage=B",
                "kind=TRAINING",
                "kind=LEGAL_DRAFTING",
                "region=002",
                "region=202",
                "region=014",
                "region=029",
                "state=KEN",
                "state=AFG",
                "state=DZA",
                "from=2028-01-01",
                "from=2029-12-31",
                "to=2027-01-01",
                "from=2027-12-31&to=2028-01-01",
                "from=2030-01-01&to=2030-01-01",
                "status=OPEN",
                "status=DRAFT",
                "status=WITHDRAWN",
                "status=CLOSED",
                "theme=FIN&stage=B",
                "theme=FIN.AML&kind=TRAINING",
                "stage=C&kind=TRAINING&region=002",
                "region=014&state=KEN",
                "region=419&state=KEN",
                "group=AFRICAN",
                "group=WEOG",
                "group=AFRICAN&region=142",
                "situation=LDC",
                "situation=LLDC&group=AFRICAN",
                "situation=SIDS&state=FJI",
                "language=fr",
                "language=ar&theme=BOR",
                "source=nobody",
                "source=mx-source",
                "theme=LEG&stage=A&kind=LEGAL_DRAFTING&region=002&from=2027-02-01&to=2027-12-31&status=OPEN"
            })
    void filtersNarrowNeedsAndOffersAlike(String query) throws Exception {
        Stored stored = Stored.now();
        Map<String, String> filter = filter(query);
        for (String rows : List.of("region", "state")) {
            for (String columns : List.of("theme", "stage", "kind")) {
                assertAsCounted(stored, rows, columns, filter);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme=FIN", "theme=FIN.FIU", "theme=WMD", "stage=B", "group=AFRICAN", "language=fr"})
    void subAreasAreCountedWithinTheirAreas(String query) throws Exception {
        assertAsCounted(Stored.now(), "region", "subtheme", filter(query));
    }

    @Test
    void figuresAddUp() throws Exception {
        Stored stored = Stored.now();
        MatrixView view = view("state", "theme", NO_FILTER);
        List<MatrixView.Figures> cells =
                view.cells().stream().map(MatrixView.Cell::figures).toList();
        List<MatrixView.Figures> rows =
                view.rowTotals().stream().map(MatrixView.Total::figures).toList();
        List<MatrixView.Figures> columns =
                view.columnTotals().stream().map(MatrixView.Total::figures).toList();
        MatrixView.Figures total = view.total();
        for (List<MatrixView.Figures> parts : List.of(cells, rows, columns)) {
            assertEquals(total.needs(), sum(parts, MatrixView.Figures::needs));
            assertEquals(total.askedUsd(), sum(parts, MatrixView.Figures::askedUsd));
            assertEquals(total.offeredUsd(), sum(parts, MatrixView.Figures::offeredUsd));
            assertEquals(total.proposedNeeds(), sum(parts, MatrixView.Figures::proposedNeeds));
            assertEquals(total.proposedUsd(), sum(parts, MatrixView.Figures::proposedUsd));
            assertEquals(total.unmetUsd(), sum(parts, MatrixView.Figures::unmetUsd));
        }
        assertEquals(total.askedUsd() - total.matchedUsd(), total.unmetUsd());
        assertEquals(view.programmes().size(), total.offers());
        assertEquals(
                view.programmes().stream()
                        .mapToLong(MatrixView.Programme::budgetUsd)
                        .sum(),
                total.offeredUsd());
        assertEquals(stored.run().orElseThrow(), view.proposedBy());
        assertEquals(stored.plan().stream().mapToLong(Stored.PlanRow::usd).sum(), total.proposedUsd());
        assertEquals(stored.plan().stream().map(Stored.PlanRow::need).distinct().count(), total.proposedNeeds());
        assertTrue(total.proposedUsd() > 0, "no plan to compare with");
    }

    @Test
    void offersThatServeNothingShownAreNotListed() throws Exception {
        Set<String> references = view("state", "theme", Map.of("state", "KEN")).programmes().stream()
                .map(MatrixView.Programme::reference)
                .collect(Collectors.toSet());
        assertTrue(references.contains("mx-any"));
        for (String absent :
                List.of("mx-mixed", "mx-listed", "mx-nowhere", "mx-islands", "mx-perhaps", "mx-asleep", "mx-draft")) {
            assertTrue(!references.contains(absent), absent);
        }
    }

    @Test
    void beforeAnyRunNothingIsProposed() throws Exception {
        MatrixView view = Inserted.andRolledBack(() -> {
            database.createNativeQuery("delete from run").executeUpdate();
            return matrix.view(Reader.system(), MatrixRows.REGION, MatrixColumns.THEME, everything(), Language.EN);
        });
        assertNull(view.proposedBy());
        assertEquals(0, view.total().proposedNeeds());
        assertEquals(0, view.total().proposedUsd());
        assertTrue(view.total().needs() > 0);
    }

    @Test
    void onlyTheLastPlanIsCounted() throws Exception {
        UUID last = SomeItems.run();
        assertEquals(last, view("region", "theme", NO_FILTER).proposedBy());
        assertAsCounted(Stored.now(), "region", "theme", NO_FILTER);
    }

    @Test
    void oneStatementHoweverManyItems() {
        assertEquals(1, statementsFor(0));
        assertEquals(1, statementsFor(3000));
    }

    /** How many statements a matrix takes beside so many more needs and offers. */
    private int statementsFor(int more) {
        return Inserted.andRolledBack(() -> {
            Inserted.needs(database, more);
            Inserted.offers(database, more);
            List<String> prepared = new ArrayList<>();
            database.unwrap(Session.class).addEventListeners(new BaseSessionEventListener() {
                @Override
                public void jdbcPrepareStatementStart() {
                    prepared.add("statement");
                }
            });
            MatrixView view =
                    matrix.view(Reader.system(), MatrixRows.SUBREGION, MatrixColumns.KIND, everything(), Language.EN);
            assertTrue(view.total().needs() > more && view.total().offers() > more);
            return prepared.size();
        });
    }

    private MatrixFilter everything() {
        return new MatrixParameters().filter(reference);
    }

    private void assertAsCounted(Stored stored, String rows, String columns, Map<String, String> filter)
            throws JsonProcessingException {
        new Expected(stored, Reader.system(), rows, columns, filter).assertIs(view(rows, columns, filter));
    }

    private MatrixView view(String rows, String columns, Map<String, String> filter) throws JsonProcessingException {
        String body = given().queryParams(filter)
                .queryParam("rows", rows)
                .queryParam("columns", columns)
                .get("/api/v1/matrix")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return json.readValue(body, MatrixView.class);
    }

    private static Map<String, String> filter(String query) {
        Map<String, String> filter = new HashMap<>();
        for (String part : query.split("&", -1)) {
            filter.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        return filter;
    }

    private static long sum(List<MatrixView.Figures> parts, ToLongFunction<MatrixView.Figures> figure) {
        return parts.stream().mapToLong(figure).sum();
    }
}

package org.switchboard.monitoring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hibernate.BaseSessionEventListener;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Reader;
import org.switchboard.reference.Language;
import org.switchboard.shared.Refusal;
import org.switchboard.testing.AsService;
import org.switchboard.testing.Caller;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;

/** Every figure of a period, held against what was put into the database. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class FiguresTest {

    private static final LocalTime LAST_MOMENT = LocalTime.of(23, 59, 59, 999_999_000);
    private static final String LAST_180_DAYS =
            " between date_trunc('day', now(), 'UTC') - interval '179 days' and now() + interval '1 day'";

    @Inject
    PeriodFigures figures;

    @Inject
    FiguresQuery query;

    @Inject
    Clock clock;

    @Inject
    EntityManager database;

    @AfterAll
    static void leaveNothingThatPlansHold() {
        StoredProposal.forget();
    }

    /** Two matches, one of them delivered, and a proposal for each way to come to nothing. */
    private static LongAgo aBusyFortnight() {
        LongAgo world = new LongAgo();
        UUID served = world.acknowledged("KEN", "FIN.FIU", world.noon(0), world.noon(2));
        UUID delivered = world.proposal(served, world.noon(3), "DELIVERED")
                .with("passed_at", world.noon(4))
                .with("recipient_consented_at", world.noon(5))
                .with("provider_consented_at", world.noon(6))
                .with("delivered_at", world.noon(10))
                .stored();
        LongAgo.pays(delivered, "COMMITTED", 80_000, world.first);
        LongAgo.pays(delivered, "COMMITTED", -5_000, world.last);
        LongAgo.pays(delivered, "PAID", 60_000, world.last);
        UUID waiting = world.acknowledged("SEN", "LEG", world.noon(0), world.noon(4));
        world.proposal(waiting, world.noon(8), "CONFIRMED")
                .with("passed_at", world.noon(8))
                .with("recipient_consented_at", world.noon(9))
                .with("provider_consented_at", world.noon(10))
                .stored();
        UUID unlucky = world.acknowledged("FJI", "FIN", world.noon(0), world.noon(9));
        String[][] ends = {
            {"OBJECTED", "COMMITTEE"},
            {"DECLINED", "RECIPIENT"},
            {"DECLINED", "PROVIDER"},
            {"LAPSED", "TERM"},
            {"WITHDRAWN", "EXPERTS"},
            {"SUPERSEDED", "EXPERTS"}
        };
        for (String[] end : ends) {
            world.proposal(unlucky, world.noon(11), end[0])
                    .with("ended_at", world.noon(12))
                    .with("ended_by", end[1])
                    .stored();
        }
        return world;
    }

    @Test
    void everyStepIsCountedWhereItWasMade() {
        JsonPath figures = aBusyFortnight().figures("&within=5");
        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put("requestsReceived", 0);
        expected.put("needsReceived", 3);
        expected.put("needsAcknowledged", 3);
        expected.put("needsAcknowledgedInTime", 2);
        expected.put("putForward", 8);
        expected.put("letPass", 2);
        expected.put("objected", 1);
        expected.put("consentedByStates", 2);
        expected.put("consentedByProviders", 2);
        expected.put("declined", 2);
        expected.put("lapsed", 1);
        expected.put("withdrawn", 1);
        expected.put("superseded", 1);
        expected.put("confirmed", 2);
        expected.put("delivered", 1);
        expected.put("confirmedUsd", 180_000);
        expected.put("committedUsd", 75_000);
        expected.put("paidUsd", 60_000);
        expected.forEach((figure, value) -> assertEquals(value, figures.get("total." + figure), figure));
        assertFalse(figures.getBoolean("sample"));
    }

    @Test
    void stepsTakeTheirMedianAndMeanTime() {
        JsonPath figures = aBusyFortnight().figures("&within=5");
        assertDays(figures, "receivedToAcknowledged", 3, 4.0f, 5.0f);
        assertDays(figures, "acknowledgedToPutForward", 3, 2.0f, 2.3f);
        assertDays(figures, "putForwardToConfirmed", 2, 2.5f, 2.5f);
        assertDays(figures, "confirmedToDelivered", 1, 4.0f, 4.0f);
    }

    private static void assertDays(JsonPath figures, String between, int steps, float median, float mean) {
        assertEquals(steps, figures.getInt("total." + between + ".steps"), between);
        assertEquals(median, figures.getFloat("total." + between + ".medianDays"), between);
        assertEquals(mean, figures.getFloat("total." + between + ".meanDays"), between);
    }

    @Test
    void whereNothingHappenedThereIsNoTime() {
        JsonPath figures = new LongAgo().figures("&by=region");
        assertEquals(0, figures.getInt("total.confirmed"));
        assertEquals(0, figures.getInt("total.confirmedUsd"));
        assertEquals(Map.of("steps", 0), figures.getMap("total.putForwardToConfirmed"));
        assertEquals(List.of(), figures.getList("groups"));
    }

    @Test
    void firstAndLastDayCountWholeByUtc() {
        LongAgo world = new LongAgo();
        List<OffsetDateTime> within =
                List.of(LongAgo.moment(world.first, LocalTime.MIDNIGHT), LongAgo.moment(world.last, LAST_MOMENT));
        List<OffsetDateTime> outside = List.of(
                LongAgo.moment(world.first.minusDays(1), LAST_MOMENT),
                LongAgo.moment(world.last.plusDays(1), LocalTime.MIDNIGHT));
        for (List<OffsetDateTime> moments : List.of(within, outside)) {
            for (OffsetDateTime moment : moments) {
                world.acknowledged("KEN", "FIN", moment, world.noon(100));
                world.acknowledged("KEN", "FIN", world.noon(-100), moment);
                UUID need = world.need("KEN", "FIN");
                world.proposal(need, moment, "OBJECTED")
                        .with("ended_at", world.noon(100))
                        .with("ended_by", "COMMITTEE")
                        .stored();
                UUID delivered = world.proposal(need, world.noon(-90), "DELIVERED")
                        .with("passed_at", moment)
                        .with("recipient_consented_at", moment)
                        .with("provider_consented_at", moment)
                        .with("delivered_at", moment)
                        .stored();
                LocalDate day = moment.toLocalDate();
                LongAgo.pays(delivered, "PAID", 7, day);
                world.went(world.need(world.request("KEN", day), "FIN"), "DRAFT", "SUBMITTED", world.noon(100));
            }
        }
        JsonPath figures = world.figures("");
        for (String figure : List.of(
                "requestsReceived",
                "needsReceived",
                "needsAcknowledged",
                "putForward",
                "letPass",
                "consentedByStates",
                "confirmed",
                "delivered")) {
            assertEquals(2, figures.getInt("total." + figure), figure);
        }
        assertEquals(14, figures.getInt("total.paidUsd"));
        assertEquals(0, figures.getInt("total.objected"));
    }

    @ParameterizedTest
    @CsvSource({
        "REGION, 002=2 009=1",
        "GROUP, AFRICAN=2 ASIA_PACIFIC=1",
        "SITUATION, LDC=1 SIDS=1",
        "THEME, FIN=2 LEG=1",
        "NONE, ''"
    })
    void figuresAreToldApart(Grouping by, String acknowledged) {
        JsonPath figures = aBusyFortnight().figures("&by=" + by);
        List<String> seen = new ArrayList<>();
        for (Map<String, ?> group : figures.<Map<String, ?>>getList("groups")) {
            seen.add(group.get("code") + "=" + ((Map<?, ?>) group.get("figures")).get("needsAcknowledged"));
        }
        assertEquals(acknowledged, String.join(" ", seen.stream().sorted().toList()));
        assertEquals(by.name(), figures.getString("by"));
    }

    @Test
    void regionsAndAreasAddUp() {
        LongAgo world = aBusyFortnight();
        for (String by : List.of("region", "theme")) {
            JsonPath figures = world.figures("&by=" + by);
            Map<String, Object> total = figures.getMap("total");
            assertEquals(22, total.size());
            total.forEach((figure, value) -> {
                if (value instanceof Integer sum) {
                    List<Integer> parts = figures.getList("groups.figures." + figure);
                    assertEquals(sum, parts.stream().mapToInt(part -> part).sum(), by + " " + figure);
                }
            });
        }
    }

    @Test
    void groupsAreNamedAndOrderedInTheAskedLanguage() {
        LongAgo world = aBusyFortnight();
        assertEquals(List.of("Africa", "Oceania"), world.figures("&by=region").getList("groups.name"));
        assertEquals(
                List.of("Afrique", "Océanie"),
                world.figures("&by=region&lang=fr").getList("groups.name"));
        assertEquals(List.of("LDC", "SIDS"), world.figures("&by=situation").getList("groups.code"));
        assertNull(world.figures("&by=situation").get("groups[0].name"));
    }

    @Test
    void observersAreInNoRegionalGroupAndAStateCanBeInSeveralSituations() {
        LongAgo world = new LongAgo();
        world.acknowledged("PSE", "FIN", world.noon(0), world.noon(1));
        world.acknowledged("TCD", "FIN", world.noon(0), world.noon(1));
        JsonPath groups = world.figures("&by=group");
        assertEquals(List.of("AFRICAN"), groups.getList("groups.code"));
        assertEquals(2, groups.getInt("total.needsAcknowledged"));
        assertEquals(List.of("LDC", "LLDC"), world.figures("&by=situation").getList("groups.code"));
        assertEquals(2, world.figures("&by=situation").getInt("total.needsAcknowledged"));
    }

    @Test
    void aRequestCountsInEachOfItsAreasAndOnceInAll() {
        LongAgo world = new LongAgo();
        UUID request = world.request("KEN", world.first);
        for (String theme : List.of("FIN", "FIN.FIU", "LEG")) {
            world.went(world.need(request, theme), "DRAFT", "SUBMITTED", world.noon(1));
        }
        JsonPath figures = world.figures("&by=theme");
        assertEquals(1, figures.getInt("total.requestsReceived"));
        assertEquals(List.of(1, 1), figures.getList("groups.figures.requestsReceived"));
        assertEquals(1, figures.getInt("groups.find { it.code == 'FIN' }.figures.requestsReceived"));
        assertEquals(2, figures.getInt("groups.find { it.code == 'FIN' }.figures.needsReceived"));
        assertEquals(1, world.figures("&by=region").getInt("groups[0].figures.requestsReceived"));
    }

    @Test
    void whatIsADraftIsNotReceived() {
        LongAgo world = new LongAgo();
        UUID request = world.request("KEN", world.first);
        UUID need = world.need(request, "FIN");
        world.went(need, null, "DRAFT", world.noon(0));
        world.went(need, "DRAFT", "WITHDRAWN", world.noon(1));
        JsonPath figures = world.figures("");
        assertEquals(0, figures.getInt("total.needsReceived"));
        assertEquals(0, figures.getInt("total.requestsReceived"));
    }

    @Test
    void aNeedThatWasReturnedIsReceivedOnce() {
        LongAgo world = new LongAgo();
        UUID need = world.need("KEN", "FIN");
        world.went(need, "DRAFT", "SUBMITTED", world.noon(0));
        world.went(need, "SUBMITTED", "RETURNED", world.noon(1));
        world.went(need, "RETURNED", "SUBMITTED", world.noon(7));
        world.went(need, "SUBMITTED", "ACKNOWLEDGED", world.noon(8));
        JsonPath figures = world.figures("&within=5");
        assertEquals(1, figures.getInt("total.needsReceived"));
        assertEquals(0, figures.getInt("total.needsAcknowledgedInTime"));
        assertEquals(8.0f, figures.getFloat("total.receivedToAcknowledged.medianDays"));
    }

    @Test
    void importedNeedsAreReceivedAndNeverAcknowledged() {
        LongAgo world = new LongAgo();
        UUID need = world.need("KEN", "FIN");
        world.went(need, null, "OPEN", world.noon(0));
        world.proposal(need, world.noon(2), "LAPSED")
                .with("ended_at", world.noon(3))
                .with("ended_by", "TERM")
                .stored();
        JsonPath figures = world.figures("");
        assertEquals(1, figures.getInt("total.needsReceived"));
        assertEquals(0, figures.getInt("total.needsAcknowledged"));
        assertEquals(1, figures.getInt("total.putForward"));
        assertEquals(0, figures.getInt("total.acknowledgedToPutForward.steps"));
    }

    @Test
    void onlyTheFirstProposalAnswersANeed() {
        LongAgo world = new LongAgo();
        UUID need = world.acknowledged("KEN", "FIN", world.noon(-30), world.noon(-20));
        world.proposal(need, world.noon(-10), "LAPSED")
                .with("ended_at", world.noon(1))
                .with("ended_by", "TERM")
                .stored();
        world.proposal(need, world.noon(2), "LAPSED")
                .with("ended_at", world.noon(3))
                .with("ended_by", "TERM")
                .stored();
        JsonPath figures = world.figures("");
        assertEquals(1, figures.getInt("total.putForward"));
        assertEquals(2, figures.getInt("total.lapsed"));
        assertEquals(0, figures.getInt("total.acknowledgedToPutForward.steps"));
    }

    /** Submitted on a Friday, acknowledged on the Tuesday after, the Monday between them a holiday. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 1"})
    void acknowledgementsAreInTimeByWorkingDays(int within, int inTime) {
        LongAgo world = new LongAgo();
        People.run("insert into holiday (day, name) values (?, 'Of a test')", world.first.plusDays(7));
        world.acknowledged("KEN", "FIN", world.noon(4), world.noon(8));
        assertEquals(inTime, world.figures("&within=" + within).getInt("total.needsAcknowledgedInTime"));
    }

    @Test
    void inTimeIsAsTheReviewPolicySaysUnlessSaidOtherwise() {
        int term = given().get("/api/v1/review-policies").jsonPath().getInt("[0].policy.acknowledgement");
        assertEquals(term, new LongAgo().figures("").getInt("within"));
        assertEquals(9, new LongAgo().figures("&within=9").getInt("within"));
    }

    @Test
    void sampleIsSaid() {
        LongAgo world = new LongAgo();
        UUID need = world.acknowledged("KEN", "FIN", world.noon(0), world.noon(1));
        People.run("update need set sample = true where id = ?", need);
        assertTrue(world.figures("").getBoolean("sample"));
        People.run("update need set sample = false where id = ?", need);
    }

    @Test
    void withoutParametersThePeriodIsTheLast180DaysAndHoldsWhatTheDatabaseHolds() {
        LocalDate today = LocalDate.now(clock);
        JsonPath figures = given().get("/api/v1/monitoring/figures")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(today.toString(), figures.getString("to"));
        assertEquals(today.minusDays(179).toString(), figures.getString("from"));
        Map.of(
                        "needsReceived",
                        "select count(distinct c.item_id) from change c join need n on n.id = c.item_id"
                                + " where to_status in ('SUBMITTED', 'OPEN') and c.at" + LAST_180_DAYS,
                        "needsAcknowledged",
                        "select count(*) from need n where exists (select 1 from change c where c.item_id = n.id"
                                + " and c.to_status = 'ACKNOWLEDGED' and c.at" + LAST_180_DAYS + ")",
                        "requestsReceived",
                        "select count(*) from request r where received_on" + LAST_180_DAYS + " and exists (select 1"
                                + " from need n join change c on c.item_id = n.id where n.request_id = r.id"
                                + " and c.to_status in ('SUBMITTED', 'OPEN'))",
                        "putForward",
                        "select count(*) from proposal where put_forward_at" + LAST_180_DAYS,
                        "confirmedUsd",
                        "select coalesce(sum(usd), 0) from proposal where provider_consented_at" + LAST_180_DAYS,
                        "paidUsd",
                        "select coalesce(sum(usd), 0) from payment where kind = 'PAID' and on_day" + LAST_180_DAYS)
                .forEach((figure, sql) ->
                        assertEquals(LongAgo.inDatabase(sql), figures.getLong("total." + figure), figure));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "from=2027-02-30, from must be a date such as",
                "to=tomorrow, to must be a date such as",
                "from=%2B99999-01-01, of the years 1900 to 2199",
                "from=2027-02-01&to=2027-01-31, to must not be before from",
                "from=2015-01-01&to=2025-01-01, not be more than 10 years apart",
                "by=planet, by must be one of NONE",
                "within=few, within must be a whole number"
            })
    void whatCannotBeReadIsSaidInWords(String query, String words) {
        for (String form : List.of("application/json", "text/csv")) {
            given().urlEncodingEnabled(false)
                    .accept(form)
                    .get("/api/v1/monitoring/figures?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString(words));
        }
        given().get("/api/v1/monitoring/figures?from=2015-01-01&to=2024-12-31")
                .then()
                .statusCode(200);
    }

    @Test
    void csvHoldsTheSameFiguresAndIsRecordedAsTakenAway() throws Exception {
        LongAgo world = aBusyFortnight();
        JsonPath figures = world.figures("&by=region&within=5");
        String csv = given().accept("text/csv")
                .get("/api/v1/monitoring/figures?by=region&within=5&from=" + world.first + "&to=" + world.last)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();
        List<CSVRecord> lines = table(csv);
        assertEquals(
                List.of("group 002 Africa", "group 009 Oceania", "total  "),
                lines.stream()
                        .map(line -> line.get("line") + " " + line.get("code") + " " + line.get("name"))
                        .toList());
        for (int i = 0; i < lines.size(); i++) {
            String place = i == 2 ? "total." : "groups[" + i + "].figures.";
            CSVRecord line = lines.get(i);
            for (String column : List.of(
                    "requests_received",
                    "needs_received",
                    "needs_acknowledged",
                    "needs_acknowledged_in_time",
                    "put_forward",
                    "let_pass",
                    "objected",
                    "consented_by_states",
                    "consented_by_providers",
                    "declined",
                    "lapsed",
                    "withdrawn",
                    "superseded",
                    "confirmed",
                    "delivered",
                    "confirmed_usd",
                    "committed_usd",
                    "paid_usd")) {
                assertEquals(figures.getString(place + camelCase(column)), line.get(column), column);
            }
            for (String between : List.of(
                    "received_to_acknowledged",
                    "acknowledged_to_put_forward",
                    "put_forward_to_confirmed",
                    "confirmed_to_delivered")) {
                for (String average : List.of("median", "mean")) {
                    String shown = figures.getString(place + camelCase(between) + "." + average + "Days");
                    assertEquals(shown == null ? "" : shown, line.get(between + "_" + average + "_days"), between);
                }
            }
            assertEquals(world.first.toString(), line.get("from"));
            assertEquals(world.last.toString(), line.get("to"));
            assertEquals("5", line.get("within_working_days"));
            assertEquals("false", line.get("sample"));
        }
        assertEquals(
                1,
                LongAgo.inDatabase(
                        "select count(*) from access_record where act = 'EXPORT' and detail = 'the figures of "
                                + world.first + " to " + world.last + " as CSV'"));
    }

    private static String camelCase(String column) {
        return Pattern.compile("_(.)").matcher(column).replaceAll(match -> match.group(1)
                .toUpperCase(Locale.ROOT));
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

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/csv;q=0.5, application/json", "text/html, */*;q=0.8"})
    void jsonIsTheUsualForm(String accept) {
        given().accept(accept)
                .get("/api/v1/monitoring/figures")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .header("Cache-Control", "private, no-cache");
    }

    @Test
    void otherFormsAreRefused() {
        given().accept("text/html").get("/api/v1/monitoring/figures").then().statusCode(406);
    }

    @Test
    void committeeIsShownTheSameAsTheExperts() {
        LongAgo world = aBusyFortnight();
        String shown = "/api/v1/monitoring/figures?by=theme&from=" + world.first + "&to=" + world.last;
        assertEquals(
                Caller.expert().asks().get(shown).asString(),
                Caller.committee("NOR").asks().get(shown).asString());
    }

    /** The face asks itself, whoever calls it. */
    @Test
    void figuresAreForConfidantsAlone() {
        Period period = Period.until(LocalDate.now(clock));
        for (Reader reader : List.of(
                Reader.everyone(),
                reader(Assignment.focalPoint("KEN")),
                reader(Assignment.provider("LONG-AGO")),
                reader(Assignment.administrator()))) {
            assertThrows(
                    Refusal.NotAllowed.class,
                    () -> figures.view(reader, period, Grouping.NONE, null, Language.EN),
                    reader.name());
        }
    }

    /** What the service forgets to check the database does not show. */
    @Test
    void databaseCountsForOthersOnlyWhatTheyMaySee() {
        LongAgo world = aBusyFortnight();
        Period period = new Period(world.first, world.last);
        assertEquals(
                List.of(),
                query.counts(Reader.everyone(), period, Grouping.NONE, new TreeMap<>()).stream()
                        .map(StepCount::step)
                        .toList());
        List<Step> own =
                query.counts(reader(Assignment.focalPoint("SEN")), period, Grouping.NONE, new TreeMap<>()).stream()
                        .map(StepCount::step)
                        .toList();
        assertTrue(own.contains(Step.CONFIRMED) && !own.contains(Step.DELIVERED), own.toString());
    }

    @Test
    void statementsDoNotGrowWithWhatIsCounted() {
        LongAgo little = new LongAgo();
        LongAgo much = aBusyFortnight();
        assertEquals(statementsFor(little), statementsFor(much));
    }

    private int statementsFor(LongAgo world) {
        return AsService.call(() -> {
            List<String> prepared = new ArrayList<>();
            database.unwrap(Session.class).addEventListeners(new BaseSessionEventListener() {
                @Override
                public void jdbcPrepareStatementStart() {
                    prepared.add("statement");
                }
            });
            figures.view(Reader.system(), new Period(world.first, world.last), Grouping.REGION, null, Language.EN);
            return prepared.size();
        });
    }

    private static Reader reader(Assignment... assignments) {
        return Reader.of(new Person(UUID.randomUUID(), "someone@people.example", Set.of(assignments)));
    }
}

package org.switchboard.monitoring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.BaseSessionEventListener;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Reader;
import org.switchboard.matching.RunWorld;
import org.switchboard.reference.Language;
import org.switchboard.reference.Phrases;
import org.switchboard.review.ActKind;
import org.switchboard.review.DueTerms;
import org.switchboard.review.ProposalStatus;
import org.switchboard.shared.Refusal;
import org.switchboard.testing.AsService;
import org.switchboard.testing.Caller;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;

/** Who decided what, as it was decided over HTTP and as it stood at the end of a period long ago. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class MinutesTest {

    private static final Caller EXPERT = Caller.expert();
    private static final Caller MEMBER = Caller.committee("NOR");
    private static final String HOSTILE = "<script>alert('1')</script> & \"more\"</td>";

    @Inject
    Minutes minutes;

    @Inject
    MinutesQuery query;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @AfterAll
    static void leaveNothingThatPlansHold() {
        StoredProposal.forget();
    }

    private static String putForward(RunWorld world) {
        return EXPERT.asks()
                .contentType("application/json")
                .body(Map.of("need", world.needId("one"), "offer", world.offerId("A"), "parts", 2, "reason", "Urgent"))
                .post("/api/v1/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RunWorld world() {
        return new RunWorld()
                .need("one", 90_000, 2, true)
                .offer("A", "FIN", 100_000, 90_000, 3)
                .stored();
    }

    /** With the version that the proposal has now. */
    private static void act(Caller who, String proposal, String step, Map<String, ?> body) {
        String path = "/api/v1/proposals/" + proposal;
        Response own = who.asks().get(path);
        Response seen = own.statusCode() == 200 ? own : EXPERT.asks().get(path);
        who.asks()
                .header("If-Match", seen.header("ETag"))
                .contentType("application/json")
                .body(body)
                .post(path + "/" + step)
                .then()
                .statusCode(200);
    }

    private static Map<String, ?> matter(String proposal) {
        return given().get("/api/v1/monitoring/minutes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("matters.find { it.proposal == '" + proposal + "' }");
    }

    @SuppressWarnings("unchecked")
    private static List<String> acts(Map<String, ?> matter) {
        return ((List<Map<String, String>>) matter.get("acts"))
                .stream()
                        .map(act -> String.join(
                                " ",
                                act.get("decision"),
                                "by",
                                act.get("by"),
                                act.getOrDefault("of", "-"),
                                act.getOrDefault("words", "-")))
                        .toList();
    }

    @Test
    void whatPeopleDoWithAProposalIsKeptWithTheirWords() {
        RunWorld world = world();
        String id = putForward(world);
        act(MEMBER, id, "passage", Map.of("reason", "None"));
        act(MEMBER, id, "hold", Map.of("reason", "We ask our capital"));
        act(MEMBER, id, "hold-release", Map.of("reason", "It has answered"));
        act(MEMBER, id, "extension", Map.of("days", 2, "reason", "Long weekend"));
        act(MEMBER, id, "objections", Map.of("reason", "The ministry is under sanctions"));
        act(EXPERT, id, "readmission", Map.of("reason", "No longer"));
        Map<String, ?> matter = matter(id);
        assertEquals(
                List.of(
                        "PUT_FORWARD by EXPERTS - Urgent",
                        "LET_PASS by MEMBER NOR None",
                        "HELD by MEMBER NOR We ask our capital",
                        "RELEASED by MEMBER NOR It has answered",
                        "EXTENDED by MEMBER NOR Long weekend",
                        "OBJECTED by MEMBER NOR The ministry is under sanctions",
                        "BAN_LIFTED by EXPERTS - No longer"),
                acts(matter));
        assertEquals("OBJECTED", matter.get("outcome"));
        assertEquals(world.home().iso3(), matter.get("state"));
        assertEquals("FIN", matter.get("theme"));
        assertEquals(world.provider(), matter.get("provider"));
        assertEquals("Need one", matter.get("needTitle"));
        assertEquals(world.reference("A"), matter.get("offerReference"));
        assertEquals(90_000, matter.get("usd"));
        assertFalse(matter.toString().contains("@"), "no person is named: " + matter);
    }

    @Test
    void whatSilenceAndThePartiesDecideIsKeptToo() {
        RunWorld world = world();
        String id = putForward(world);
        overdue(id);
        act(
                Caller.focalPoint(world.home().iso3()),
                id,
                "consents",
                Map.of("parts", 1, "words", "Before the elections"));
        act(Caller.provider(world.provider()), id, "refusal", Map.of("reason", "No trainers"));
        Map<String, ?> matter = matter(id);
        assertEquals(
                List.of(
                        "PUT_FORWARD by EXPERTS - Urgent",
                        "PASSED by COMMITTEE - no objection within the period",
                        "CONSENTED by STATE " + world.home().iso3() + " Before the elections",
                        "DECLINED by PROVIDER " + world.provider() + " No trainers"),
                acts(matter));
        assertEquals("DECLINED", matter.get("outcome"));
        assertEquals(1, matter.get("parts"));
        assertEquals(45_000, matter.get("usd"));
    }

    @Test
    void proposalsEndByTermByTheStateAndByTheExperts() {
        RunWorld world = world();
        String lapsed = putForward(world);
        overdue(lapsed);
        overdue(lapsed);
        assertEquals(
                "LAPSED by TERM - no answer within the term",
                acts(matter(lapsed)).get(2));
        String withdrawn = putForward(world);
        act(EXPERT, withdrawn, "withdrawal", Map.of("reason", "A better offer came"));
        assertEquals(
                List.of("PUT_FORWARD by EXPERTS - Urgent", "WITHDRAWN by EXPERTS - A better offer came"),
                acts(matter(withdrawn)));
        String gone = putForward(world);
        String need = "/api/v1/needs/" + world.needId("one");
        Caller state = Caller.focalPoint(world.home().iso3());
        state.asks()
                .header("If-Match", state.asks().get(need).header("ETag"))
                .contentType("application/json")
                .body(Map.of("reason", "We have help"))
                .post(need + "/withdrawal")
                .then()
                .statusCode(200);
        DueTerms.look();
        assertEquals(
                List.of(
                        "PUT_FORWARD by EXPERTS - Urgent",
                        "WITHDRAWN by STATE " + world.home().iso3() + " its need asks for nothing more"),
                acts(matter(gone)));
    }

    /** The last day of the term was the day before yesterday. */
    private static void overdue(String proposal) {
        People.run("update proposal set until = current_date - 2 where id = ?", UUID.fromString(proposal));
        DueTerms.look();
    }

    /** A proposal that was put forward before the period, consented to within, in part, and declined after it. */
    private static UUID consentedWithin(LongAgo world) {
        UUID id = world.proposal(world.need("KEN", "FIN"), world.noon(-3), "DECLINED")
                .with("ended_at", world.noon(20))
                .with("ended_by", "PROVIDER")
                .stored();
        world.went(id, null, "AWAITS_RECIPIENT", world.noon(-3), "put forward", 2, 90_000);
        world.went(id, "AWAITS_RECIPIENT", "AWAITS_PROVIDER", world.noon(2), "consents", 1, 45_000);
        LongAgo.acts(id, "CONSENTED", "state:KEN", null, world.noon(2), "");
        world.went(id, "AWAITS_PROVIDER", "DECLINED", world.noon(20), "declined", 1, 45_000);
        LongAgo.acts(id, "DECLINED", "provider:LONG-AGO", null, world.noon(20), HOSTILE);
        return id;
    }

    @Test
    void mattersStandAsTheyStoodAtTheEndOfThePeriod() {
        LongAgo world = new LongAgo();
        UUID id = consentedWithin(world);
        JsonPath within = world.get("minutes", "").jsonPath();
        assertEquals(List.of(id.toString()), within.getList("matters.proposal"));
        assertEquals(List.of("CONSENTED by STATE KEN -"), acts(within.getMap("matters[0]")));
        assertEquals("AWAITS_PROVIDER", within.getString("matters[0].outcome"));
        assertEquals(45_000, within.getInt("matters[0].usd"));

        JsonPath before = between(world.first.minusDays(10), world.first.plusDays(1));
        assertEquals(List.of("PUT_FORWARD by EXPERTS - -"), acts(before.getMap("matters[0]")));
        assertEquals("AWAITS_RECIPIENT", before.getString("matters[0].outcome"));
        assertEquals(90_000, before.getInt("matters[0].usd"));

        assertEquals("DECLINED", between(world.first, world.first.plusDays(20)).getString("matters[0].outcome"));
        assertEquals(
                List.of(),
                between(world.first.plusDays(3), world.first.plusDays(19)).getList("matters"));
    }

    private static JsonPath between(LocalDate from, LocalDate to) {
        return given().get("/api/v1/monitoring/minutes?from=" + from + "&to=" + to)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void firstAndLastDayCountWholeByUtc() {
        LongAgo world = new LongAgo();
        LocalTime lastMoment = LocalTime.of(23, 59, 59, 999_999_000);
        UUID id = world.proposal(world.need("KEN", "FIN"), world.noon(-9), "OBJECTED")
                .with("ended_at", world.noon(40))
                .with("ended_by", "COMMITTEE")
                .stored();
        world.went(id, null, "BEFORE_COMMITTEE", world.noon(-9), "put forward", 2, 90_000);
        LongAgo.acts(id, "LET_PASS", "member:NOR", "NOR", LongAgo.moment(world.first.minusDays(1), lastMoment), "0");
        LongAgo.acts(id, "LET_PASS", "member:SWE", "SWE", LongAgo.moment(world.last, lastMoment), "2");
        LongAgo.acts(id, "LET_PASS", "member:FRA", "FRA", LongAgo.moment(world.first, LocalTime.MIDNIGHT), "1");
        LongAgo.acts(
                id, "LET_PASS", "member:DNK", "DNK", LongAgo.moment(world.last.plusDays(1), LocalTime.MIDNIGHT), "3");
        assertEquals(
                List.of("LET_PASS by MEMBER FRA 1", "LET_PASS by MEMBER SWE 2"),
                acts(world.get("minutes", "").jsonPath().getMap("matters[0]")));
    }

    @Test
    void mattersAreInTheOrderOfTheirFirstDecision() {
        LongAgo world = new LongAgo();
        List<String> expected = new ArrayList<>();
        for (int day : new int[] {5, 1, 3}) {
            UUID id = world.proposal(world.need("KEN", "FIN"), world.noon(day), "LAPSED")
                    .with("ended_at", world.noon(30))
                    .with("ended_by", "TERM")
                    .stored();
            world.went(id, null, "AWAITS_RECIPIENT", world.noon(day), "put forward", 2, 90_000);
            LongAgo.acts(id, "CONSENTED", "state:KEN", null, world.noon(10 - day), "");
            expected.add(id.toString());
        }
        assertEquals(
                List.of(expected.get(1), expected.get(2), expected.get(0)),
                world.get("minutes", "").jsonPath().getList("matters.proposal"));
    }

    @Test
    void whoseMattersWereReadIsRecorded() {
        LongAgo world = new LongAgo();
        UUID id = consentedWithin(world);
        String reads = "select count(*) from access_record where act = 'READ' and item = 'proposal'"
                + " and owners[array_position(items, '" + id + "')] = '";
        world.get("minutes", "").then().statusCode(200);
        assertEquals(1, LongAgo.inDatabase(reads + "state:KEN'"));
        People.run("update proposal set shown_to_recipient = false where id = ?", id);
        world.get("minutes", "").then().statusCode(200);
        assertEquals(1, LongAgo.inDatabase(reads + "executive-directorate'"));
        assertEquals(1, LongAgo.inDatabase(reads + "state:KEN'"));
    }

    @Test
    void pageHoldsTheSameAndNothingThatPeopleWroteIsMarkup() {
        LongAgo world = new LongAgo();
        UUID id = consentedWithin(world);
        People.run("update proposal set need_title = ? where id = ?", HOSTILE, id);
        Response answer = given().accept("text/html")
                .get("/api/v1/monitoring/minutes?from=" + world.first + "&to=" + world.first.plusDays(20));
        answer.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Language", "en")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        String page = answer.asString();
        assertTrue(page.startsWith("<!doctype html><html lang=\"en\" dir=\"ltr\">"), page);
        for (String held : List.of(
                "<h2>P-" + id.toString().substring(0, 11),
                "<dd dir=\"auto\">Kenya</dd>",
                "<dd dir=\"auto\">Financial law and practice</dd>",
                "<dd dir=\"auto\">LONG-AGO</dd>",
                "45,000 USD",
                "<td dir=\"auto\">The State: Kenya</td><td dir=\"auto\">consented</td>",
                "<td dir=\"auto\">The provider: LONG-AGO</td><td dir=\"auto\">declined</td>",
                "<strong>At the end of the period:</strong> declined")) {
            assertTrue(page.contains(held), () -> "no " + held + " in " + page);
        }
        String escaped = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot;&lt;/td&gt;";
        assertEquals(2, page.split(Pattern.quote(escaped), -1).length - 1, page);
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("@people.example"), page);
    }

    @Test
    void pageIsInTheAskedLanguage() {
        LongAgo world = new LongAgo();
        consentedWithin(world);
        String path = "/api/v1/monitoring/minutes?from=" + world.first + "&to=" + world.last;
        given().accept("text/html")
                .header("Accept-Language", "fr")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Language", "fr")
                .body(containsString("<h1>Procès-verbal des décisions sur les propositions</h1>"))
                .body(containsString("L’État: Kenya"));
        given().accept("text/html")
                .get(path + "&lang=ar")
                .then()
                .statusCode(200)
                .header("Content-Language", "ar")
                .body(containsString("<html lang=\"ar\" dir=\"rtl\">"));
    }

    @Test
    void aPeriodWithoutDecisionsSaysSo() {
        LongAgo world = new LongAgo();
        assertEquals(List.of(), world.get("minutes", "").jsonPath().getList("matters"));
        given().accept("text/html")
                .get("/api/v1/monitoring/minutes?from=" + world.first + "&to=" + world.last)
                .then()
                .body(containsString("Nothing was decided in this period."));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thereAreWordsForWhateverCanBeDecided(Language language) {
        Phrases phrases = new Phrases("monitoring/minutes");
        for (Decision decision : Decision.values()) {
            phrases.in(language, "decision." + decision);
        }
        for (DecidedBy by : DecidedBy.values()) {
            phrases.in(language, "by." + by);
        }
        for (ProposalStatus outcome : ProposalStatus.values()) {
            phrases.in(language, "outcome." + outcome);
        }
    }

    @Test
    void everyActOfAProposalIsADecision() {
        for (ActKind act : ActKind.values()) {
            Decision.valueOf(act.name());
        }
    }

    @Test
    void sampleIsSaid() {
        LongAgo world = new LongAgo();
        UUID id = consentedWithin(world);
        world.get("minutes", "").then().body("sample", equalTo(false));
        People.run("update proposal set sample = true where id = ?", id);
        world.get("minutes", "").then().body("sample", equalTo(true)).body("matters[0].sample", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html;q=0.5, application/json"})
    void jsonIsTheUsualForm(String accept) {
        given().accept(accept)
                .get("/api/v1/monitoring/minutes")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"));
    }

    @ParameterizedTest
    @CsvSource({"text/csv, '', 406", "text/html, ?from=tomorrow, 400", "text/html, ?lang=de, 400"})
    void whatCannotBeGivenIsRefused(String accept, String query, int status) {
        given().accept(accept)
                .get("/api/v1/monitoring/minutes" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void minutesAreForConfidantsAlone() {
        LongAgo world = new LongAgo();
        UUID id = consentedWithin(world);
        Period period = new Period(world.first, world.last);
        for (Reader reader : List.of(
                Reader.everyone(),
                reader(Assignment.focalPoint("KEN")),
                reader(Assignment.provider("LONG-AGO")),
                reader(Assignment.administrator()))) {
            assertThrows(Refusal.NotAllowed.class, () -> minutes.view(reader, period), reader.name());
        }
        assertEquals(
                List.of(id),
                minutes.view(reader(Assignment.committee("NOR")), period).matters().stream()
                        .map(MinutesView.Matter::proposal)
                        .toList());
        assertEquals(List.of(), query.matters(reader(Assignment.provider("OTHER")), period));
    }

    @Test
    void oneStatementHoweverMuchWasDecided() {
        LongAgo little = new LongAgo();
        LongAgo much = new LongAgo();
        for (int i = 0; i < 20; i++) {
            consentedWithin(much);
        }
        assertEquals(1, statementsFor(little, 0));
        assertEquals(1, statementsFor(much, 20));
    }

    private int statementsFor(LongAgo world, int matters) {
        return AsService.call(() -> {
            List<String> prepared = new ArrayList<>();
            database.unwrap(Session.class).addEventListeners(new BaseSessionEventListener() {
                @Override
                public void jdbcPrepareStatementStart() {
                    prepared.add("statement");
                }
            });
            assertEquals(
                    matters,
                    minutes.view(Reader.system(), new Period(world.first, world.last))
                            .matters()
                            .size());
            return prepared.size();
        });
    }

    private static Reader reader(Assignment... assignments) {
        return Reader.of(new Person(UUID.randomUUID(), "someone@people.example", Set.of(assignments)));
    }
}

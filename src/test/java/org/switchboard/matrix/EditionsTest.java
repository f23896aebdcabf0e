package org.switchboard.matrix;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.problem;

import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Reader;
import org.switchboard.shared.Refusal;
import org.switchboard.testing.Api;
import org.switchboard.testing.Body;
import org.switchboard.testing.Caller;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;

/** The matrix as it was on a day: what it says, to whom, from when on, and that it stays so. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class EditionsTest {

    private static final String EDITIONS = Api.BASE + "/matrix/editions";

    private static final Caller EVERYONE = Caller.everyone();
    private static final Caller EXPERT = Caller.expert();
    private static final Caller MEMBER = Caller.committee("NOR");
    private static final Caller STATE = Caller.focalPoint("PER");

    @Inject
    Editions editions;

    @BeforeEach
    void nothingWaitsForTheCommittee() {
        People.run("update edition set status = 'WITHDRAWN', number = null, ended_by = 'test', ended_at = now()"
                + " where status = 'PREPARED'");
    }

    @AfterAll
    static void forget() {
        StoredProposal.forget();
    }

    private static int prepared() {
        return EXPERT.asks().post(EDITIONS).then().statusCode(201).extract().path("number");
    }

    private static int distributed() {
        int number = prepared();
        approval(MEMBER, number).then().statusCode(200);
        return number;
    }

    private static Response approval(Caller who, int number) {
        return who.asks().header("If-Match", "\"0\"").post(EDITIONS + "/" + number + "/approval");
    }

    private static Response withdrawal(Caller who, int number) {
        return who.asks()
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(Body.reason("drawn up too early"))
                .post(EDITIONS + "/" + number + "/withdrawal");
    }

    private static Response content(Caller who, int number) {
        Response content = who.asks().get(EDITIONS + "/" + number + "/content");
        content.then().statusCode(200);
        return content;
    }

    /** An open need of Senegal. */
    private static UUID need(String title, String audience) {
        String path = Api.path(Api.post(
                Api.newRequest("SEN") + "/needs",
                Body.need(Api.unique("edition")).with("title", title).with("audience", audience)));
        UUID id = UUID.fromString(Api.id(path));
        People.run("update need set status = 'OPEN' where id = ?", id);
        return id;
    }

    private static UUID offer(String title, String audience) {
        String path = Api.path(Api.post(
                "/providers/" + Api.newProvider() + "/offers",
                Body.offer(Api.unique("edition")).with("title", title).with("audience", audience)));
        UUID id = UUID.fromString(Api.id(path));
        People.run("update offer set status = 'ACTIVE' where id = ?", id);
        return id;
    }

    @Test
    void nobodyButTheCommitteeAndItsExpertsSeesItBeforeItIsApproved() {
        int number = prepared();
        for (Caller outside : List.of(EVERYONE, STATE)) {
            problem(outside.asks().get(EDITIONS + "/" + number), 404, "not-found");
            problem(outside.asks().get(EDITIONS + "/" + number + "/content"), 404, "not-found");
            outside.asks()
                    .get(EDITIONS + "?sort=-asOf")
                    .then()
                    .statusCode(200)
                    .body("items.number", not(hasItem(number)));
        }
        MEMBER.asks()
                .get(EDITIONS + "/" + number)
                .then()
                .body("status", equalTo("PREPARED"))
                .body("distributedAt", nullValue());
        approval(EXPERT, number).then().statusCode(403);
        approval(MEMBER, number).then().statusCode(200).body("status", equalTo("DISTRIBUTED"));
        EVERYONE.asks()
                .get(EDITIONS + "/" + number)
                .then()
                .statusCode(200)
                .body("status", equalTo("DISTRIBUTED"))
                .body("audience", equalTo("PUBLIC"))
                .body("distributedAt", notNullValue());
        EVERYONE.asks().get(EDITIONS + "?sort=-asOf").then().body("items.number", hasItem(number));
        STATE.asks().get(EDITIONS + "/" + number).then().body("audience", equalTo("PARTICIPANTS"));
        problem(approval(MEMBER, number), 412, "stale");
    }

    @Test
    void eachAudienceReadsWhatItSeesAndNothingElse() {
        String name = Api.unique("");
        need("Public" + name, "PUBLIC");
        need("Participants" + name, "PARTICIPANTS");
        need("Committee" + name, "COMMITTEE");
        offer("PublicOffer" + name, "PUBLIC");
        offer("ParticipantsOffer" + name, "PARTICIPANTS");
        offer("CommitteeOffer" + name, "COMMITTEE");
        int number = distributed();
        String everyone = content(EVERYONE, number).asString();
        for (Caller taking : List.of(STATE, Caller.focalPoint("SEN"), EXPERT, MEMBER)) {
            String participants = content(taking, number).asString();
            assertTrue(participants.contains("Public" + name) && participants.contains("PublicOffer" + name));
            assertTrue(participants.contains("Participants" + name));
            assertTrue(participants.contains("ParticipantsOffer" + name));
            assertFalse(participants.contains("Committee" + name), taking.name());
            assertFalse(participants.contains("CommitteeOffer" + name), taking.name());
        }
        assertTrue(everyone.contains("\"Public" + name) && everyone.contains("\"PublicOffer" + name));
        assertFalse(everyone.contains("Participants" + name) || everyone.contains("ParticipantsOffer" + name));
        assertFalse(everyone.contains("Committee" + name) || everyone.contains("CommitteeOffer" + name));
        assertEquals(everyone, content(Caller.administrator(), number).asString());
    }

    @Test
    void itSaysForEverWhatItSaidAtFirst() throws Exception {
        UUID need = need("Before" + Api.unique(""), "PUBLIC");
        int number = distributed();
        byte[] said = content(EVERYONE, number).asByteArray();
        String sha256 = EVERYONE.asks().get(EDITIONS + "/" + number).path("sha256");
        assertEquals(
                sha256,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said)));
        People.run("update need set title = 'Afterwards', audience = 'COMMITTEE' where id = ?", need);
        assertArrayEquals(said, content(EVERYONE, number).asByteArray());
        UUID id = UUID.fromString(People.strings("select id from edition where number = ?", number)
                .get(0));
        for (String change : List.of(
                "update edition set as_of = now() where id = ?",
                "update edition set status = 'WITHDRAWN', number = null, audience = 'COMMITTEE' where id = ?",
                "delete from edition where id = ?",
                "update edition_text set content = 'x', sha256 = encode(sha256('x'), 'hex') where edition_id = ?",
                "delete from edition_text where edition_id = ?",
                "insert into edition_text select edition_id, 'PUBLIC', 'x', encode(sha256('x'), 'hex'), 0, 0, 0"
                        + " from edition_text where edition_id = ? limit 1")) {
            assertThrows(IllegalStateException.class, () -> People.run(change, id), change);
        }
        assertArrayEquals(said, content(EVERYONE, number).asByteArray());
        String tag = content(EVERYONE, number).header("ETag");
        EVERYONE.asks()
                .header("If-None-Match", tag)
                .get(EDITIONS + "/" + number + "/content")
                .then()
                .statusCode(304);
    }

    @Test
    void itsFiguresAreThoseOfTheMatrixOfItsReaders() {
        need("Counted", "PUBLIC");
        need("Counted too", "PARTICIPANTS");
        int number = distributed();
        for (Caller who : List.of(EVERYONE, Caller.provider("EDITION-NONE"))) {
            Response matrix = who.asks().get(Api.BASE + "/matrix");
            Response edition = content(who, number);
            for (String figure : List.of("needs", "askedUsd", "offers", "offeredUsd", "matchedUsd", "unmetNeeds")) {
                assertEquals(
                        matrix.path("total." + figure).toString(),
                        edition.path("total." + figure).toString(),
                        who + " " + figure);
            }
            assertEquals(
                    (Integer) edition.path("total.needs"),
                    edition.<List<?>>path("needs").size());
            assertEquals(
                    matrix.<List<?>>path("cells").size(),
                    edition.<List<?>>path("cells").size());
        }
        assertTrue((int) content(STATE, number).path("total.needs")
                > (int) content(EVERYONE, number).path("total.needs"));
    }

    /** That a need is matched is said where both sides are seen, and its status betrays it nowhere else. */
    @Test
    void matchesStandWhereBothSidesDo() {
        UUID need = need("Matched", "PUBLIC");
        UUID hidden = offer("Hidden", "PARTICIPANTS");
        StoredProposal.of(need, hidden, 1, "CONFIRMED");
        People.run("update need set status = 'MATCHED' where id = ?", need);
        int number = distributed();
        String ofNeed = "needs.find { it.id == '" + need + "' }.status";
        assertEquals("OPEN", content(EVERYONE, number).path(ofNeed));
        assertEquals("OPEN", content(STATE, number).path(ofNeed));
        String match = "matches.find { it.need == '" + need + "' }";
        content(EVERYONE, number).then().body(match, nullValue());
        content(STATE, number)
                .then()
                .body(match + ".offer", equalTo(hidden.toString()))
                .body(match + ".parts", equalTo(1))
                .body(match + ".usd", equalTo(240000));
        STATE.asks()
                .get(EDITIONS + "/" + number + "/table?of=matches")
                .then()
                .statusCode(200)
                .body(containsString(need + ",SEN,Senegal,"));
    }

    @Test
    void whatIsOtherwiseThanBeforeIsSaidToEachAudienceOfItsOwnEditions() {
        UUID changed = need("As it was", "PUBLIC");
        UUID gone = need("Soon withdrawn", "PUBLIC");
        UUID matched = need("Soon matched", "PUBLIC");
        UUID offer = offer("Helps", "PUBLIC");
        int before = distributed();
        People.run("update need set title = 'As it is' where id = ?", changed);
        People.run("update need set status = 'WITHDRAWN' where id = ?", gone);
        UUID added = need("New", "PUBLIC");
        UUID toParticipants = need("New to participants", "PARTICIPANTS");
        StoredProposal.of(matched, offer, 1, "CONFIRMED");
        int after = distributed();
        assertEquals(before + 1, after);
        Response changes = EVERYONE.asks().get(EDITIONS + "/" + after + "/changes");
        changes.then()
                .statusCode(200)
                .body("since", equalTo(before))
                .body("lines.find { it.id == '" + changed + "' }.what", equalTo("CHANGED"))
                .body("lines.find { it.id == '" + changed + "' }.fields", equalTo(List.of("title")))
                .body("lines.find { it.id == '" + gone + "' }.what", equalTo("GONE"))
                .body("lines.find { it.id == '" + added + "' }.what", equalTo("NEW"))
                .body("lines.find { it.id == '" + matched + "' }.what", equalTo("MATCHED"))
                .body("lines.find { it.id == '" + toParticipants + "' }", nullValue());
        STATE.asks()
                .get(EDITIONS + "/" + after + "/changes?since=" + before)
                .then()
                .body("lines.find { it.id == '" + toParticipants + "' }.what", equalTo("NEW"));
        EVERYONE.asks()
                .get(EDITIONS + "/" + after + "/changes/table")
                .then()
                .statusCode(200)
                .body(containsString("NEED,CHANGED," + changed + ",SEN,"));
        EVERYONE.asks()
                .get(EDITIONS + "/" + after + "/changes?since=0")
                .then()
                .body("summary.newNeeds", equalTo(content(EVERYONE, after).path("total.needs")));
        problem(EVERYONE.asks().get(EDITIONS + "/" + after + "/changes?since=" + after), 400, "malformed");
    }

    @Test
    void oneWaitsAtATimeAndOneThatIsWithdrawnLeavesNoGap() {
        int number = prepared();
        problem(EXPERT.asks().post(EDITIONS), 409, "conflict").body("detail", containsString("prepared already"));
        withdrawal(STATE, number).then().statusCode(403);
        withdrawal(MEMBER, number)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("number", nullValue());
        assertEquals(number, prepared());
        approval(MEMBER, number).then().statusCode(200);
        EXPERT.asks()
                .get(EDITIONS + "/" + number + "/history")
                .then()
                .body("to", equalTo(List.of("PREPARED", "DISTRIBUTED")));
        MEMBER.asks().get(EDITIONS + "/" + number + "/history").then().body("size()", equalTo(2));
        problem(
                EXPERT.asks()
                        .header("If-Match", "\"1\"")
                        .contentType("application/json")
                        .body(Body.reason("too late"))
                        .post(EDITIONS + "/" + number + "/withdrawal"),
                409,
                "conflict");
    }

    @Test
    void committeeIsToldOfWhatItIsToApproveAndAllWhoTakePartOfWhatItApproved() {
        int number = distributed();
        UUID id = UUID.fromString(People.strings("select id from edition where number = ?", number)
                .get(0));
        assertEquals(
                List.of("EDITION_PREPARED to {committee}", "EDITION_DISTRIBUTED to {participants}"),
                People.strings(
                        "select kind || ' to ' || addressees::text from outbox where item_id = ? order by change", id));
    }

    @Test
    void monthlyJobDrawsOneUpUnlessOneWaits() {
        EditionTask.prepare(editions);
        List<String> prepared = People.strings("select prepared_by from edition where status = 'PREPARED'");
        assertEquals(List.of("system"), prepared);
        EditionTask.prepare(editions);
        assertEquals(prepared, People.strings("select prepared_by from edition where status = 'PREPARED'"));
    }

    /** Whatever HTTP let through. */
    @Test
    void faceAsksForTheRoleItself() {
        int number = distributed();
        Reader member = reader(Assignment.committee("NOR"));
        Reader expert = reader(Assignment.expert());
        Reader state = reader(Assignment.focalPoint("PER"));
        for (Reader other : List.of(Reader.everyone(), state, member)) {
            assertThrows(Refusal.NotAllowed.class, () -> editions.prepare(other), other.name());
        }
        for (Reader other : List.of(Reader.everyone(), state, expert)) {
            assertThrows(Refusal.NotAllowed.class, () -> editions.distribute(other, number, 1), other.name());
        }
        for (Reader other : List.of(Reader.everyone(), state)) {
            assertThrows(Refusal.NotAllowed.class, () -> editions.withdraw(other, number, 1, "x"), other.name());
            assertThrows(Refusal.NotAllowed.class, () -> editions.history(other, number), other.name());
        }
        assertThrows(Refusal.Conflict.class, () -> editions.distribute(member, number, 1));
    }

    private static Reader reader(Assignment assignment) {
        return Reader.of(new Person(UUID.randomUUID(), "someone@people.example", Set.of(assignment)));
    }

    /** As it is set where nobody sets it otherwise. */
    @Test
    void monthlyJobComesOnTheFirstOfEachMonth() throws Exception {
        Properties settings = new Properties();
        try (InputStream file = EditionsTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        assertEquals(
                Instant.parse("2027-03-01T06:00:00Z"),
                Schedules.cron(settings.getProperty("switchboard.editions.at"), ZoneOffset.UTC)
                        .getInitialExecutionTime(Instant.parse("2027-02-01T06:00:01Z")));
    }

    @Test
    void tablesNameCodesInTheAskedLanguage() {
        need("=1+1", "PUBLIC");
        int number = distributed();
        EVERYONE.asks()
                .header("Accept-Language", "fr")
                .get(EDITIONS + "/" + number + "/table?of=needs")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Language", "fr")
                .body(containsString(",SEN,Sénégal,"))
                .body(containsString(",'=1+1,"));
        EVERYONE.asks()
                .get(EDITIONS + "/" + number + "/table")
                .then()
                .body(containsString("\nrow total,002,Africa,,,"));
        String csv = EVERYONE.asks()
                .get(EDITIONS + "/" + number + "/table?of=offers")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(
                content(EVERYONE, number).<List<?>>path("offers").size(),
                csv.getBytes(StandardCharsets.UTF_8).length == 0 ? -1 : csv.split("\r\n").length - 1);
        problem(EVERYONE.asks().get(EDITIONS + "/" + number + "/table?of=people"), 400, "malformed");
    }
}

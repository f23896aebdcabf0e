package org.switchboard.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.newOffer;
import static org.switchboard.testing.Api.newRequest;
import static org.switchboard.testing.Api.path;
import static org.switchboard.testing.Api.post;
import static org.switchboard.testing.Api.problem;
import static org.switchboard.testing.Api.unique;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.testing.Body;
import org.switchboard.testing.Caller;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;
import org.switchboard.testing.Worker;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AccessRecordTest {

    private static final Caller KENYA = Caller.focalPoint("KEN");
    private static final Caller CHAD = Caller.focalPoint("TCD");
    private static final Caller ADMINISTRATOR = Caller.administrator();

    @Test
    void whoReadsWhatIsNotForEveryoneIsRecorded() {
        String need = needOf("KEN", "COMMITTEE");
        String requestId = Caller.expert()
                .asks()
                .get("/api/v1/needs/" + need)
                .then()
                .statusCode(200)
                .extract()
                .header("X-Request-Id");
        reads(ADMINISTRATOR, need)
                .body("items.requestId", hasItem(requestId))
                .body("items.item", everyItem(equalTo("need")))
                .body("items.act", everyItem(equalTo("READ")))
                .body("items.at", everyItem(notNullValue()));
    }

    @Test
    void whatEveryoneMaySeeIsReadWithoutARecord() {
        String need = needOf("KEN", "PUBLIC");
        submit(need);
        int before = reads(ADMINISTRATOR, need).extract().path("items.size()");
        Caller.everyone().asks().get("/api/v1/needs/" + need).then().statusCode(200);
        Caller.expert().asks().get("/api/v1/needs/" + need).then().statusCode(200);
        reads(ADMINISTRATOR, need).body("items", hasSize(before));
    }

    @Test
    void listIsRecordedWithAllThatItShowed() {
        String source = unique("source");
        String first = needOf("KEN", "COMMITTEE", source);
        String second = needOf("TCD", "COMMITTEE", source);
        Caller.committee("FRA")
                .asks()
                .get("/api/v1/needs?source=" + source)
                .then()
                .body("items", empty());
        submit(first);
        submit(second);
        Caller.committee("FRA")
                .asks()
                .get("/api/v1/needs?source=" + source)
                .then()
                .body("items", hasSize(2));
        ADMINISTRATOR
                .asks()
                .get("/api/v1/access-records?sort=-at&item=" + first)
                .then()
                .body("items[0].items", containsInAnyOrder(first, second));
    }

    @Test
    void partiesReadWhoSawTheirOwnItemsAndNoOthers() {
        String source = unique("source");
        String ours = needOf("KEN", "COMMITTEE", source);
        String theirs = needOf("TCD", "COMMITTEE", source);
        Caller.expert().asks().get("/api/v1/needs?source=" + source).then().body("items", hasSize(2));
        reads(KENYA, ours).body("items[-1].items", contains(ours)).body("items.items.flatten()", not(hasItem(theirs)));
        reads(CHAD, theirs).body("items.items.flatten()", hasItem(theirs));
        reads(CHAD, ours).body("items", empty());
        reads(KENYA, theirs).body("items", empty());
    }

    @Test
    void requestIdsAreForAdministrators() {
        String need = needOf("KEN", "COMMITTEE");
        Caller.expert().asks().get("/api/v1/needs/" + need).then().statusCode(200);
        reads(ADMINISTRATOR, need).body("items.requestId", everyItem(notNullValue()));
        reads(KENYA, need).body("items.requestId", everyItem(nullValue()));
    }

    @Test
    void providersReadWhoSawTheirOffers() {
        String offer = newOffer();
        String id = offer.substring(offer.lastIndexOf('/') + 1);
        String provider =
                Caller.expert().asks().get("/api/v1" + offer).jsonPath().getString("provider");
        reads(Caller.provider(provider), id).body("items.items.flatten()", hasItem(id));
        reads(Caller.provider(unique("P")), id).body("items", empty());
    }

    /** Else a party would learn from the record that something is put forward, before it is asked. */
    @Test
    void whoReadOfAProposalIsForItsStateOnceThatIsAsked() {
        String offer = newOffer();
        UUID proposal = StoredProposal.of(
                UUID.fromString(needOf("KEN", "COMMITTEE")),
                UUID.fromString(offer.substring(offer.lastIndexOf('/') + 1)),
                1,
                "BEFORE_COMMITTEE");
        try {
            Caller.expert().asks().get("/api/v1/proposals/" + proposal).then().statusCode(200);
            reads(ADMINISTRATOR, proposal.toString()).body("items", hasSize(1));
            reads(KENYA, proposal.toString()).body("items", empty());
            People.run(
                    "update proposal set status = 'AWAITS_RECIPIENT', shown_to_recipient = true where id = ?",
                    proposal);
            Caller.expert().asks().get("/api/v1/proposals/" + proposal).then().statusCode(200);
            reads(ADMINISTRATOR, proposal.toString()).body("items", hasSize(2));
            reads(KENYA, proposal.toString()).body("items", hasSize(1));
        } finally {
            StoredProposal.forget();
        }
    }

    @Test
    void matrixTakenAwayIsRecordedUnlessThePublicTakesIt() {
        Caller taker = Caller.of(Assignment.focalPoint("BTN"));
        String who = taker.name();
        ADMINISTRATOR
                .asks()
                .get("/api/v1/access-records?act=EXPORT&sort=-at&limit=1")
                .then()
                .statusCode(200);
        taker.asks().accept("text/csv").get("/api/v1/matrix").then().statusCode(200);
        String last = ADMINISTRATOR
                .asks()
                .get("/api/v1/access-records?act=EXPORT&sort=-at&limit=1")
                .then()
                .body("items[0].item", equalTo("matrix"))
                .body("items[0].detail", equalTo("the matrix as CSV"))
                .extract()
                .path("items[0].id");
        Caller.everyone().asks().accept("text/csv").get("/api/v1/matrix").then().statusCode(200);
        taker.asks().get("/api/v1/matrix").then().statusCode(200);
        ADMINISTRATOR
                .asks()
                .get("/api/v1/access-records?act=EXPORT&sort=-at&limit=1")
                .then()
                .body("items[0].id", equalTo(last));
        assertTrue(who.contains("BTN"));
    }

    @Test
    void recordIsForAdministratorsAndParties() {
        for (Caller caller : new Caller[] {Caller.expert(), Caller.committee("FRA")}) {
            problem(caller.asks().get("/api/v1/access-records"), 403, "not-allowed");
        }
        problem(Caller.everyone().asks().get("/api/v1/access-records"), 401, "unauthenticated");
    }

    @Test
    void momentsAndKindsAreReadOrRefused() {
        problem(ADMINISTRATOR.asks().get("/api/v1/access-records?from=yesterday"), 400, "malformed");
        ADMINISTRATOR
                .asks()
                .get("/api/v1/access-records?from=2000-01-01T00:00:00Z&to=2000-01-02T00:00:00Z")
                .then()
                .statusCode(200)
                .body("items", is(empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access_record set who = 'nobody'",
                "delete from access_record",
                "truncate access_record",
                "alter table access_record disable trigger all"
            })
    void recordIsNeverAltered(String statement) throws SQLException {
        try (Connection service = Worker.plainConnection();
                Connection worker = Worker.connection();
                Statement asService = service.createStatement();
                Statement asWorker = worker.createStatement()) {
            assertEquals(
                    "42501",
                    assertThrows(SQLException.class, () -> asService.execute(statement))
                            .getSQLState());
            assertEquals(
                    "42501",
                    assertThrows(SQLException.class, () -> asWorker.execute(statement))
                            .getSQLState());
        }
    }

    private static ValidatableResponse reads(Caller caller, String item) {
        return caller.asks()
                .get("/api/v1/access-records?act=READ&sort=at&limit=200&item=" + item)
                .then()
                .statusCode(200);
    }

    private static String needOf(String state, String audience) {
        return needOf(state, audience, "survey");
    }

    private static String needOf(String state, String audience, String source) {
        String need = path(post(
                newRequest(state) + "/needs",
                Body.need(unique("need")).with("audience", audience).with("source", source)));
        return need.substring(need.lastIndexOf('/') + 1);
    }

    private static void submit(String need) {
        org.switchboard.testing.Api.move("/needs/" + need, "submission").then().statusCode(200);
    }
}

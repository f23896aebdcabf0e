package org.switchboard.need;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.switchboard.testing.Api.BASE;
import static org.switchboard.testing.Api.get;
import static org.switchboard.testing.Api.id;
import static org.switchboard.testing.Api.move;
import static org.switchboard.testing.Api.newNeed;
import static org.switchboard.testing.Api.newRequest;
import static org.switchboard.testing.Api.path;
import static org.switchboard.testing.Api.post;
import static org.switchboard.testing.Api.problem;
import static org.switchboard.testing.Api.tagOf;
import static org.switchboard.testing.Api.unique;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.Body;
import org.switchboard.testing.Caller;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.Worker;

/** What the experts do with what comes in, before it is open. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class IntakeTest {

    private static Body complete() {
        return Body.need(unique("need"))
                .with("objective", "Transfers can be traced")
                .with("currentSituation", "Two analysts")
                .with("expectedOutcome", "Ten trained analysts")
                .with("beneficiaryInstitution", "Financial intelligence unit")
                .with("costBasis", "Ten people, three weeks")
                .with("helpReceivedOrSought", "None");
    }

    private static String need(Body content) {
        return path(post(newRequest("KEN") + "/needs", content));
    }

    private static Response completeness(Body content) {
        return get(need(content) + "/completeness");
    }

    @Test
    void whatIsMissingIsToldFieldByFieldWithReasons() {
        completeness(complete())
                .then()
                .statusCode(200)
                .body("complete", is(true))
                .body("missing", empty());
        completeness(Body.need(unique("need")))
                .then()
                .body("complete", is(false))
                .body(
                        "missing.field",
                        contains(
                                "objective",
                                "currentSituation",
                                "expectedOutcome",
                                "beneficiaryInstitution",
                                "costBasis",
                                "helpReceivedOrSought"))
                .body("missing[1].words", equalTo("current situation"))
                .body("missing[0].why", containsString("what is to be reached"));
        for (String field : complete().keySet().stream()
                .filter(field -> !Body.need("x").containsKey(field))
                .toList()) {
            completeness(complete().without(field)).then().body("missing.field", contains(field));
            completeness(complete().with(field, "  ")).then().body("missing.field", contains(field));
        }
    }

    @Test
    void moreOrLessIsWantedByTheme() {
        completeness(complete().with("theme", "LEG.CRM").without("costBasis").without("helpReceivedOrSought"))
                .then()
                .body("complete", is(true));
        completeness(complete().with("theme", "JUD").without("costBasis").without("helpReceivedOrSought"))
                .then()
                .body("missing.field", contains("costBasis"));
        completeness(complete().with("theme", "FIN.FIU").without("helpReceivedOrSought"))
                .then()
                .body("missing.field", contains("helpReceivedOrSought"));
    }

    @Test
    void completenessIsForTheStateAndThoseItConfidesIn() {
        String need = need(Body.need(unique("need")).with("audience", "PUBLIC"));
        move(need, "submission").then().statusCode(200);
        for (Caller caller : new Caller[] {Caller.focalPoint("KEN"), Caller.expert(), Caller.committee("NOR")}) {
            caller.asks().get(BASE + need + "/completeness").then().statusCode(200);
        }
        problem(Caller.focalPoint("PER").asks().get(BASE + need + "/completeness"), 403, "not-allowed");
    }

    @Test
    void incompleteNeedIsTakenAndReturnedWithOneMessage() {
        String need = need(complete().without("objective").without("costBasis"));
        move(need, "submission").then().statusCode(200);
        move(need, "return", "Please say more.").then().statusCode(200);
        get(need + "/changes")
                .then()
                .body(
                        "why[2]",
                        allOf(
                                startsWith("Please say more.\n\nStill missing:\n- objective. Providers decide"),
                                containsString("\n- cost basis. "),
                                not(containsString("current situation"))));
        String whole = need(complete());
        move(whole, "submission").then().statusCode(200);
        move(whole, "return", "Is the title right?").then().statusCode(200);
        get(whole + "/changes").then().body("why[2]", equalTo("Is the title right?"));
    }

    private static Response verify(String need, Body found) {
        return given().contentType("application/json")
                .header("If-Match", tagOf(need))
                .body(found)
                .post(BASE + need + "/verification");
    }

    @Test
    void stageAndPriorityAreFoundTogetherOrApart() {
        String need = newNeed("KEN");
        verify(need, Body.reason("Seen on the visit.").with("stage", "A"))
                .then()
                .statusCode(200)
                .body("verifiedStage", equalTo("A"))
                .body("stage", equalTo("B"))
                .body("verifiedPriority", nullValue());
        verify(need, Body.reason("Urgent.").with("priority", "HIGH"))
                .then()
                .body("verifiedStage", equalTo("A"))
                .body("verifiedPriority", equalTo("HIGH"));
        problem(verify(need, Body.reason("Nothing.")), 422, "rules-broken")
                .body("violations[0].pointer", equalTo("/priority"));
        problem(verify(need, Body.reason("Odd.").with("stage", "D")), 422, "rules-broken")
                .body("violations[0].pointer", equalTo("/stage"));
        get(need + "/changes").then().body("why[1]", equalTo("Seen on the visit."));
    }

    private static String titled(String state, String title, String theme, String kind) {
        return path(post(
                newRequest(state) + "/needs",
                Body.need(unique("need"))
                        .with("title", title)
                        .with("theme", theme)
                        .with("kind", kind)));
    }

    @Test
    void alikeNeedsOfTheSameStateAreFoundAndSoIsHelpGiven() {
        String mark = unique("Kwertz");
        String need = titled("BTN", "Training of analysts " + mark, "FIN.FIU", "TRAINING");
        String same = titled("BTN", mark + " training of analysts", "FIN", "EQUIPMENT");
        String helped = titled("BTN", "Training of the analysts " + mark, "POL", "TRAINING");
        String withdrawn = titled("BTN", "Training of analysts " + mark, "FIN", "TRAINING");
        String otherState = titled("NPL", "Training of analysts " + mark, "FIN.FIU", "TRAINING");
        String otherThing = titled("BTN", "Training of analysts " + mark, "POL", "EQUIPMENT");
        String otherWords = titled("BTN", "Zzz", "FIN", "TRAINING");
        People.run("update need set status = 'DELIVERED' where id = ?", UUID.fromString(id(helped)));
        People.run("update need set status = 'WITHDRAWN' where id = ?", UUID.fromString(id(withdrawn)));
        Response found = get(need + "/similar");
        found.then()
                .statusCode(200)
                .body("id", hasItem(id(same)))
                .body("id", not(hasItem(id(need))))
                .body("id", not(hasItem(id(otherState))))
                .body("id", not(hasItem(id(otherThing))))
                .body("id", not(hasItem(id(otherWords))))
                .body("find { it.id == '" + id(same) + "' }.likeness", equalTo(1.0f))
                .body("find { it.id == '" + id(same) + "' }.ended", is(false))
                .body("find { it.id == '" + id(helped) + "' }.helpGiven", is(true))
                .body("find { it.id == '" + id(helped) + "' }.ended", is(true))
                .body("find { it.id == '" + id(helped) + "' }.likeness", greaterThan(0.6f))
                .body("find { it.id == '" + id(withdrawn) + "' }.ended", is(true))
                .body("find { it.id == '" + id(withdrawn) + "' }.helpGiven", is(false));
        assertEquals(id(helped), found.path("[2].id"), "the most alike first");
        Caller.focalPoint("BTN").asks().get(BASE + need + "/similar").then().statusCode(200);
        problem(Caller.committee("NOR").asks().get(BASE + need + "/similar"), 403, "not-allowed");
    }

    private static String requestWith(Body... needs) {
        return path(post(
                "/requests",
                Body.request("KEN", unique("<b>request"), needs)
                        .with("request.noteVerbaleReference", "NV/1 & <script>alert(1)</script>")
                        .with("request.noteVerbaleDate", "2026-10-28")));
    }

    private static String onlyNeedOf(String request) {
        return "/needs/" + get("/needs?request=" + id(request)).path("items[0].id");
    }

    @Test
    void letterTellsWhatWasReceivedInTheLanguageAskedFor() {
        String request = requestWith(Body.need(unique("need")).with("title", "Search dogs <img src=x> & \"more\""));
        problem(get(request + "/acknowledgement-letter"), 409, "conflict");
        move(onlyNeedOf(request), "submission").then().statusCode(200);
        Response letter = get(request + "/acknowledgement-letter?lang=fr");
        letter.then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Language", "fr")
                .body(containsString("<html lang=\"fr\" dir=\"ltr\">"))
                .body(containsString("Accusé de réception"))
                .body(containsString("2 novembre 2026"))
                .body(containsString("28 octobre 2026"))
                .body(containsString("NV/1 &amp; &lt;script&gt;"))
                .body(containsString("Search dogs &lt;img src=x&gt; &amp; &quot;more&quot;"))
                .body(containsString("en cours d’examen"))
                .body(not(containsString("<script")))
                .body(not(containsString("<b>")))
                .body(endsWith("</html>"));
        given().header("If-None-Match", letter.header("ETag"))
                .get(BASE + request + "/acknowledgement-letter?lang=fr")
                .then()
                .statusCode(304);
        get(request + "/acknowledgement-letter?lang=ar").then().body(containsString("<html lang=\"ar\" dir=\"rtl\">"));
    }

    @Test
    void draftsAreNotInTheLetter() {
        String title = unique("Unfinished");
        String request = requestWith(Body.need(unique("need")).with("title", unique("Finished")));
        move(onlyNeedOf(request), "submission").then().statusCode(200);
        post(request + "/needs", Body.need(unique("need")).with("title", title))
                .then()
                .statusCode(201);
        get(request + "/acknowledgement-letter").then().statusCode(200).body(not(containsString(title)));
    }

    /** What is told of an item, as kind, addressees and words. */
    private static String told(String kind, String item) {
        try (Connection connection = Worker.connection();
                PreparedStatement query = connection.prepareStatement(
                        "select array_to_string(addressees, ' ') || ' ' || words from outbox where kind = ? and item_id = ?")) {
            query.setString(1, kind);
            query.setObject(2, UUID.fromString(id(item)));
            ResultSet rows = query.executeQuery();
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void stepsAreToldToWhoeverActsNext() {
        String request = newRequest("KEN");
        String reference = unique("need");
        assertEquals(
                "executive-directorate {\"reference\":\"" + get(request).path("reference") + "\",\"state\":\"KEN\"}",
                told("REQUEST_RECEIVED", request));
        String need = path(post(request + "/needs", Body.need(reference)));
        assertNull(told("NEED_SUBMITTED", need));
        move(need, "submission").then().statusCode(200);
        assertEquals(
                "executive-directorate {\"reference\":\"" + reference + "\",\"state\":\"KEN\"}",
                told("NEED_SUBMITTED", need));
        move(need, "return", "More, please.").then().statusCode(200);
        assertEquals(
                true,
                told("NEED_RETURNED", need)
                        .startsWith("state:KEN {\"reference\":\"" + reference + "\",\"why\":\"More, please."));
        move(need, "submission").then().statusCode(200);
        move(need, "acknowledgement").then().statusCode(200);
        assertEquals("state:KEN {\"reference\":\"" + reference + "\"}", told("NEED_ACKNOWLEDGED", need));
        move(need, "opening").then().statusCode(200);
        assertEquals("state:KEN {\"reference\":\"" + reference + "\"}", told("NEED_OPENED", need));
    }
}

package org.switchboard.notice;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.switchboard.testing.Api.BASE;
import static org.switchboard.testing.Api.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Assignment;
import org.switchboard.testing.Body;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** The inbox, and what people choose about mail. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class NoticesTest {

    @Inject
    NoticeRounds rounds;

    /** What other tests left to tell is told before anybody new comes. */
    @BeforeEach
    void tellTheRest() {
        rounds.go();
    }

    /** Somebody new, and a token of theirs. */
    private record One(UUID account, String token) {

        static One with(Assignment... assignments) {
            UUID account = People.account(assignments);
            return new One(account, new People.NewToken().of(account, assignments));
        }

        RequestSpecification asks() {
            return given().header("Authorization", "Bearer " + token);
        }

        Response inbox(String query) {
            return asks().get(BASE + "/notices" + query);
        }
    }

    private static String notice(UUID item, One one) {
        return BASE + "/notices/"
                + Told.value("select id from notice where item_id = ? and account = ?", item, one.account());
    }

    @Test
    void oneReadsOnesOwnNoticesInOnesLanguageAndNobodyElses() {
        One one = One.with(Assignment.focalPoint("TON"));
        One colleague = One.with(Assignment.focalPoint("TON"));
        One stranger = One.with(Assignment.focalPoint("FSM"), Assignment.expert());
        UUID item = Happened.to("need-returned", Map.of("reference", "N-9", "why", "No cost."), "state:TON");
        rounds.go();
        one.inbox("")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("need-returned"))
                .body("items[0].itemId", equalTo(item.toString()))
                .body("items[0].subject", equalTo("A need was returned to you for completion"))
                .body("items[0].sentence", containsString("N-9"))
                .body("items[0].sentence", containsString("Reason given: No cost."))
                .body("items[0].readAt", nullValue());
        one.asks()
                .get(notice(item, one) + "?lang=fr")
                .then()
                .statusCode(200)
                .header("Content-Language", "fr")
                .body("subject", equalTo("Un besoin vous a été renvoyé pour être complété"));
        for (One other : List.of(colleague, stranger)) {
            problem(other.asks().get(notice(item, one)), 404, "not-found");
            problem(other.asks().post(notice(item, one) + "/reading"), 404, "not-found");
            other.inbox("")
                    .then()
                    .body("items.id", not(hasItem(notice(item, one).substring(16))));
        }
        assertNotEquals(notice(item, one), notice(item, colleague));
        stranger.inbox("").then().body("items.itemId", not(hasItem(item.toString())));
    }

    @Test
    void readingIsSaidOnceAndTakesANoticeOffTheUnread() {
        One one = One.with(Assignment.focalPoint("KIR"));
        UUID first = Happened.needOpened("state:KIR");
        rounds.go();
        UUID second = Happened.needOpened("state:KIR");
        rounds.go();
        one.inbox("?unread=true").then().body("items.itemId", equalTo(List.of(second.toString(), first.toString())));
        String tag = one.asks().get(notice(first, one)).header("ETag");
        String readAt = one.asks()
                .post(notice(first, one) + "/reading")
                .then()
                .statusCode(200)
                .body("readAt", notNullValue())
                .extract()
                .path("readAt");
        one.asks().post(notice(first, one) + "/reading").then().body("readAt", equalTo(readAt));
        assertNotEquals(tag, one.asks().get(notice(first, one)).header("ETag"));
        one.inbox("?unread=true").then().body("items.itemId", equalTo(List.of(second.toString())));
        one.inbox("").then().body("items", hasSize(2));
    }

    @Test
    void inboxComesPageByPage() {
        One one = One.with(Assignment.focalPoint("MHL"));
        for (int i = 0; i < 3; i++) {
            Happened.needOpened("state:MHL");
            rounds.go();
        }
        Response first = one.inbox("?limit=2");
        first.then().body("items", hasSize(2)).header("Link", containsString("rel=\"next\""));
        one.inbox("?limit=2&cursor=" + first.path("next"))
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        problem(one.inbox("?sort=kind"), 400, "malformed");
    }

    /** A notice may speak of what only they may see. */
    @Test
    void whoNoLongerSpeaksForAStateReadsItsNoticesNoMore() {
        One one = One.with(Assignment.focalPoint("NIU"), Assignment.expert());
        UUID item = Happened.needOpened("state:NIU");
        rounds.go();
        one.inbox("").then().body("items.itemId", hasItem(item.toString()));
        String narrow = new People.NewToken().of(one.account(), Assignment.expert());
        new One(one.account(), narrow).inbox("").then().body("items.itemId", not(hasItem(item.toString())));
        problem(new One(one.account(), narrow).asks().get(notice(item, one)), 404, "not-found");
        People.run("delete from account_role where account = ? and role = 'FOCAL_POINT'", one.account());
        one.inbox("").then().body("items.itemId", not(hasItem(item.toString())));
        problem(one.asks().get(notice(item, one)), 404, "not-found");
    }

    private static Body choice(String answers, String needs) {
        return Body.empty()
                .with("answers", answers)
                .with("needs", needs)
                .with("proposals", "DAILY")
                .with("deliveries", "NONE")
                .with("editions", "DAILY");
    }

    private static Response choose(One one, String tag, Body choice) {
        return one.asks()
                .contentType("application/json")
                .header("If-Match", tag)
                .body(choice)
                .put(BASE + "/notice-preferences");
    }

    @Test
    void eachChoosesForThemselves() {
        One one = One.with(Assignment.expert());
        One other = One.with(Assignment.expert());
        one.asks()
                .get(BASE + "/notice-preferences")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("answers", equalTo("AT_ONCE"))
                .body("needs", equalTo("AT_ONCE"))
                .body("proposals", equalTo("AT_ONCE"))
                .body("deliveries", equalTo("AT_ONCE"));
        choose(one, "\"0\"", choice("DAILY", "NONE")).then().statusCode(200).header("ETag", "\"1\"");
        problem(choose(one, "\"0\"", choice("DAILY", "DAILY")), 412, "stale");
        choose(one, "\"1\"", choice("AT_ONCE", "DAILY")).then().statusCode(200).header("ETag", "\"2\"");
        one.asks()
                .get(BASE + "/notice-preferences")
                .then()
                .body("needs", equalTo("DAILY"))
                .body("deliveries", equalTo("NONE"));
        other.asks().get(BASE + "/notice-preferences").then().body("needs", equalTo("AT_ONCE"));
    }

    @Test
    void whatAsksForAnAnswerCannotBeTurnedOff() {
        One one = One.with(Assignment.expert());
        problem(choose(one, "\"0\"", choice("NONE", "NONE")), 422, "rules-broken")
                .body("violations[0].pointer", equalTo("/answers"));
        problem(choose(one, "\"0\"", choice("DAILY", "NONE").without("needs")), 422, "rules-broken")
                .body("violations[0].pointer", equalTo("/needs"));
        assertEquals(
                "\"0\"",
                one.asks().get(BASE + "/notice-preferences").then().extract().header("ETag"));
    }

    @Test
    void newAccountsInboxIsEmpty() {
        One.with(Assignment.administrator()).inbox("").then().statusCode(200).body("items", empty());
    }
}

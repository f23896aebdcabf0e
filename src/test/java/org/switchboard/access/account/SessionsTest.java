package org.switchboard.access.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.BASE;
import static org.switchboard.testing.Api.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.access.Assignment;
import org.switchboard.testing.Body;
import org.switchboard.testing.Browser;
import org.switchboard.testing.NobodyByDefault;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** Signing in and out, how long a session lasts, and that no page of others can use it. */
@NobodyByDefault
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SessionsTest {

    private static final Assignment KENYA = Assignment.focalPoint("KEN");

    private static Body credentials(String email, String password) {
        return Body.empty().with("email", email).with("password", password);
    }

    private static void signedOut(Browser browser) {
        problem(browser.get("/sessions/current"), 401, "unauthenticated");
    }

    @Test
    void signingInSaysWhoOneIs() {
        UUID account = People.accountWithPassword(KENYA);
        Browser.signIn(credentials("  " + People.email(account).toUpperCase(Locale.ROOT), People.PASSWORD))
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/sessions/current"))
                .body("email", equalTo(People.email(account)))
                .body("name", equalTo("Someone"))
                .body("language", equalTo("en"))
                .body("assignments.role", contains("FOCAL_POINT"))
                .body("assignments.state", contains("KEN"))
                .body("secondFactor", is(false))
                .body("secondFactorMissing", is(false));
    }

    @Test
    void cookieIsForTheServersPagesAlone() {
        UUID account = People.accountWithPassword(KENYA);
        String cookie = Browser.signIn(credentials(People.email(account), People.PASSWORD))
                .then()
                .extract()
                .header("Set-Cookie");
        assertTrue(cookie.matches("switchboard=[A-Za-z0-9_-]{43};.*"), cookie);
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        assertTrue(cookie.matches(".*Path=\"?/\"?(;.*|$)"), cookie);
        assertTrue(!cookie.contains("Secure") && !cookie.contains("Domain") && !cookie.contains("Max-Age"), cookie);
    }

    @Test
    void cookieOverTlsIsBoundToTheHost() {
        String cookie = new SessionCookie(true).of(new Secret("v")).toString();
        assertTrue(cookie.startsWith("__Host-switchboard=v"), cookie);
        assertTrue(new SessionCookie(true).of(new Secret("v")).isSecure());
        assertEquals("/", new SessionCookie(true).of(new Secret("v")).getPath());
    }

    @Test
    void valueIsKeptOnlyAsFingerprint() {
        Browser browser = Browser.of(KENYA);
        assertEquals("32", People.value("select length(sha256) from session where account = ?", browser.account()));
        assertEquals(
                "0",
                People.value("select count(*) from session s where s::text like '%' || ? || '%'", browser.cookie()));
    }

    @Test
    void eachSignInGivesANewValueWhateverCookieCame() {
        Browser browser = Browser.of(KENYA);
        String second = browser.post("/sessions", credentials(browser.email(), People.PASSWORD))
                .then()
                .statusCode(201)
                .extract()
                .cookie("switchboard");
        assertNotEquals(browser.cookie(), second);
        String planted = "A".repeat(43);
        String third = given().cookie("switchboard", planted)
                .contentType("application/json")
                .body(credentials(browser.email(), People.PASSWORD))
                .post(BASE + "/sessions")
                .then()
                .statusCode(201)
                .extract()
                .cookie("switchboard");
        assertNotEquals(planted, third);
    }

    @Test
    void sessionHasTheRolesOfTheAccount() {
        Browser browser = Browser.of(KENYA, Assignment.expert());
        browser.with().get("/test/doors/experts").then().statusCode(200);
        People.run("delete from account_role where account = ? and role = 'EXPERT'", browser.account());
        problem(browser.with().get("/test/doors/experts"), 403, "not-allowed");
    }

    @Test
    void whateverIsWrongTheAnswerIsTheSame() {
        UUID account = People.accountWithPassword(KENYA);
        UUID without = People.account(KENYA);
        UUID closed = People.accountWithPassword(KENYA);
        People.run("update account set status = 'DEACTIVATED' where id = ?", closed);
        Browser withFactor = Browser.withSecondFactor(Assignment.expert());
        String wrong = refused(credentials(People.email(account), "something else altogether"));
        assertEquals(wrong, refused(credentials("nobody@people.example", People.PASSWORD)));
        assertEquals(wrong, refused(credentials(People.email(without), People.PASSWORD)));
        assertEquals(wrong, refused(credentials(People.email(closed), People.PASSWORD)));
        assertEquals(wrong, refused(credentials(withFactor.email(), People.PASSWORD)));
        assertEquals(
                wrong, refused(credentials(withFactor.email(), People.PASSWORD).with("code", "000000")));
        assertEquals(wrong, refused(credentials(withFactor.email(), "wrong").with("code", withFactor.code())));
    }

    private static String refused(Body body) {
        Response answer = Browser.signIn(body);
        problem(answer, 401, "unauthenticated");
        assertEquals(null, answer.cookie("switchboard"));
        // each request has an id of its own
        return answer.asString().replaceAll("\"requestId\":\"[^\"]+\"", "");
    }

    @Test
    void hashOfLessWorkIsMadeAnewAtSignIn() {
        Browser browser = Browser.of(KENYA);
        String hash = People.value("select password from account where id = ?", browser.account());
        assertTrue(hash.startsWith("pbkdf2-sha512$210000$"), hash);
        browser.another().get("/sessions/current").then().statusCode(200);
    }

    @Test
    void signingOutEndsTheSessionAndNoOther() {
        Browser browser = Browser.of(KENYA);
        Browser other = browser.another();
        browser.delete("/sessions/current").then().statusCode(204).header("Set-Cookie", containsString("Max-Age=0"));
        signedOut(browser);
        other.get("/sessions/current").then().statusCode(200).body("email", equalTo(browser.email()));
    }

    @Test
    void ownSessionsAreListedAndEnded() {
        Browser browser = Browser.of(KENYA);
        Browser other = browser.another();
        browser.get("/sessions")
                .then()
                .statusCode(200)
                .body("current", contains(false, true))
                .body("secondFactor", contains(false, false))
                .body("[0].since", not(equalTo(null)));
        String id = browser.get("/sessions").then().extract().path("[0].id");
        Browser stranger = Browser.of(KENYA);
        problem(stranger.delete("/sessions/" + id), 404, "not-found");
        browser.delete("/sessions/" + id).then().statusCode(204);
        signedOut(other);
        browser.get("/sessions").then().body("current", contains(true));
    }

    @ParameterizedTest
    @CsvSource({
        "last_used_at = now() - interval '29 minutes', true",
        "last_used_at = now() - interval '31 minutes', false",
        "created_at = now() - interval '11 hours 59 minutes', true",
        "created_at = now() - interval '12 hours 1 minute', false"
    })
    void sessionEndsWhenIdleAndInAnyCase(String past, boolean good) {
        Browser browser = Browser.of(KENYA);
        People.run(
                "update session set created_at = created_at - interval '1 hour' where account = ?", browser.account());
        People.run("update session set " + past + " where account = ?", browser.account());
        browser.get("/sessions/current").then().statusCode(good ? 200 : 401);
    }

    @Test
    void useKeepsASessionAwake() {
        Browser browser = Browser.of(KENYA);
        People.run(
                "update session set created_at = now() - interval '2 hours',"
                        + " last_used_at = now() - interval '20 minutes' where account = ?",
                browser.account());
        browser.get("/sessions/current").then().statusCode(200);
        assertEquals(
                "t",
                People.value(
                        "select last_used_at > now() - interval '1 minute' from session where account = ?",
                        browser.account()));
    }

    @Test
    void closedAccountIsOutWithTheNextRequest() {
        Browser browser = Browser.of(KENYA);
        People.run("update account set status = 'DEACTIVATED' where id = ?", browser.account());
        signedOut(browser);
    }

    @Test
    void whoseSessionHasEndedIsThePublic() {
        Browser browser = Browser.of(KENYA);
        People.run("delete from session where account = ?", browser.account());
        browser.with().get("/test/doors/open").then().statusCode(200).body(equalTo("public [] [public]"));
    }

    @Test
    void tokenIsNoSession() {
        String token = People.token(KENYA);
        for (String path : new String[] {"/sessions", "/sessions/current", "/tokens"}) {
            problem(given().header("Authorization", "Bearer " + token).get(BASE + path), 403, "not-allowed");
        }
    }

    @Test
    void whoSendsATokenMeansTheToken() {
        Browser browser = Browser.of(Assignment.expert());
        browser.with()
                .header("Authorization", "Bearer " + People.token(KENYA))
                .get("/test/doors/experts")
                .then()
                .statusCode(403);
        browser.with()
                .header("Authorization", "Bearer sb_bad")
                .get("/test/doors/open")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin, true",
        "Sec-Fetch-Site, none, true",
        "Sec-Fetch-Site, same-site, false",
        "Sec-Fetch-Site, cross-site, false",
        "Origin, OWN, true",
        "Origin, http://127.0.0.1:8080, true",
        "Origin, https://elsewhere.example, false",
        "Origin, http://localhost, false",
        "Origin, null, false"
    })
    void onlyOwnPagesChangeAnything(String header, String value, boolean allowed) {
        Browser browser = Browser.of(KENYA);
        String sent = value.equals("OWN") ? RestAssured.baseURI + ":" + RestAssured.port : value;
        int expected = allowed ? 200 : 403;
        browser.with().header(header, sent).post("/test/doors/open").then().statusCode(expected);
        browser.with().header(header, sent).get("/test/doors/open").then().statusCode(200);
        given().header("Authorization", "Bearer " + People.token(KENYA))
                .header(header, sent)
                .post("/test/doors/open")
                .then()
                .statusCode(200);
    }

    /** Otherwise a page of others could sign a browser in to the attacker's account. */
    @Test
    void onlyOwnPagesSignIn() {
        UUID account = People.accountWithPassword(KENYA);
        problem(
                given().header("Sec-Fetch-Site", "cross-site")
                        .contentType("application/json")
                        .body(credentials(People.email(account), People.PASSWORD))
                        .post(BASE + "/sessions"),
                403,
                "not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "password"})
    void whatIsMissingIsNamed(String field) {
        problem(Browser.signIn(credentials("a@b.example", "x").without(field)), 422, "rules-broken")
                .body("violations.pointer", contains("/" + field));
    }
}

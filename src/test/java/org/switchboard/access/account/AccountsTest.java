package org.switchboard.access.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.BASE;
import static org.switchboard.testing.Api.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.access.Assignment;
import org.switchboard.testing.Api;
import org.switchboard.testing.Body;
import org.switchboard.testing.Browser;
import org.switchboard.testing.NobodyByDefault;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** What administrators do with accounts, and what becomes of sessions, tokens and links by it. */
@NobodyByDefault
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AccountsTest {

    private static final String CHOSEN = "velvet compass thirteen rivers";

    private static RequestSpecification administrator() {
        return given().header("Authorization", "Bearer " + People.token(Assignment.administrator()));
    }

    private static Response post(String path, Object body) {
        return administrator().contentType("application/json").body(body).post(BASE + path);
    }

    private static Response get(String path) {
        return administrator().get(BASE + path);
    }

    private static Response put(String path, Object body, String tag) {
        return administrator()
                .contentType("application/json")
                .header("If-Match", tag)
                .body(body)
                .put(BASE + path);
    }

    private static Body content(Object... assignments) {
        return Body.empty().with("name", "A. Person").with("language", "fr").with("assignments", List.of(assignments));
    }

    private static Body role(String role) {
        return Body.empty().with("role", role);
    }

    private static Body creation(String email, Object... assignments) {
        return Body.empty().with("email", email).with("account", content(assignments));
    }

    private static String newEmail() {
        return Api.unique("p") + "@people.example";
    }

    private static String tokenOf(Response answer, String path) {
        String link = answer.then().extract().path(path);
        return link.substring(link.indexOf('#') + 1);
    }

    private static Response choose(String path, String token, String password) {
        return given().contentType("application/json")
                .body(Body.empty().with("token", token).with("password", password))
                .post(BASE + path);
    }

    private static int signIn(String email, String password) {
        return Browser.signIn(Body.empty().with("email", email).with("password", password))
                .statusCode();
    }

    @Test
    void onlyAdministratorsKeepAccounts() {
        for (Assignment other : List.of(
                Assignment.expert(),
                Assignment.focalPoint("KEN"),
                Assignment.provider("ACCOUNTS-FUND"),
                Assignment.committee("FRA"))) {
            problem(
                    given().header("Authorization", "Bearer " + People.token(other))
                            .get(BASE + "/accounts"),
                    403,
                    "not-allowed");
        }
        problem(given().get(BASE + "/accounts"), 401, "unauthenticated");
        get("/accounts").then().statusCode(200);
        Browser.withSecondFactor(Assignment.administrator())
                .get("/accounts")
                .then()
                .statusCode(200);
        problem(Browser.of(Assignment.administrator()).get("/accounts"), 403, "not-allowed");
    }

    @Test
    void invitedPersonChoosesAPasswordAndIsIn() {
        String email = newEmail();
        Response made = post("/accounts", creation(email.toUpperCase(Locale.ROOT), role("EXPERT")));
        made.then()
                .statusCode(201)
                .body("account.email", equalTo(email))
                .body("account.status", equalTo("INVITED"))
                .body("account.assignments.role", contains("EXPERT"))
                .body("invitation.mailed", is(false))
                .body("invitation.expiresAt", notNullValue());
        String token = tokenOf(made, "invitation.link");
        assertEquals(401, signIn(email, CHOSEN));
        problem(choose("/invitations/acceptance", token, "too short"), 422, "rules-broken")
                .body("violations.pointer", contains("/password"));
        choose("/invitations/acceptance", token, CHOSEN).then().statusCode(204);
        assertEquals(201, signIn(email, CHOSEN));
        problem(choose("/invitations/acceptance", token, CHOSEN), 422, "rules-broken")
                .body("violations.pointer", contains("/token"));
        get(Api.path(made)).then().body("status", equalTo("ACTIVE")).header("ETag", notNullValue());
        get(Api.path(made) + "/changes")
                .then()
                .body("why", contains("created", "invited", "invitation accepted"))
                .body("to", hasItem("ACTIVE"));
    }

    @Test
    void newerInvitationTakesThePlaceOfTheOlder() {
        Response made = post("/accounts", creation(newEmail(), role("EXPERT")));
        String first = tokenOf(made, "invitation.link");
        String second = tokenOf(post(Api.path(made) + "/invitation", ""), "link");
        problem(choose("/invitations/acceptance", first, CHOSEN), 422, "rules-broken");
        problem(choose("/password-resets/completion", second, CHOSEN), 422, "rules-broken");
        choose("/invitations/acceptance", second, CHOSEN).then().statusCode(204);
        problem(post(Api.path(made) + "/invitation", ""), 409, "conflict");
    }

    @ParameterizedTest
    @CsvSource({"7 days, false", "6 days 23 hours, true"})
    void invitationIsGoodForSevenDays(String age, boolean good) {
        Response made = post("/accounts", creation(newEmail(), role("EXPERT")));
        UUID id = UUID.fromString(Api.id(Api.path(made)));
        People.run(
                "update account_link set expires_at = expires_at - ?::interval,"
                        + " created_at = created_at - ?::interval where account = ?",
                age,
                age,
                id);
        choose("/invitations/acceptance", tokenOf(made, "invitation.link"), CHOSEN)
                .then()
                .statusCode(good ? 204 : 422);
    }

    @Test
    void addressHasOneAccount() {
        String email = newEmail();
        post("/accounts", creation(email, role("EXPERT"))).then().statusCode(201);
        problem(post("/accounts", creation(email, role("EXPERT"))), 409, "conflict");
    }

    @Test
    void assignmentsAreChecked() {
        problem(
                        post(
                                "/accounts",
                                creation(
                                        newEmail(),
                                        role("FOCAL_POINT"),
                                        role("EXPERT").with("state", "KEN"))),
                        422,
                        "rules-broken")
                .body("violations.pointer", contains("/assignments/0", "/assignments/1"));
        problem(
                        post(
                                "/accounts",
                                creation(
                                        newEmail(),
                                        role("FOCAL_POINT").with("state", "ZZZ"),
                                        role("PROVIDER").with("provider", "NOBODY-AT-ALL"))),
                        422,
                        "rules-broken")
                .body("violations.pointer", contains("/assignments/0/state", "/assignments/1/provider"));
    }

    @Test
    void rightsChangeWithTheNextRequestAndAreRecorded() {
        UUID account = People.account(Assignment.expert(), Assignment.focalPoint("KEN"));
        String token = new People.NewToken().of(account, Assignment.expert(), Assignment.focalPoint("KEN"));
        String path = "/accounts/" + account;
        String tag = get(path).header("ETag");
        put(path, content(role("FOCAL_POINT").with("state", "KEN")), tag)
                .then()
                .statusCode(200)
                .body("assignments.role", contains("FOCAL_POINT"))
                .body("language", equalTo("fr"));
        problem(given().header("Authorization", "Bearer " + token).get("/test/doors/experts"), 403, "not-allowed");
        given().header("Authorization", "Bearer " + token)
                .get("/test/doors/open")
                .then()
                .body(containsString("[focal-point]"));
        get(path + "/changes").then().body("why", contains("rights changed"));
        problem(put(path, content(role("EXPERT")), tag), 412, "stale");
    }

    @Test
    void rightThatIsGivenBackDoesNotComeBackToTokens() {
        UUID account = People.account(Assignment.expert());
        String token = new People.NewToken().of(account, Assignment.expert());
        String path = "/accounts/" + account;
        put(path, content(), get(path).header("ETag")).then().statusCode(200);
        put(path, content(role("EXPERT")), get(path).header("ETag")).then().statusCode(200);
        problem(given().header("Authorization", "Bearer " + token).get("/test/doors/experts"), 403, "not-allowed");
    }

    @Test
    void nobodyGivesRightsToThemselves() {
        Browser self = Browser.withSecondFactor(Assignment.administrator());
        String path = "/accounts/" + self.account();
        String tag = self.get(path).header("ETag");
        problem(
                self.with()
                        .contentType("application/json")
                        .header("If-Match", tag)
                        .body(content(role("ADMINISTRATOR"), role("EXPERT")))
                        .put(BASE + path),
                403,
                "not-allowed");
        self.with()
                .contentType("application/json")
                .header("If-Match", tag)
                .body(content(role("ADMINISTRATOR")).with("name", "New Name"))
                .put(BASE + path)
                .then()
                .statusCode(200);
        problem(self.post(path + "/deactivation", Body.reason("tired")), 403, "not-allowed");
    }

    @Test
    void deactivationEndsSessionsTokensAndLinksAtOnce() {
        Browser person = Browser.of(Assignment.expert());
        String token = new People.NewToken().of(person.account(), Assignment.expert());
        String path = "/accounts/" + person.account();
        String reset = tokenOf(post(path + "/password-reset", ""), "link");
        problem(post(path + "/deactivation", Body.empty()), 422, "rules-broken");
        post(path + "/deactivation", Body.reason("has left"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DEACTIVATED"));
        problem(person.get("/sessions/current"), 401, "unauthenticated");
        problem(given().header("Authorization", "Bearer " + token).get("/test/doors/open"), 401, "unauthenticated");
        problem(choose("/password-resets/completion", reset, CHOSEN), 422, "rules-broken");
        assertEquals(401, signIn(person.email(), People.PASSWORD));
        problem(post(path + "/deactivation", Body.reason("again")), 409, "conflict");
        post(path + "/reactivation", Body.reason("is back"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));
        assertEquals(201, signIn(person.email(), People.PASSWORD));
        problem(given().header("Authorization", "Bearer " + token).get("/test/doors/open"), 401, "unauthenticated");
        get(path + "/changes").then().body("why", contains("new password offered", "has left", "is back"));
    }

    @Test
    void accountWithoutPasswordWaitsForItsPersonAgain() {
        Response made = post("/accounts", creation(newEmail(), role("EXPERT")));
        post(Api.path(made) + "/deactivation", Body.reason("mistake")).then().statusCode(200);
        problem(choose("/invitations/acceptance", tokenOf(made, "invitation.link"), CHOSEN), 422, "rules-broken");
        post(Api.path(made) + "/reactivation", Body.reason("no mistake")).then().body("status", equalTo("INVITED"));
    }

    /** As when it was shut while the link was being made. */
    @ParameterizedTest
    @CsvSource({"INVITED", "DEACTIVATED"})
    void linkForANewPasswordOpensNoAccount(String status) {
        UUID account = People.accountWithPassword(Assignment.expert());
        String token = tokenOf(post("/accounts/" + account + "/password-reset", ""), "link");
        People.run("update account set status = ? where id = ?", status, account);
        problem(choose("/password-resets/completion", token, CHOSEN), 409, "conflict");
        get("/accounts/" + account).then().body("status", equalTo(status));
        problem(post("/accounts/" + account + "/password-reset", ""), 409, "conflict");
    }

    @Test
    void resetByLinkEndsAllSessionsAndForgetsFailures() {
        Browser person = Browser.of(Assignment.expert());
        String token = tokenOf(post("/accounts/" + person.account() + "/password-reset", ""), "link");
        signIn(person.email(), "wrong");
        People.run(
                "update sign_in_attempt set wait_until = now() + interval '1 hour'"
                        + " where subject = encode(sha256(convert_to('account:' || ?, 'UTF8')), 'hex')",
                person.email());
        assertEquals(429, signIn(person.email(), People.PASSWORD));
        choose("/password-resets/completion", token, CHOSEN).then().statusCode(204);
        problem(person.get("/sessions/current"), 401, "unauthenticated");
        assertEquals(201, signIn(person.email(), CHOSEN));
        assertEquals(401, signIn(person.email(), People.PASSWORD));
        problem(choose("/password-resets/completion", token, CHOSEN), 422, "rules-broken");
    }

    @Test
    void resetIsGoodForOneHour() {
        UUID account = People.accountWithPassword(Assignment.expert());
        String token = tokenOf(post("/accounts/" + account + "/password-reset", ""), "link");
        People.run(
                "update account_link set expires_at = now() - interval '1 second',"
                        + " created_at = now() - interval '1 hour' where account = ?",
                account);
        problem(choose("/password-resets/completion", token, CHOSEN), 422, "rules-broken");
        assertTrue(Double.parseDouble(People.value(
                        "select extract(epoch from expires_at - created_at) from account_link where account = ?",
                        account))
                <= 3600);
    }

    @Test
    void ownPasswordChangesWithTheOldOneAndEndsOtherSessions() {
        Browser person = Browser.of(Assignment.expert());
        Browser other = person.another();
        Body change = Body.empty().with("old", People.PASSWORD).with("new", CHOSEN);
        problem(person.put("/password", Body.empty().and(change).with("old", "wrong")), 422, "rules-broken")
                .body("violations.pointer", contains("/old"));
        problem(person.put("/password", Body.empty().and(change).with("new", person.email())), 422, "rules-broken")
                .body("violations.pointer", contains("/new"));
        person.put("/password", change).then().statusCode(204);
        person.get("/sessions/current").then().statusCode(200);
        problem(other.get("/sessions/current"), 401, "unauthenticated");
        assertEquals(201, signIn(person.email(), CHOSEN));
    }

    @Test
    void administratorSignsSomebodyOutAndTakesALostDeviceAway() {
        Browser person = Browser.withSecondFactor(Assignment.expert());
        String path = "/accounts/" + person.account();
        get(path).then().body("secondFactor", is(true));
        administrator().delete(BASE + path + "/sessions").then().statusCode(204);
        problem(person.get("/sessions/current"), 401, "unauthenticated");
        administrator().delete(BASE + path + "/second-factor").then().statusCode(204);
        get(path).then().body("secondFactor", is(false));
        problem(administrator().delete(BASE + path + "/second-factor"), 409, "conflict");
        assertEquals(201, signIn(person.email(), People.PASSWORD));
        get(path + "/changes")
                .then()
                .body(
                        "why",
                        containsInAnyOrder("second factor set up", "signed out everywhere", "second factor removed"));
    }

    @Test
    void absentAccountsAreNotFound() {
        String path = "/accounts/" + UUID.randomUUID();
        for (String rest : List.of("", "/changes", "/tokens")) {
            problem(get(path + rest), 404, "not-found");
        }
        problem(post(path + "/invitation", ""), 404, "not-found");
        problem(post(path + "/deactivation", Body.reason("x")), 404, "not-found");
    }

    @Test
    void listIsReadPageByPageAndByStatus() {
        post("/accounts", creation(newEmail(), role("EXPERT"))).then().statusCode(201);
        get("/accounts?limit=1&sort=-createdAt")
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .header("Link", notNullValue());
        get("/accounts?status=INVITED&limit=200").then().body("items.status.unique()", contains("INVITED"));
    }

    @Test
    void nothingSecretIsRecorded() {
        Response made = post("/accounts", creation(newEmail(), role("EXPERT")));
        String token = tokenOf(made, "invitation.link");
        choose("/invitations/acceptance", token, CHOSEN).then().statusCode(204);
        assertEquals(
                "0",
                People.value(
                        "select count(*) from change where content::text like '%pbkdf2%' or content::text like '%' || ? || '%'"
                                + " or content::text like '%' || ? || '%'",
                        token, CHOSEN));
    }
}

package org.switchboard.access.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.switchboard.testing.Api.problem;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.access.Asking;
import org.switchboard.access.Assignment;
import org.switchboard.shared.Roles;
import org.switchboard.testing.Caller;
import org.switchboard.testing.NobodyByDefault;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** Whom a token lets in, and that one which is no good lets in nobody, not even as the public. */
@NobodyByDefault
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class TokenMechanismTest {

    private static final Assignment KENYA = Assignment.focalPoint("KEN");
    private static final Assignment EXPERT = Assignment.expert();
    private static final String UNKNOWN = "sb_" + "A".repeat(43);

    @Inject
    Clock clock;

    /** Operations for everyone, for whoever has signed in, for one role, and one that says nothing. */
    @Path("/test/doors")
    public static class Doors {

        @Inject
        SecurityIdentity identity;

        @Inject
        Asking asking;

        @GET
        @Path("/open")
        @PermitAll
        public String open() {
            return asking.reader().name() + " " + new TreeSet<>(identity.getRoles()) + " "
                    + asking.reader().keys();
        }

        @GET
        @Path("/silent")
        public String silent() {
            return "silent";
        }

        @POST
        @Path("/open")
        @PermitAll
        public String change() {
            return "changed";
        }

        @GET
        @Path("/signed-in")
        @Authenticated
        public String signedIn() {
            return "in";
        }

        @GET
        @Path("/experts")
        @RolesAllowed(Roles.EXPERT)
        public String experts() {
            return "expert";
        }
    }

    private static Response get(String token, String door) {
        return given().header("Authorization", "Bearer " + token).get("/test/doors" + door);
    }

    private static Response refused(Response answer) {
        problem(answer, 401, "unauthenticated")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("detail", containsString("unknown, expired or revoked"));
        return answer;
    }

    @Test
    void tokenSaysWhoAsksAndWhatTheyMaySee() {
        UUID account = People.account(KENYA, EXPERT);
        String token = new People.NewToken().of(account, KENYA, EXPERT);
        get(token, "/open")
                .then()
                .statusCode(200)
                .body(equalTo(People.email(account)
                        + " [expert, focal-point] [account:" + account
                        + ", committee, executive-directorate, participants, public, state:KEN]"));
        get(token, "/signed-in").then().statusCode(200);
        get(token, "/experts").then().statusCode(200);
    }

    @Test
    void whatDoesNotSayWhomItAllowsAllowsNobody() {
        problem(get(People.token(EXPERT, Assignment.administrator()), "/silent"), 403, "not-allowed");
    }

    @Test
    void tokenGivesOnlyTheRolesThatItCarries() {
        UUID account = People.account(KENYA, EXPERT);
        String token = new People.NewToken().of(account, KENYA);
        get(token, "/open").then().body(containsString(" [focal-point] "));
        problem(get(token, "/experts"), 403, "not-allowed");
    }

    @Test
    void roleThatTheAccountLosesIsLostToItsToken() {
        UUID account = People.account(KENYA, EXPERT);
        String token = new People.NewToken().of(account, KENYA, EXPERT);
        get(token, "/experts").then().statusCode(200);
        People.run("delete from account_role where account = ? and role = 'EXPERT'", account);
        problem(get(token, "/experts"), 403, "not-allowed");
        People.run("delete from account_role where account = ?", account);
        get(token, "/open").then().statusCode(200).body(containsString(" [] [account:" + account + ", public]"));
    }

    @Test
    void whoShowsNothingIsThePublic() {
        Caller everyone = Caller.everyone();
        everyone.asks().get("/test/doors/open").then().statusCode(200).body(equalTo("public [] [public]"));
        for (String door : new String[] {"/signed-in", "/experts", "/silent"}) {
            problem(everyone.asks().get("/test/doors" + door), 401, "unauthenticated")
                    .header("WWW-Authenticate", equalTo("Bearer"))
                    .body("detail", containsString("Sign in"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open", "/silent", "/signed-in", "/experts"})
    void unknownTokenIsRefusedAtEveryDoor(String door) {
        refused(get(UNKNOWN, door));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer sb_short",
                "bearer sb_",
                "Bearer sb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'A",
                "Bearer another",
                "Bearer",
                "Basic c29tZW9uZTp3b3Jk",
                "nonsense"
            })
    void whatCannotBeATokenIsRefusedWhereEveryoneIsLetIn(String header) {
        refused(given().header("Authorization", header).get("/test/doors/open"));
    }

    @Test
    void schemeIsReadInEitherCase() {
        String token = new People.NewToken().of(People.account(EXPERT), EXPERT);
        given().header("Authorization", "bEARER   " + token)
                .get("/test/doors/experts")
                .then()
                .statusCode(200);
    }

    @Test
    void tokenIsGoodThroughItsLastDayAndNoLonger() {
        UUID account = People.account(EXPERT);
        LocalDate today = LocalDate.now(clock);
        String last =
                new People.NewToken().expiringOn(today.plusDays(1).toString()).of(account, EXPERT);
        String past =
                new People.NewToken().expiringOn(today.minusDays(1).toString()).of(account, EXPERT);
        get(last, "/experts").then().statusCode(200);
        refused(get(past, "/open"));
    }

    @Test
    void revokedTokenEndsWithTheNextRequest() {
        People.NewToken made = new People.NewToken();
        String token = made.of(People.account(EXPERT), EXPERT);
        get(token, "/experts").then().statusCode(200);
        assertEquals(1, People.run("update api_token set revoked_at = now() where id = ?", made.id()));
        refused(get(token, "/experts"));
        refused(get(token, "/open"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVITED", "DEACTIVATED"})
    void tokenOfAnAccountThatIsNotActiveIsRefused(String status) {
        UUID account = People.account(EXPERT);
        String token = new People.NewToken().of(account, EXPERT);
        get(token, "/experts").then().statusCode(200);
        People.run("update account set status = ? where id = ?", status, account);
        refused(get(token, "/open"));
    }

    @Test
    void tokenForReadingChangesNothing() {
        UUID account = People.account(EXPERT);
        String reading = new People.NewToken().readOnly().of(account, EXPERT);
        get(reading, "/experts").then().statusCode(200);
        given().header("Authorization", "Bearer " + reading)
                .head("/test/doors/open")
                .then()
                .statusCode(200);
        problem(given().header("Authorization", "Bearer " + reading).post("/test/doors/open"), 403, "not-allowed")
                .body("detail", containsString("for reading only"));
        String changing = new People.NewToken().of(account, EXPERT);
        given().header("Authorization", "Bearer " + changing)
                .post("/test/doors/open")
                .then()
                .statusCode(200);
    }

    @Test
    void testPeopleAreMadeOnce() {
        Assignment fund = Assignment.provider("PEOPLE-FUND");
        String token = People.token(fund, KENYA);
        assertEquals(token, People.token(KENYA, fund));
        get(token, "/open").then().body(containsString("provider:PEOPLE-FUND, public, state:KEN"));
    }
}

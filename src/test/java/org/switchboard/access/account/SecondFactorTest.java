package org.switchboard.access.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.switchboard.testing.Api.BASE;
import static org.switchboard.testing.Api.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Assignment;
import org.switchboard.testing.AtOnce;
import org.switchboard.testing.Body;
import org.switchboard.testing.Browser;
import org.switchboard.testing.NobodyByDefault;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** The second factor: who needs it, how it is set up and taken away, and that each code is good once. */
@NobodyByDefault
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SecondFactorTest {

    private static final Assignment FRANCE = Assignment.committee("FRA");
    private static final Assignment EXPERT = Assignment.expert();

    private static Response signIn(Browser person, String code) {
        Body body = Body.empty().with("email", person.email()).with("password", People.PASSWORD);
        return Browser.signIn(code == null ? body : body.with("code", code));
    }

    private static void forgetUsedSteps(Browser person) {
        People.run("update second_factor set last_step = 0 where account = ?", person.account());
    }

    @Test
    void committeeAccountWithoutSecondFactorCanOnlySetItUp() {
        Browser member = Browser.of(FRANCE, EXPERT);
        member.get("/sessions/current")
                .then()
                .statusCode(200)
                .body("secondFactorMissing", is(true))
                .body("assignments.role", contains("EXPERT", "COMMITTEE"));
        for (String door : List.of("/open", "/signed-in", "/experts")) {
            given().cookie("switchboard", member.cookie())
                    .get("/test/doors" + door)
                    .then()
                    .statusCode(403);
        }
        problem(member.get("/tokens"), 403, "not-allowed");
        problem(member.get("/sub-committees"), 403, "not-allowed");
        problem(
                member.put(
                        "/password", Body.empty().with("old", People.PASSWORD).with("new", "x")),
                403,
                "not-allowed");
        member.setUpSecondFactor();
        member.get("/sessions/current")
                .then()
                .body("secondFactorMissing", is(false))
                .body("secondFactor", is(true));
        member.with().get("/test/doors/experts").then().statusCode(200);
        member.get("/sub-committees").then().statusCode(200);
    }

    @Test
    void committeeAccountWithoutSecondFactorCanSignOut() {
        Browser.of(FRANCE).delete("/sessions/current").then().statusCode(204);
    }

    @Test
    void otherAccountsWorkWithoutOne() {
        Browser.of(EXPERT).with().get("/test/doors/experts").then().statusCode(200);
    }

    @Test
    void whoHasOneNeedsItsCodeAtEverySignIn() {
        Browser person = Browser.withSecondFactor(EXPERT);
        forgetUsedSteps(person);
        problem(signIn(person, null), 401, "unauthenticated");
        problem(signIn(person, "123"), 401, "unauthenticated");
        signIn(person, person.code()).then().statusCode(201).body("secondFactor", is(true));
    }

    @Test
    void codeIsGoodOnce() throws Exception {
        Browser person = Browser.withSecondFactor(EXPERT);
        String code = person.code();
        forgetUsedSteps(person);
        signIn(person, code).then().statusCode(201);
        problem(signIn(person, code), 401, "unauthenticated");
        forgetUsedSteps(person);
        String again = person.code();
        List<Integer> answers = AtOnce.run(() -> signIn(person, again).statusCode(), () -> signIn(person, again)
                .statusCode());
        assertEquals(List.of(201, 401), answers.stream().sorted().toList());
    }

    @Test
    void recoveryCodeIsGoodOnce() {
        Browser person = Browser.of(EXPERT);
        List<String> codes = person.setUpSecondFactor();
        assertEquals(10, codes.size());
        signIn(person, codes.get(3).toUpperCase(Locale.ROOT)).then().statusCode(201);
        problem(signIn(person, codes.get(3)), 401, "unauthenticated");
        signIn(person, codes.get(4)).then().statusCode(201);
    }

    @Test
    void nothingOfItCanBeReadInTheDatabase() {
        Browser person = Browser.of(EXPERT);
        String secret = person.post("/second-factor", Body.empty())
                .then()
                .statusCode(200)
                .body("address", startsWith("otpauth://totp/Switchboard:"))
                .extract()
                .path("secret");
        byte[] plain = new Base32().decode(secret);
        assertEquals(20, plain.length);
        assertEquals(
                "0",
                People.value(
                        "select position(? in sealed) from second_factor where account = ?", plain, person.account()));
    }

    @Test
    void secretCountsOnlyOnceConfirmed() {
        Browser person = Browser.of(EXPERT);
        person.post("/second-factor", Body.empty()).then().statusCode(200);
        signIn(person, null).then().statusCode(201);
        problem(person.post("/second-factor/confirmation", Body.empty().with("code", "000000")), 422, "rules-broken")
                .body("violations.pointer", contains("/code"));
        signIn(person, null).then().statusCode(201);
    }

    @Test
    void thereIsOneAtATime() {
        Browser person = Browser.of(EXPERT);
        problem(person.post("/second-factor/confirmation", Body.empty().with("code", "1")), 409, "conflict");
        person.setUpSecondFactor();
        problem(person.post("/second-factor", Body.empty()), 409, "conflict");
    }

    @Test
    void settingItUpEndsTheOtherSessions() {
        Browser person = Browser.of(FRANCE);
        Browser other = person.another();
        person.setUpSecondFactor();
        problem(other.get("/sessions/current"), 401, "unauthenticated");
    }

    @Test
    void removingItTakesPasswordAndCode() {
        Browser person = Browser.withSecondFactor(EXPERT);
        forgetUsedSteps(person);
        Body proof = Body.empty().with("password", People.PASSWORD).with("code", person.code());
        problem(person.delete("/second-factor", Body.empty().and(proof).with("password", "wrong")), 422, "rules-broken")
                .body("violations.pointer", contains("/password"));
        problem(person.delete("/second-factor", Body.empty().and(proof).with("code", "1")), 422, "rules-broken")
                .body("violations.pointer", contains("/code"));
        person.delete("/second-factor", proof).then().statusCode(204);
        signIn(person, null).then().statusCode(201);
    }

    @Test
    void whoseRoleNeedsItCannotRemoveIt() {
        Browser person = Browser.withSecondFactor(FRANCE);
        forgetUsedSteps(person);
        problem(
                        person.delete(
                                "/second-factor",
                                Body.empty().with("password", People.PASSWORD).with("code", person.code())),
                        403,
                        "not-allowed")
                .body("detail", containsString("role needs a second factor"));
    }

    @Test
    void tokenCannotTouchIt() {
        problem(
                given().header("Authorization", "Bearer " + People.token(EXPERT))
                        .post(BASE + "/second-factor"),
                403,
                "not-allowed");
    }

    @Test
    void newRoleThatNeedsItStopsSessionsWithoutIt() {
        Browser person = Browser.of(EXPERT);
        person.with().get("/test/doors/experts").then().statusCode(200);
        People.run(
                "insert into account_role (id, account, role, state) values (gen_random_uuid(), ?, 'COMMITTEE', 'FRA')",
                person.account());
        person.with().get("/test/doors/experts").then().statusCode(403);
        person.get("/sessions/current").then().statusCode(200).body("secondFactorMissing", equalTo(true));
    }
}

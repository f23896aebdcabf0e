package org.switchboard.access.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.switchboard.testing.Api.BASE;
import static org.switchboard.testing.Api.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Reader;
import org.switchboard.access.Role;
import org.switchboard.shared.Refusal;
import org.switchboard.testing.Body;
import org.switchboard.testing.Browser;
import org.switchboard.testing.NobodyByDefault;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** The tokens that people make for their programs, and those of the sample's accounts. */
@NobodyByDefault
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class TokensTest {

    private static final Body EXPERT = Body.empty().with("role", "EXPERT");

    @Inject
    Clock clock;

    @Inject
    Tokens tokens;

    @Inject
    SampleAccounts samples;

    private Body token(Object... assignments) {
        return Body.empty()
                .with("name", "nightly import")
                .with("expiresOn", LocalDate.now(clock).plusDays(30).toString())
                .with("changes", true)
                .with("assignments", List.of(assignments));
    }

    private static Response with(String token, String door) {
        return given().header("Authorization", "Bearer " + token).get("/test/doors" + door);
    }

    @Test
    void tokenIsMadeShownOnceListedAndRevoked() {
        Browser person = Browser.of(Assignment.expert(), Assignment.focalPoint("KEN"));
        Response made = person.post("/tokens", token(EXPERT));
        made.then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("value", matchesPattern("sb_[A-Za-z0-9_-]{43}"))
                .body("token.assignments.role", contains("EXPERT"));
        String value = made.path("value");
        with(value, "/experts").then().statusCode(200);
        String list = person.get("/tokens")
                .then()
                .statusCode(200)
                .body("name", contains("nightly import"))
                .body("[0].revokedAt", nullValue())
                .extract()
                .asString();
        assertEquals(-1, list.indexOf(value.substring(3)));
        problem(Browser.of(Assignment.expert()).delete("/tokens/" + made.path("token.id")), 404, "not-found");
        person.delete("/tokens/" + made.path("token.id")).then().statusCode(204);
        problem(with(value, "/open"), 401, "unauthenticated");
        person.get("/tokens").then().body("[0].revokedAt", notNullValue());
        problem(person.delete("/tokens/" + made.path("token.id")), 404, "not-found");
    }

    @Test
    void tokenIsForReadingUnlessSaidOtherwise() {
        Browser person = Browser.of(Assignment.expert());
        String value = person.post("/tokens", token(EXPERT).without("changes")).path("value");
        problem(given().header("Authorization", "Bearer " + value).post("/test/doors/open"), 403, "not-allowed");
    }

    @ParameterizedTest
    @CsvSource({"-1, 422", "0, 201", "365, 201", "367, 422"})
    void tokenLastsAYearAtMost(int days, int status) {
        Browser person = Browser.of(Assignment.expert());
        person.post(
                        "/tokens",
                        token(EXPERT)
                                .with(
                                        "expiresOn",
                                        LocalDate.now(clock).plusDays(days).toString()))
                .then()
                .statusCode(status);
    }

    @Test
    void tokenCarriesOnlyWhatItsMakerMayDo() {
        Browser person = Browser.of(Assignment.expert());
        problem(person.post("/tokens", token(Body.empty().with("role", "ADMINISTRATOR"))), 422, "rules-broken")
                .body("violations.pointer", contains("/assignments"));
        problem(person.post("/tokens", token()), 422, "rules-broken");
    }

    @Test
    void whoNeedsASecondFactorMakesTokensOnlyWithIt() {
        Body france = Body.empty().with("role", "COMMITTEE").with("state", "FRA");
        Browser member = Browser.of(Assignment.committee("FRA"));
        problem(member.post("/tokens", token(france)), 403, "not-allowed");
        member.setUpSecondFactor();
        String value = member.post("/tokens", token(france)).path("value");
        with(value, "/open").then().body(containsString("[committee]"));
    }

    @Test
    void tokenMakesNoTokens() {
        String token = People.token(Assignment.expert());
        problem(
                given().header("Authorization", "Bearer " + token)
                        .contentType("application/json")
                        .body(token(EXPERT))
                        .post(BASE + "/tokens"),
                403,
                "not-allowed");
        problem(
                given().header("Authorization", "Bearer " + token)
                        .contentType("application/json")
                        .body(Body.empty().with("old", People.PASSWORD).with("new", "x"))
                        .put(BASE + "/password"),
                403,
                "not-allowed");
    }

    @Test
    void useIsWrittenDownByTheDay() {
        Browser person = Browser.of(Assignment.expert());
        String value = person.post("/tokens", token(EXPERT)).path("value");
        person.get("/tokens").then().body("[0].lastUsedOn", nullValue());
        with(value, "/open").then().statusCode(200);
        person.get("/tokens").then().body("[0].lastUsedOn", notNullValue());
    }

    @Test
    void administratorSeesAndRevokesTokensOfOthers() {
        Browser person = Browser.of(Assignment.expert());
        Response made = person.post("/tokens", token(EXPERT));
        String administrator = "Bearer " + People.token(Assignment.administrator());
        String path = BASE + "/accounts/" + person.account() + "/tokens";
        given().header("Authorization", administrator)
                .get(path)
                .then()
                .statusCode(200)
                .body("id", contains(made.<String>path("token.id")));
        problem(
                given().header("Authorization", "Bearer " + People.token(Assignment.expert()))
                        .get(path),
                403,
                "not-allowed");
        given().header("Authorization", administrator)
                .delete(path + "/" + made.path("token.id"))
                .then()
                .statusCode(204);
        problem(with(made.path("value"), "/open"), 401, "unauthenticated");
    }

    @Test
    void tokensOfOthersAreNobodysBusiness() {
        Person expert = new Person(UUID.randomUUID(), "a@people.example", Set.of(Assignment.expert()));
        UUID other = People.account(Assignment.expert());
        People.NewToken made = new People.NewToken();
        made.of(other, Assignment.expert());
        assertThrows(Refusal.NotFound.class, () -> tokens.list(expert, other));
        assertThrows(Refusal.NotFound.class, () -> tokens.revoke(expert, other, made.id()));
    }

    @Test
    void sampleHasOneAccountForEachRoleWithoutPassword() {
        People.token(Assignment.provider("TOKENS-FUND"));
        Reader sample = Reader.ofSample();
        Map<Role, String> first = samples.create(sample, "KEN", "TOKENS-FUND", "FRA");
        Map<Role, String> second = samples.create(sample, "KEN", "TOKENS-FUND", "FRA");
        assertEquals(Set.of(Role.values()), second.keySet());
        problem(with(first.get(Role.EXPERT), "/open"), 401, "unauthenticated");
        second.forEach((role, token) ->
                with(token, "/open").then().statusCode(200).body(containsString("[" + role.roleName() + "]")));
        assertEquals("5", People.value("select count(*) from account where sample and password is null"));
        assertEquals(
                LocalDate.now(clock).plusDays(90).toString(),
                People.value("select max(t.expires_on) from api_token t join account a on a.id = t.account"
                        + " where a.sample"));
        assertEquals(5, samples.remove(sample));
        second.values().forEach(token -> problem(with(token, "/open"), 401, "unauthenticated"));
        assertThrows(IllegalArgumentException.class, () -> samples.remove(Reader.everyone()));
        assertThrows(
                IllegalArgumentException.class, () -> samples.create(Reader.system(), "KEN", "TOKENS-FUND", "FRA"));
    }
}

package org.switchboard.access.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.access.Assignment;
import org.switchboard.testing.Body;
import org.switchboard.testing.Caller;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.KeycloakResource;
import org.switchboard.testing.NobodyByDefault;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.Visitor;
import org.switchboard.testing.Worker;

/**
 * People for whom a real provider of identities vouches, with its tokens and with a browser. Each test has people of its
 * own, named after what they are there for in the provider's realm.
 */
@Tag("oidc")
@NobodyByDefault
@QuarkusTest
@TestProfile(OidcTest.WithProvider.class)
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeycloakResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class OidcTest {

    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.tenant-enabled", "true");
        }
    }

    private static final String SIGN_IN = "/api/v1/sign-in";
    private static final Assignment KENYA = Assignment.focalPoint("KEN");
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String realm;

    @ConfigProperty(name = "test.realm.elsewhere")
    String elsewhere;

    @Inject
    SignInWays ways;

    // --- with the provider's tokens

    @Test
    void whoWasInvitedIsKnownByTheAddressAndThenByTheIdentity() throws SQLException {
        UUID account = account("known", "INVITED", KENYA, Assignment.expert());
        String token = token("switchboard", "known");
        for (int time = 1; time <= 2; time++) {
            ask(token, "/open")
                    .then()
                    .statusCode(200)
                    .body(startsWith("known@people.example [expert, focal-point] [account:"));
        }
        assertEquals("ACTIVE", one("select status from account where id = ?", account));
        assertEquals(realm, one("select issuer from account_identity where account = ?", account));
        assertEquals(
                "identity bound, signed in for the first time",
                one(
                        "select string_agg(why, ', ' order by id) from change where item = 'account' and item_id = ?",
                        account));
        ask(token, "/experts").then().statusCode(200);
        People.run("delete from account_role where account = ? and role = 'EXPERT'", account);
        problem(ask(token, "/experts"), 403, "not-allowed");
    }

    @Test
    void rolesInTheTokenCountForNothing() {
        account("powerful", "ACTIVE", KENYA);
        String token = token("switchboard", "powerful");
        assertTrue(payload(token).toString().contains("administrator"), "the provider names roles");
        ask(token, "/open").then().statusCode(200).body(startsWith("powerful@people.example [focal-point] ["));
        problem(ask(token, "/experts"), 403, "not-allowed");
    }

    @Test
    void identityIsNeverBoundAnew() throws SQLException {
        UUID account = account("moving", "ACTIVE", KENYA);
        String first = token("switchboard", "moving");
        ask(first, "/signed-in").then().statusCode(200);
        // the account gets the address of somebody else whom the provider knows
        People.run("update account set email = 'follower@people.example' where id = ?", account);
        ask(first, "/open").then().statusCode(200).body(startsWith("follower@people.example "));
        problem(ask(token("switchboard", "follower"), "/open"), 403, "not-allowed")
                .body("detail", containsString("belongs to somebody else"));
        assertEquals(
                payload(first).getString("sub"),
                one("select string_agg(subject, ' ') from account_identity where account = ?", account));
    }

    @Test
    void addressThatIsNotVerifiedFindsNobody() throws SQLException {
        UUID account = account("unverified", "INVITED", KENYA);
        problem(ask(token("switchboard", "unverified"), "/open"), 403, "not-allowed")
                .body("detail", containsString("verified"));
        assertEquals("INVITED", one("select status from account where id = ?", account));
        assertEquals("0", one("select count(*) from account_identity where account = ?", account));
    }

    @Test
    void whoHasNoAccountGetsNone() throws SQLException {
        problem(ask(token("switchboard", "uninvited"), "/open"), 403, "not-allowed")
                .body("detail", containsString("administrator"));
        assertEquals("0", one("select count(*) from account where email = ?", "uninvited@people.example"));
    }

    @Test
    void accountThatIsShutIsRefusedWithTheNextRequest() {
        UUID account = account("shut", "ACTIVE", KENYA);
        String token = token("switchboard", "shut");
        ask(token, "/open").then().statusCode(200);
        People.run("update account set status = 'DEACTIVATED' where id = ?", account);
        problem(ask(token, "/open"), 403, "not-allowed").body("detail", containsString("shut"));
        People.run("update account set status = 'ACTIVE' where id = ?", account);
        ask(token, "/open").then().statusCode(200);
    }

    @Test
    void tokenForAnotherServiceIsNoGood() {
        account("second", "ACTIVE", KENYA);
        String other = token("another", "second");
        assertEquals("another", payload(other).getString("aud"));
        refused(other);
        ask(token("switchboard", "second"), "/open").then().statusCode(200);
    }

    @Test
    void tokenOfAnotherRealmIsNoGood() {
        refused(token(elsewhere, "switchboard", "known", "access_token"));
    }

    @Test
    void tokenIsGoodUntilItExpires() throws Exception {
        account("brief", "ACTIVE", KENYA);
        String token = token("brief", "brief");
        ask(token("switchboard", "brief"), "/open").then().statusCode(200);
        Deadline.seconds(60).until("refused", () -> ask(token, "/open").statusCode() == 401);
        refused(token);
    }

    @Test
    void tokenThatWasTamperedWithIsNoGood() throws Exception {
        account("tampered", "ACTIVE", KENYA);
        String token = token("switchboard", "tampered");
        ask(token, "/open").then().statusCode(200);
        String[] parts = token.split("\\.");
        String otherClaims = encoded(payload(token).put("email", "known@people.example"));
        refused(parts[0] + "." + otherClaims + "." + parts[2]);
        char first = parts[2].charAt(0);
        refused(parts[0] + "." + parts[1] + "." + (first == 'A' ? 'B' : 'A') + parts[2].substring(1));
        refused(encoded(new JsonObject().put("alg", "none")) + "." + parts[1] + ".");
        refused(encoded(new JsonObject().put("alg", "none")) + "." + parts[1] + "." + parts[2]);
        String shared = encoded(new JsonObject().put("alg", "HS256")) + "." + parts[1];
        refused(shared + "." + hmac(shared, KeycloakResource.CLIENT_SECRET));
    }

    @Test
    void tokenThatSaysWhoSignedInAsksForNothing() {
        account("telling", "ACTIVE", KENYA);
        refused(token(realm, "switchboard", "telling", "id_token"));
    }

    @Test
    void tokensMadeHereAreGoodBesideThem() {
        Caller.expert().asks().get("/test/doors/experts").then().statusCode(200);
        refused("sb_" + "A".repeat(43));
        refused("sb_short");
        refused("nonsense");
        Caller.everyone().asks().get("/test/doors/open").then().statusCode(200).body(equalTo("public [] [public]"));
        problem(Caller.everyone().asks().get("/test/doors/signed-in"), 401, "unauthenticated");
    }

    @Test
    void thereAreNoPasswords() {
        assertFalse(ways.passwords());
        for (String way : new String[] {"/sessions", "/password-resets", "/password-resets/completion"}) {
            Body body = way.equals("/password-resets/completion")
                    ? Body.empty().with("token", "x".repeat(43)).with("password", People.PASSWORD)
                    : Body.empty().with("email", "known@people.example");
            if (way.equals("/sessions")) {
                body.with("password", People.PASSWORD);
            }
            problem(given().contentType("application/json").body(body).post("/api/v1" + way), 403, "not-allowed");
        }
    }

    // --- with a browser

    @Test
    void browserGoesToTheProviderAndComesBackSignedIn() throws Exception {
        UUID account = account("browser", "INVITED", KENYA);
        Visitor visitor = new Visitor();
        HttpResponse<String> sent = visitor.get(service(SIGN_IN + "?to=%2Fneeds%3Fstate%3DKEN%26theme%3Dborder"));
        assertEquals(302, sent.statusCode());
        assertTrue(
                location(sent).toString().startsWith(realm + "/"),
                location(sent).toString());
        Map<String, String> asked = query(location(sent));
        assertEquals("code", asked.get("response_type"));
        assertEquals("S256", asked.get("code_challenge_method"));
        assertEquals(43, asked.get("code_challenge").length());
        assertEquals("openid email", asked.get("scope"));
        assertEquals(service(SIGN_IN).toString(), asked.get("redirect_uri"));
        assertFalse(asked.get("state").isBlank());
        assertFalse(asked.get("nonce").isBlank());

        URI answer = signInAtProvider(visitor, location(sent), "browser");
        assertEquals(asked.get("state"), query(answer).get("state"));
        HttpResponse<String> cleaned = visitor.get(answer);
        assertEquals(302, cleaned.statusCode(), cleaned.body());
        assertFalse(location(cleaned).toString().contains("code="), "no code stays in the address");

        HttpResponse<String> in = visitor.get(location(cleaned));
        assertEquals(200, in.statusCode(), in.body());
        assertTrue(in.body().contains("content=\"0; url=/needs?state=KEN&amp;theme=border\""), in.body());
        assertEquals("no-store", in.headers().firstValue("Cache-Control").orElse(""));
        String cookies = visitor.cookies(service(SIGN_IN));
        assertTrue(cookies.matches("switchboard=[A-Za-z0-9_-]{43}"), "nothing of the framework is left: " + cookies);
        assertEquals(1, sessions(account));
        assertEquals("ACTIVE", one("select status from account where id = ?", account));
    }

    @Test
    void answerOfTheProviderIsGoodOnceAndInOneBrowser() throws Exception {
        account("again", "ACTIVE", KENYA);
        Visitor visitor = new Visitor();
        URI answer = signInAtProvider(visitor, location(visitor.get(service(SIGN_IN))), "again");
        Visitor replaying = visitor.twin();
        Visitor guessing = visitor.twin();
        notLetIn(new Visitor().get(answer));
        Visitor other = new Visitor();
        other.get(service(SIGN_IN));
        notLetIn(other.get(answer));
        assertEquals(302, visitor.get(answer).statusCode());
        notLetIn(replaying.get(answer));
        notLetIn(replaying.get(answer));
        String state = query(answer).get("state");
        notLetIn(guessing.get(service(SIGN_IN + "?code=another&state=" + state)));
    }

    @Test
    void whatIsKeptOnTheWayOpensNothingElse() throws Exception {
        account("halfway", "ACTIVE", KENYA);
        Visitor visitor = new Visitor();
        URI answer = signInAtProvider(visitor, location(visitor.get(service(SIGN_IN))), "halfway");
        visitor.get(answer);
        String kept = visitor.cookies(service(SIGN_IN));
        assertTrue(kept.contains("q_session="), kept);
        assertEquals("", visitor.cookies(service("/api/v1/needs")));
        problem(Caller.everyone().asks().header("Cookie", kept).get("/test/doors/open"), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https%3A%2F%2Fother.example%2F",
                "%2F%2Fother.example",
                "%2F%5Cother.example",
                "%2F%09%2Fother.example"
            })
    void nobodyIsSentElsewhere(String to) throws Exception {
        UUID account = account("straying", "ACTIVE", KENYA);
        int before = sessions(account);
        Visitor visitor = new Visitor();
        URI answer = signInAtProvider(visitor, location(visitor.get(service(SIGN_IN + "?to=" + to))), "straying");
        HttpResponse<String> cleaned = visitor.get(answer);
        assertEquals(service(SIGN_IN).getAuthority(), location(cleaned).getAuthority());
        HttpResponse<String> in = visitor.get(location(cleaned));
        assertEquals(200, in.statusCode(), in.body());
        assertTrue(in.body().contains("content=\"0; url=/\""), in.body());
        assertFalse(in.body().contains("other.example"), in.body());
        assertEquals(before + 1, sessions(account));
    }

    private static int sessions(UUID account) throws SQLException {
        return Integer.parseInt(one("select count(*)::text from session where account = ?", account));
    }

    @Test
    void providerSendsNobodyElsewhere() throws Exception {
        Visitor visitor = new Visitor();
        String sent = location(visitor.get(service(SIGN_IN))).toString();
        String here = "redirect_uri=http%3A%2F%2F127.0.0.1%3A" + RestAssured.port;
        assertTrue(sent.contains(here), sent);
        String elsewhere = sent.replace(here, "redirect_uri=http%3A%2F%2Fother.example");
        assertEquals(400, visitor.get(URI.create(elsewhere)).statusCode());
    }

    @Test
    void whoHasNoAccountLearnsWhyInTheBrowser() throws Exception {
        Visitor visitor = new Visitor();
        URI answer = signInAtProvider(visitor, location(visitor.get(service(SIGN_IN))), "uninvited");
        HttpResponse<String> refused = visitor.get(answer);
        assertEquals(403, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("An administrator makes accounts"), refused.body());
        assertFalse(visitor.cookies(service(SIGN_IN)).contains("="), visitor.cookies(service(SIGN_IN)));
    }

    @Test
    void programsDoNotSignIn() {
        account("program", "ACTIVE", KENYA);
        problem(
                given().header("Authorization", "Bearer " + token("switchboard", "program"))
                        .accept("text/html")
                        .get(SIGN_IN),
                400,
                "malformed");
    }

    private static void notLetIn(HttpResponse<String> answer) {
        assertEquals(401, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("egin again"), answer.body());
        assertFalse(
                answer.headers().allValues("Set-Cookie").stream()
                        .anyMatch(cookie -> cookie.startsWith("q_session=") && !cookie.startsWith("q_session=;")),
                "no session");
    }

    /** @return to where the provider sends the browser back, with its answer */
    private static URI signInAtProvider(Visitor visitor, URI provider, String name) throws Exception {
        HttpResponse<String> page = visitor.get(provider);
        assertEquals(200, page.statusCode(), page.body());
        Matcher form = FORM.matcher(page.body());
        assertTrue(form.find(), page.body());
        HttpResponse<String> back = visitor.post(
                URI.create(form.group(1).replace("&amp;", "&")),
                Map.of("username", name, "password", "correct horse", "credentialId", ""));
        assertEquals(302, back.statusCode(), back.body());
        return location(back);
    }

    private static URI service(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + path);
    }

    private static URI location(HttpResponse<String> answer) {
        return answer.uri()
                .resolve(answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> query = new TreeMap<>();
        for (String field : address.getRawQuery().split("&")) {
            String[] parts = field.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static Response ask(String token, String door) {
        return given().header("Authorization", "Bearer " + token).get("/test/doors" + door);
    }

    private static void refused(String token) {
        problem(ask(token, "/open"), 401, "unauthenticated")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("detail", not(containsString(token)));
    }

    private String token(String client, String name) {
        return token(realm, client, name, "access_token");
    }

    private static String token(String realm, String client, String name, String kind) {
        RequestSpecification form = Caller.everyone()
                .asks()
                .urlEncodingEnabled(true)
                .formParam("grant_type", "password")
                .formParam("scope", "openid")
                .formParam("client_id", client)
                .formParam("client_secret", KeycloakResource.CLIENT_SECRET)
                .formParam("username", name)
                .formParam("password", "correct horse");
        return form.post(realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path(kind);
    }

    private static JsonObject payload(String token) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static String encoded(JsonObject part) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(part.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String text, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** An account under the address that the provider has for this name, made once. */
    private static UUID account(String name, String status, Assignment... assignments) {
        try {
            String there = one("select id from account where email = ?", name + "@people.example");
            if (there != null) {
                return UUID.fromString(there);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        UUID account = People.account(assignments);
        People.run("update account set email = ?, status = ? where id = ?", name + "@people.example", status, account);
        return account;
    }

    /** The one value that the statement finds, as text; null if none. */
    private static String one(String sql, Object value) throws SQLException {
        try (Connection connection = Worker.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }
}

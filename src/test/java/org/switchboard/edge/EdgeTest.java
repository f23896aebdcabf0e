package org.switchboard.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.newNeed;
import static org.switchboard.testing.Api.newRequest;
import static org.switchboard.testing.Api.post;
import static org.switchboard.testing.Api.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.access.Assignment;
import org.switchboard.testing.Api;
import org.switchboard.testing.Caller;
import org.switchboard.testing.Csv;
import org.switchboard.testing.People;
import org.switchboard.testing.PlainRequest;
import org.switchboard.testing.PostgresResource;

/** What holds for every request, whatever it is for. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class EdgeTest {

    private static final int MEGABYTE = 1 << 20;
    private static final String SEALED = "default-src 'none'; frame-ancestors 'none'";

    static Stream<Named<Supplier<Response>>> everyKindOfAnswer() {
        return Stream.of(
                Named.of("kept for minutes", () -> given().get("/api/v1/states")),
                Named.of("a list", () -> given().get("/api/v1/needs")),
                Named.of("rules broken", () -> post("/requests", "{}")),
                Named.of("no JSON", () -> post("/requests", "{")),
                Named.of("no item", () -> given().get("/api/v1/needs/none")),
                Named.of("no path", () -> given().get("/nothing")),
                Named.of("no method", () -> given().delete("/api/v1/needs")),
                Named.of("no type", () -> given().accept("image/png").get("/api/v1/states")),
                Named.of("too large", () -> post("/requests", "x".repeat(2 * MEGABYTE))),
                Named.of("a failure", () -> given().get("/test/leaking/failure")),
                Named.of("a failure before any resource", () -> given().get("/test/failing-route")),
                Named.of("health", () -> given().get("/q/health/ready")),
                Named.of("the document", () -> given().get("/q/openapi")));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfAnswer")
    void everyAnswerSaysWhatBrowsersMayDoWithIt(Supplier<Response> question) {
        Response answer = question.get();
        assertAll(
                () -> assertEquals("nosniff", answer.header("X-Content-Type-Options")),
                () -> assertEquals("DENY", answer.header("X-Frame-Options")),
                () -> assertEquals("no-referrer", answer.header("Referrer-Policy")),
                () -> assertTrue(answer.header("Permissions-Policy").contains("geolocation=()")),
                () -> assertEquals("same-origin", answer.header("Cross-Origin-Resource-Policy")),
                () -> assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy")),
                () -> assertEquals(SEALED, answer.header("Content-Security-Policy")),
                () -> assertNull(answer.header("Strict-Transport-Security"), "only in production"),
                () -> assertEquals("Accept, Accept-Language, Authorization, Cookie", answer.header("Vary")),
                () -> assertNotNull(answer.header("X-Request-Id")));
        if (answer.statusCode() >= 400) {
            assertEquals("application/problem+json", answer.contentType(), answer.asString());
            assertEquals(answer.header("X-Request-Id"), answer.jsonPath().getString("requestId"));
            assertEquals(answer.statusCode(), answer.jsonPath().getInt("status"));
        }
    }

    /** By the server itself, before anything of ours is asked. */
    @Test
    void addressThatBreaksTheRulesIsRefusedWithoutAWord() throws IOException {
        String answer = PlainRequest.get("/api/v1/needs/%zz");
        assertTrue(answer.matches("(?s)HTTP/1.1 400 .*content-length: 0\r\n\r\n"), answer);
    }

    @Test
    void pageOfTheDocumentIsNotSealedButProtectedOtherwise() {
        Response page = given().get("/q/swagger-ui/");
        assertEquals(200, page.statusCode());
        assertNull(page.header("Content-Security-Policy"));
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
    }

    @Test
    void whatIsAnsweredToSomebodyIsKeptByNobodyElse() {
        for (Map.Entry<String, String> credentials : Map.of(
                        "Cookie", "session=x", "Authorization", "Bearer " + People.token(Assignment.expert()))
                .entrySet()) {
            String name = credentials.getKey();
            String value = credentials.getValue();
            String need = "/api/v1" + newNeed("KEN");
            assertAll(
                    name,
                    () -> assertEquals("no-store", cacheControl(name, value, "/api/v1/needs")),
                    () -> assertEquals("no-store", cacheControl(name, value, "/nothing")),
                    () -> assertEquals("private, no-cache", cacheControl(name, value, need), "it has an ETag"),
                    () -> assertEquals(
                            "public, max-age=300",
                            cacheControl(name, value, "/api/v1/states"),
                            "the resource says that it is the same for all"));
        }
        assertNull(Caller.everyone().asks().get("/api/v1/needs").header("Cache-Control"), "public answers may be kept");
    }

    @Test
    void keptCopyIsStillGoodForTheOneWhoKeptIt() {
        String need = "/api/v1" + newNeed("KEN");
        String tag = given().header("Cookie", "session=x").get(need).header("ETag");
        given().header("Cookie", "session=x")
                .header("If-None-Match", tag)
                .get(need)
                .then()
                .statusCode(304)
                .header("Cache-Control", "private, no-cache");
    }

    private static String cacheControl(String name, String value, String path) {
        return given().header(name, value).get(path).header("Cache-Control");
    }

    @Test
    void otherSitesAreNotLetIn() {
        Response preflight = given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "PUT")
                .options("/api/v1/needs");
        Response simple = given().header("Origin", "https://elsewhere.example").get("/api/v1/needs");
        for (Response answer : new Response[] {preflight, simple}) {
            assertTrue(answer.headers().asList().stream()
                    .noneMatch(header -> header.getName().startsWith("Access-Control-Allow")));
        }
    }

    @Test
    void idOfTheCallerIsAnswered() {
        problem(given().header("X-Request-Id", "caller-0001").get("/nothing"), 404, "not-found")
                .header("X-Request-Id", "caller-0001")
                .body("requestId", equalTo("caller-0001"));
        String other = given().header("X-Request-Id", "no good").get("/nothing").header("X-Request-Id");
        assertTrue(other.matches("[0-9a-f-]{36}"), other);
    }

    @Test
    void largeBodiesAreRefusedBeforeTheyAreRead() {
        String tenMegabytes = "{\"state\": \"" + "x".repeat(10 * MEGABYTE) + "\"}";
        problem(post("/requests", tenMegabytes), 413, "too-large").body("detail", containsString("1048576"));
    }

    @Test
    void filesForImportMayBeLarger() {
        Csv file = Csv.needs();
        for (int row = 0; row < 200; row++) {
            file.row("large-" + row, "description", "x".repeat(10_000), "theme", "NONE");
        }
        Response answer = Api.importCsv("needs", "?mode=all&check=true", file);
        assertTrue(file.toString().length() > MEGABYTE);
        assertTrue(answer.statusCode() != 413 && answer.statusCode() < 500, answer.asString());
    }

    /** As a client sends that does not know how much there will be. */
    @Test
    void bodyThatDoesNotSayItsLengthIsNotReadForEver() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/v1/requests HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + "[".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            int sent = 0;
            try {
                for (; sent < 64; sent++) {
                    out.write(chunk);
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // the service has heard enough
                assertTrue(sent > 0, "it listened at first");
            }
            assertTrue(firstLine(socket).matches("HTTP/1.1 4.. .*"), "refused, after " + sent + " chunks");
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\r';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"title\": %s}", "{\"languages\": %s}", "{\"cost\": %s}", "{\"unknown\": %s}"})
    void deepNestingIsMalformed(String where) {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        problem(post(newRequest("KEN") + "/needs", where.formatted(deep)), 400, "malformed");
    }

    @Test
    void endlessTextIsMalformed() {
        String body = "{\"title\": \"" + "x".repeat(200_000) + "\"}";
        problem(post(newRequest("KEN") + "/needs", body), 400, "malformed")
                .body("detail", containsString("too long to be read"));
    }
}

package org.switchboard.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.Cookies;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the first people of a new service do, from the link in its log to an expert's token. */
public final class FirstPeople {

    private static final String PASSWORD = "plum orchard beyond the railway";
    private static final Pattern TOKEN_OF_LINK = Pattern.compile("first-administrator.*\"token\": \"([^\"]+)\"");

    private final ServiceProcess service;

    private FirstPeople(ServiceProcess service) {
        this.service = service;
    }

    /** @return an expert's API token, for changes */
    public static String expertToken(ServiceProcess service) throws IOException {
        FirstPeople people = new FirstPeople(service);
        Cookies administrator = people.administrator();
        return people.expert(administrator);
    }

    private Cookies administrator() throws IOException {
        Matcher said = TOKEN_OF_LINK.matcher(service.said());
        if (!said.find()) {
            throw new AssertionError("the log offers no first administrator:\n" + service.said());
        }
        nobody().body(Body.empty()
                        .with("token", said.group(1))
                        .with("email", "administrator@un.example")
                        .with("name", "Administrator")
                        .with("password", PASSWORD))
                .post("/api/v1/first-administrator")
                .then()
                .statusCode(201);
        Cookies cookies = signIn("administrator@un.example");
        String secret = as(cookies)
                .body(Body.empty())
                .post("/api/v1/second-factor")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        as(cookies)
                .body(Body.empty().with("code", Browser.code(secret, Instant.now())))
                .post("/api/v1/second-factor/confirmation")
                .then()
                .statusCode(200);
        return cookies;
    }

    private String expert(Cookies administrator) {
        String link = as(administrator)
                .body(Body.empty()
                        .with("email", "expert@un.example")
                        .with(
                                "account",
                                Body.empty()
                                        .with("name", "Expert")
                                        .with("language", "en")
                                        .with(
                                                "assignments",
                                                List.of(Body.empty().with("role", "EXPERT")))))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("invitation.link");
        nobody().body(Body.empty()
                        .with("token", link.substring(link.indexOf('#') + 1))
                        .with("password", PASSWORD))
                .post("/api/v1/invitations/acceptance")
                .then()
                .statusCode(204);
        return as(signIn("expert@un.example"))
                .body(Body.empty()
                        .with("name", "tour")
                        .with(
                                "expiresOn",
                                Instant.now().plusSeconds(86_400).toString().substring(0, 10))
                        .with("changes", true)
                        .with("assignments", List.of(Body.empty().with("role", "EXPERT"))))
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("value");
    }

    private Cookies signIn(String email) {
        return nobody().body(Body.empty().with("email", email).with("password", PASSWORD))
                .post("/api/v1/sessions")
                .then()
                .statusCode(201)
                .extract()
                .detailedCookies();
    }

    private RequestSpecification nobody() {
        return given().port(service.port()).contentType("application/json");
    }

    private RequestSpecification as(Cookies cookies) {
        return nobody().cookies(cookies);
    }
}

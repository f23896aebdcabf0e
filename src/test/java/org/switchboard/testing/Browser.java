package org.switchboard.testing;

import static io.restassured.RestAssured.given;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.switchboard.access.Assignment;

/** Somebody who signs in with a password and keeps the cookie. */
public final class Browser {

    private static final String COOKIE = "switchboard";

    private final UUID account;
    private String cookie;
    private String secret;

    private Browser(UUID account) {
        this.account = account;
    }

    /** A new account with these assignments, signed in. */
    public static Browser of(Assignment... assignments) {
        Browser browser = new Browser(People.accountWithPassword(assignments));
        browser.enter();
        return browser;
    }

    /** The same with a second factor, where roles need one. */
    public static Browser withSecondFactor(Assignment... assignments) {
        Browser browser = of(assignments);
        browser.setUpSecondFactor();
        return browser;
    }

    /** Another browser of the same person. */
    public Browser another() {
        Browser other = new Browser(account);
        other.secret = secret;
        other.enter();
        return other;
    }

    private void enter() {
        Body body = Body.empty().with("email", People.email(account)).with("password", People.PASSWORD);
        if (secret != null) {
            // a code is good once: as if none had been used, for there is no waiting for the next
            People.run("update second_factor set last_step = 0 where account = ?", account);
            body.with("code", code());
        }
        cookie = signIn(body).then().statusCode(201).extract().cookie(COOKIE);
    }

    public static Response signIn(Body body) {
        return given().contentType("application/json").body(body).post(Api.BASE + "/sessions");
    }

    /** @return the recovery codes */
    public List<String> setUpSecondFactor() {
        secret = post("/second-factor", Body.empty())
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        return post("/second-factor/confirmation", Body.empty().with("code", code()))
                .then()
                .statusCode(200)
                .extract()
                .path("recoveryCodes");
    }

    /** What the app shows now. */
    public String code() {
        return code(secret, Instant.now());
    }

    public static String code(String secret, Instant at) {
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(secret), "RAW"), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    public UUID account() {
        return account;
    }

    public String email() {
        return People.email(account);
    }

    public String cookie() {
        return cookie;
    }

    public RequestSpecification with() {
        return given().cookie(COOKIE, cookie);
    }

    public Response get(String path) {
        return with().get(Api.BASE + path);
    }

    public Response post(String path, Object body) {
        return with().contentType("application/json").body(body).post(Api.BASE + path);
    }

    public Response put(String path, Object body) {
        return with().contentType("application/json").body(body).put(Api.BASE + path);
    }

    public Response delete(String path) {
        return with().delete(Api.BASE + path);
    }

    public Response delete(String path, Object body) {
        return with().contentType("application/json").body(body).delete(Api.BASE + path);
    }
}

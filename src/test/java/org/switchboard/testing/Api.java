package org.switchboard.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The calls that most tests make. Items get references of their own, as all tests share one database. */
public final class Api {

    public static final String BASE = "/api/v1";
    public static final String PROBLEM = "application/problem+json";

    private static final RestAssuredConfig CSV = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("text/csv", ContentType.TEXT));

    private Api() {}

    /** A name that no other test has. */
    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    public static Response get(String path) {
        return given().urlEncodingEnabled(false).get(BASE + path);
    }

    public static Response post(String path, Object body) {
        return given().contentType("application/json").body(body).post(BASE + path);
    }

    /** With an Idempotency-Key. */
    public static Response post(String path, Object body, String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(BASE + path);
    }

    public static Response put(String path, Object body, String ifMatch) {
        return given().contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put(BASE + path);
    }

    /** Moves an item along its life, with the version that it has now. */
    public static Response move(String item, String step) {
        return given().header("If-Match", tagOf(item)).post(BASE + item + "/" + step);
    }

    public static Response move(String item, String step, String reason) {
        return given().contentType("application/json")
                .header("If-Match", tagOf(item))
                .body(Body.reason(reason))
                .post(BASE + item + "/" + step);
    }

    public static Response importCsv(String what, String query, Object csv) {
        byte[] bytes = csv instanceof byte[] sent ? sent : csv.toString().getBytes(StandardCharsets.UTF_8);
        return given().config(CSV).contentType("text/csv").body(bytes).post(BASE + "/imports/" + what + query);
    }

    public static String tagOf(String item) {
        return get(item).then().statusCode(200).extract().header("ETag");
    }

    /** The path of a new request of a State, without needs. */
    public static String newRequest(String state) {
        return path(post("/requests", Body.request(state, unique("request"))));
    }

    /** The path of a new need, a draft. */
    public static String newNeed(String state) {
        return path(post(newRequest(state) + "/needs", Body.need(unique("need"))));
    }

    /** The code of a new provider. */
    public static String newProvider() {
        String code = unique("P");
        post("/providers", Body.provider(code)).then().statusCode(201);
        return code;
    }

    /** The path of a new offer, a draft. */
    public static String newOffer() {
        return path(post("/providers/" + newProvider() + "/offers", Body.offer(unique("offer"))));
    }

    /** Where a created item is, below the API's base. */
    public static String path(Response created) {
        String location = created.then().statusCode(201).extract().header("Location");
        return location.substring(location.indexOf(BASE) + BASE.length());
    }

    /** The last part of a path. */
    public static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Checks what every problem document has, and that it gives nothing away about the inside of the service. */
    public static ValidatableResponse problem(Response response, int status, String kind) {
        String body = response.asString();
        for (String inside :
                new String[] {"org.switchboard", "jakarta.", "java.", "org.hibernate", "\tat ", "Exception"}) {
            if (body.contains(inside)) {
                throw new AssertionError("the answer speaks of the inside: " + body);
            }
        }
        return response.then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:switchboard:problem:" + kind))
                .body("status", equalTo(status))
                .body("title", not(emptyOrNullString()))
                .body("detail", not(emptyOrNullString()));
    }
}

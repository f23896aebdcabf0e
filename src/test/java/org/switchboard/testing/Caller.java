package org.switchboard.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Optional;
import org.switchboard.access.Assignment;

/**
 * Who makes a request in a test that is about access.
 *
 * @param token empty for the public, who shows no credentials
 */
public record Caller(String name, Optional<String> token) {

    /** Tells {@link SignedInByDefault} to add nothing; it never leaves the test. */
    static final String SAYS_WHO = "X-Caller-Of-Test";

    public static Caller everyone() {
        return new Caller("the public", Optional.empty());
    }

    public static Caller of(Assignment... assignments) {
        return new Caller(
                String.join(
                        " and ",
                        java.util.Arrays.stream(assignments)
                                .map(Assignment::toString)
                                .toList()),
                Optional.of(People.token(assignments)));
    }

    public static Caller focalPoint(String state) {
        return of(Assignment.focalPoint(state));
    }

    public static Caller provider(String code) {
        return of(Assignment.provider(code));
    }

    public static Caller expert() {
        return of(Assignment.expert());
    }

    public static Caller committee(String memberState) {
        return of(Assignment.committee(memberState));
    }

    public static Caller administrator() {
        return of(Assignment.administrator());
    }

    /** The begin of a request that this caller makes. */
    public RequestSpecification asks() {
        RequestSpecification request = given().urlEncodingEnabled(false).header(SAYS_WHO, name);
        return token.map(value -> request.header("Authorization", "Bearer " + value))
                .orElse(request);
    }

    @Override
    public String toString() {
        return name;
    }
}

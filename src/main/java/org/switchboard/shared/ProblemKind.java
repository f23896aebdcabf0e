package org.switchboard.shared;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;

/** The kinds of problem that the service reports: a stable type, a title and the HTTP status that goes with it. */
public enum ProblemKind {
    MALFORMED(400, "malformed", "The request cannot be read"),
    UNAUTHENTICATED(401, "unauthenticated", "Who you are is not known"),
    NOT_ALLOWED(403, "not-allowed", "Not allowed"),
    NOT_FOUND(404, "not-found", "Not found"),
    WRONG_METHOD(405, "wrong-method", "The method is not known here"),
    NOT_ACCEPTABLE(406, "not-acceptable", "No such form of the answer"),
    CONFLICT(409, "conflict", "Not possible in the present state"),
    STALE(412, "stale", "The item has changed meanwhile"),
    TOO_LARGE(413, "too-large", "The request is too large"),
    UNSUPPORTED_TYPE(415, "unsupported-type", "The type of the body is not taken"),
    RULES_BROKEN(422, "rules-broken", "Rules are broken"),
    ROWS_REJECTED(422, "rows-rejected", "Rows of the file cannot be taken"),
    KEY_REUSED(422, "idempotency-key-reused", "Idempotency-Key reused"),
    PRECONDITION_MISSING(428, "precondition-missing", "If-Match is missing"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
    TOO_MANY_ATTEMPTS(429, "too-many-attempts", "Too many attempts"),
    BUSY(503, "busy", "Too much under way"),
    PROVIDER_AWAY(503, "provider-away", "The provider of identities is away"),
    DATABASE_AWAY(503, "database-away", "The database is away");

    private final int status;
    private final String name;
    private final String title;

    ProblemKind(int status, String name, String title) {
        this.status = status;
        this.name = name;
        this.title = title;
    }

    /** The address-like name that programs compare; it never changes and leads nowhere. */
    public URI type() {
        return URI.create("urn:switchboard:problem:" + name);
    }

    public String title() {
        return title;
    }

    public int status() {
        return status;
    }

    public HttpProblem.Builder problem(String detail) {
        return HttpProblem.builder()
                .withType(type())
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
    }
}

package org.switchboard.shared;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body that says beforehand that it is too large with a problem document. The server would close the
 * connection without a word, and still does so on a body that does not say its length.
 */
@ApplicationScoped
public class LargestBody {

    /** Before the server's own check. */
    private static final int FIRST = 1000;

    private final MemorySize most;

    LargestBody(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !isTooLarge(length)) {
            request.next();
            return;
        }
        ProblemKind kind = ProblemKind.TOO_LARGE;
        JsonObject problem = new JsonObject()
                .put("type", kind.type().toString())
                .put("title", kind.title())
                .put("status", kind.status())
                .put("detail", "The body has " + length + " bytes; at most " + most.asLongValue() + " are taken.")
                .put("instance", request.normalizedPath());
        request.response()
                .setStatusCode(kind.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(problem.encode());
    }

    private boolean isTooLarge(String length) {
        try {
            return Long.parseLong(length) > most.asLongValue();
        } catch (NumberFormatException e) {
            // the server refuses it by itself
            return false;
        }
    }
}

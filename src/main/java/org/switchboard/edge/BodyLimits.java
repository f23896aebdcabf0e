package org.switchboard.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.switchboard.shared.ProblemKind;

/**
 * Refuses large bodies before they are read. The server itself knows one limit for all, which is that of files for
 * import; everything else is far smaller. It would also close the connection without a word, and still does so on a body
 * that does not say its length.
 */
@ApplicationScoped
public class BodyLimits {

    private static final String IMPORTS = "/api/v1/imports/";

    private final long most;
    private final long mostOfImports;

    BodyLimits(
            @ConfigProperty(name = "switchboard.bodies.most") MemorySize most,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostOfImports) {
        this.most = most.asLongValue();
        this.mostOfImports = mostOfImports.asLongValue();
    }

    void filter(@Observes Filters filters) {
        filters.register(this::check, Order.BODIES);
        filters.register(this::limitReading, Order.BODIES_WITHOUT_LENGTH);
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !isAbove(mostFor(request), length)) {
            request.next();
            return;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        EdgeProblem.answer(
                request,
                ProblemKind.TOO_LARGE,
                "The body has " + length + " bytes; at most " + mostFor(request) + " are taken here.");
    }

    private void limitReading(RoutingContext request) {
        if (request.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, mostFor(request));
        }
        request.next();
    }

    private long mostFor(RoutingContext request) {
        return request.normalizedPath().startsWith(IMPORTS) ? mostOfImports : most;
    }

    private static boolean isAbove(long most, String length) {
        try {
            return Long.parseLong(length) > most;
        } catch (NumberFormatException e) {
            // the server refuses it by itself
            return false;
        }
    }
}

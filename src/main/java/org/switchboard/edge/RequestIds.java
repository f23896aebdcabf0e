package org.switchboard.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request an id by which its answer, its problem document and its lines in the log are found. A caller's own
 * is taken only if it can do no harm in a log.
 */
@ApplicationScoped
public class RequestIds {

    static final String HEADER = "X-Request-Id";

    /** In the logging context and in problem documents. */
    static final String NAME = "requestId";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9-]{8,64}");

    void filter(@Observes Filters filters) {
        filters.register(this::begin, Order.IDS);
    }

    private void begin(RoutingContext request) {
        of(request);
        request.next();
    }

    /** The request's id; it gets one now where it failed before any filter. */
    static String of(RoutingContext request) {
        String known = request.get(NAME);
        if (known != null) {
            return known;
        }
        String id = chosen(request.request().getHeader(HEADER));
        request.put(NAME, id);
        // kept with the request, on whatever thread it goes on, and gone with it
        MDC.put(NAME, id);
        request.addHeadersEndHandler(written -> request.response().putHeader(HEADER, id));
        return id;
    }

    static String chosen(@Nullable String offered) {
        return offered != null && HARMLESS.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }
}

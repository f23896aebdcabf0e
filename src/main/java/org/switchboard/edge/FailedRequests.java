package org.switchboard.edge;

import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.switchboard.shared.ProblemKind;

/**
 * Answers what fails outside all resources with a problem document. By itself the server would answer in a form of its
 * own, and write the whole address into the log, with whatever stands behind its question mark.
 */
@ApplicationScoped
public class FailedRequests {

    private static final Logger LOG = Logger.getLogger(FailedRequests.class);

    private static final int FAILURE = 500;

    void listen(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 1).failureHandler(this::answer);
    }

    private void answer(RoutingContext request) {
        Throwable failure = request.failure();
        if (failure instanceof AuthenticationException || failure instanceof SecurityException) {
            // who asks is challenged by those who know how
            request.next();
            return;
        }
        int status = request.statusCode() > 0 ? request.statusCode() : FAILURE;
        // the lines below stand under it
        RequestIds.of(request);
        if (failure instanceof IOException) {
            LOG.debug("The client went away", failure);
        } else if (status >= FAILURE) {
            LOG.errorf(
                    failure,
                    "%s %s failed",
                    request.request().method(),
                    request.request().path());
        }
        if (request.response().headWritten()) {
            if (!request.response().ended()) {
                request.response().end();
            }
        } else if (failure instanceof RejectedExecutionException) {
            request.response().putHeader("Retry-After", "5");
            EdgeProblem.answer(request, ProblemKind.BUSY, "More is under way than the service takes on at once.");
        } else {
            Stream.of(ProblemKind.values())
                    .filter(kind -> kind.status() == status && status < FAILURE)
                    .findFirst()
                    .ifPresentOrElse(
                            kind -> EdgeProblem.answer(request, kind, "The request failed before it was read whole."),
                            () -> EdgeProblem.answer(request, status));
        }
    }
}

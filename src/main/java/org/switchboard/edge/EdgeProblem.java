package org.switchboard.edge;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.switchboard.shared.ProblemKind;

/** Problem documents for what is refused before any resource is reached. */
final class EdgeProblem {

    private EdgeProblem() {}

    static void answer(RoutingContext request, ProblemKind kind, String detail) {
        JsonObject problem = new JsonObject()
                .put("type", kind.type().toString())
                .put("title", kind.title())
                .put("status", kind.status())
                .put("detail", detail);
        send(request, kind.status(), problem);
    }

    /** Where there is no more to say than the status. */
    static void answer(RoutingContext request, int status) {
        JsonObject problem = new JsonObject()
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status);
        send(request, status, problem);
    }

    private static void send(RoutingContext request, int status, JsonObject problem) {
        problem.put(RequestIds.NAME, RequestIds.of(request));
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(problem.encode());
    }
}

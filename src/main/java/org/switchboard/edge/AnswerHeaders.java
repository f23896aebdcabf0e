package org.switchboard.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says who may keep an answer. The headers that are the same on every answer are settings; these two depend on who asked.
 *
 * <p>What was answered to somebody who showed a cookie or a token is kept by nobody, unless the resource says otherwise
 * or the answer has an ETag: then the asker's own client may keep it, but must ask each time whether it is still good,
 * which is what the ETag is for. It is not enough that the credentials were good: an answer to bad ones is private too.
 *
 * <p>Every answer says on which headers it depends, so that no cache in between gives one reader's to another.
 */
@ApplicationScoped
public class AnswerHeaders {

    private static final String ASK_EACH_TIME = "private, no-cache";
    private static final String KEEP_NOTHING = "no-store";
    private static final List<String> DEPENDS_ON = List.of("Authorization", "Cookie", "Accept", "Accept-Language");

    void filter(@Observes Filters filters) {
        filters.register(this::check, Order.HEADERS);
    }

    private void check(RoutingContext request) {
        request.addHeadersEndHandler(written -> complete(request));
        request.next();
    }

    private static void complete(RoutingContext request) {
        MultiMap headers = request.response().headers();
        headers.set(HttpHeaders.VARY, vary(headers.getAll(HttpHeaders.VARY)));
        if (isPersonal(request, headers) && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, headers.contains(HttpHeaders.ETAG) ? ASK_EACH_TIME : KEEP_NOTHING);
        }
    }

    private static boolean isPersonal(RoutingContext request, MultiMap answer) {
        return request.request().headers().contains(HttpHeaders.AUTHORIZATION)
                || request.request().headers().contains(HttpHeaders.COOKIE)
                || answer.contains(HttpHeaders.SET_COOKIE)
                || Callers.account(request).isPresent();
    }

    /** Together with what the resource says. */
    private static String vary(List<String> said) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(DEPENDS_ON);
        said.forEach(line -> names.addAll(List.of(line.strip().split("\\s*,\\s*"))));
        return String.join(", ", names);
    }
}

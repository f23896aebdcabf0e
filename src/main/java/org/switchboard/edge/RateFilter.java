package org.switchboard.edge;

import io.github.bucket4j.TimeMeter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.switchboard.shared.ProblemKind;

/** Answers 429 to who asks too often: each account for itself, everybody else by address. */
@ApplicationScoped
public class RateFilter {

    /** A platform asks here whether the service lives, and restarts it without an answer, whoever shares its address. */
    private static final String HEALTH = "/q/health";

    private final RateLimits limits;
    private final long anonymousPerMinute;
    private final long accountPerMinute;

    RateFilter(
            @ConfigProperty(name = "switchboard.rates.callers") long callers,
            @ConfigProperty(name = "switchboard.rates.anonymous-per-minute") long anonymousPerMinute,
            @ConfigProperty(name = "switchboard.rates.account-per-minute") long accountPerMinute) {
        this.limits = new RateLimits(callers, TimeMeter.SYSTEM_NANOTIME);
        this.anonymousPerMinute = anonymousPerMinute;
        this.accountPerMinute = accountPerMinute;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::check, Order.RATES);
    }

    private void check(RoutingContext request) {
        Duration wait = request.normalizedPath().startsWith(HEALTH) ? Duration.ZERO : take(request);
        if (wait.isZero()) {
            request.next();
            return;
        }
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        request.response().putHeader("Retry-After", Long.toString(seconds));
        EdgeProblem.answer(
                request,
                ProblemKind.TOO_MANY_REQUESTS,
                "You ask more often than the service answers. Nothing of this request was done; send it again in "
                        + seconds + " s.");
    }

    private Duration take(RoutingContext request) {
        return Callers.account(request)
                .map(account -> limits.take("account " + account, accountPerMinute))
                .orElseGet(() -> limits.take("address " + Callers.address(request), anonymousPerMinute));
    }
}

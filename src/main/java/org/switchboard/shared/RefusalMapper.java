package org.switchboard.shared;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Turns every {@link Refusal} into its problem document (RFC 9457). */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    private static final Map<Class<? extends Refusal>, ProblemKind> KINDS = Map.ofEntries(
            Map.entry(Refusal.Unauthenticated.class, ProblemKind.UNAUTHENTICATED),
            Map.entry(Refusal.NotAllowed.class, ProblemKind.NOT_ALLOWED),
            Map.entry(Refusal.TooManyAttempts.class, ProblemKind.TOO_MANY_ATTEMPTS),
            Map.entry(Refusal.NotFound.class, ProblemKind.NOT_FOUND),
            Map.entry(Refusal.Malformed.class, ProblemKind.MALFORMED),
            Map.entry(Refusal.Conflict.class, ProblemKind.CONFLICT),
            Map.entry(Refusal.Stale.class, ProblemKind.STALE),
            Map.entry(Refusal.PreconditionMissing.class, ProblemKind.PRECONDITION_MISSING),
            Map.entry(Refusal.RulesBroken.class, ProblemKind.RULES_BROKEN),
            Map.entry(Refusal.RowsRejected.class, ProblemKind.ROWS_REJECTED),
            Map.entry(Refusal.KeyReused.class, ProblemKind.KEY_REUSED),
            Map.entry(Refusal.Busy.class, ProblemKind.BUSY));

    @Override
    public Response toResponse(Refusal refusal) {
        HttpProblem.Builder problem = kindOf(refusal).problem(refusal.words());
        if (refusal instanceof Refusal.RulesBroken broken) {
            problem.with("violations", broken.violations());
        }
        if (refusal instanceof Refusal.RowsRejected rejected) {
            problem.with("violations", rejected.problems());
        }
        if (refusal instanceof Refusal.Busy) {
            problem.withHeader("Retry-After", "5");
        }
        if (refusal instanceof Refusal.TooManyAttempts many) {
            problem.withHeader("Retry-After", Long.toString(many.seconds()));
        }
        if (refusal instanceof Refusal.Unauthenticated) {
            problem.withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return problem.build().toResponse();
    }

    private static ProblemKind kindOf(Refusal refusal) {
        ProblemKind kind = KINDS.get(refusal.getClass());
        if (kind == null) {
            throw new IllegalStateException("no kind of problem for " + refusal.getClass());
        }
        return kind;
    }
}

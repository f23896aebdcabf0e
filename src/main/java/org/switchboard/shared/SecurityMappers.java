package org.switchboard.shared;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Problem documents for callers whom an operation does not let in. Words of exceptions stay inside. */
final class SecurityMappers {

    private SecurityMappers() {}

    /** Nobody has signed in, and the operation is not for everyone. */
    @Provider
    @Priority(1)
    public static class Unknown implements ExceptionMapper<UnauthorizedException> {
        @Override
        public Response toResponse(UnauthorizedException failure) {
            return new RefusalMapper()
                    .toResponse(new Refusal.Unauthenticated(
                            "Sign in first, or send a token that is good here:" + " Authorization: Bearer sb_…"));
        }
    }

    /** Something was shown that proves nothing. Why is nobody's business: it would tell which guesses come close. */
    @Provider
    @Priority(1)
    public static class Unproven implements ExceptionMapper<AuthenticationFailedException> {
        @Override
        public Response toResponse(AuthenticationFailedException failure) {
            return new RefusalMapper()
                    .toResponse(new Refusal.Unauthenticated("What you sent to show who you are is not good here: it is"
                            + " unknown, expired or revoked. Sign in again, or use another token."));
        }
    }

    /** Somebody came back from a provider of identities, and was not let in; for reasons of ours they learn why. */
    @Provider
    @Priority(1)
    public static class NotCompleted implements ExceptionMapper<AuthenticationCompletionException> {
        @Override
        public Response toResponse(AuthenticationCompletionException failure) {
            return new RefusalMapper().toResponse(refusal(failure));
        }

        private static Refusal refusal(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return refusal;
                }
            }
            return new Refusal.Unauthenticated("Signing in was not completed: it was broken off, took too long or was"
                    + " begun in another browser. Begin again.");
        }
    }

    /** Whether what was shown is good cannot be found out just now. */
    @Provider
    @Priority(1)
    public static class ProviderAway implements ExceptionMapper<OIDCException> {

        private static final Logger LOG = Logger.getLogger(ProviderAway.class);
        private static final int RETRY_AFTER_SECONDS = 15;

        @Override
        public Response toResponse(OIDCException failure) {
            LOG.warnf("Answered 503, the provider of identities is away: %s", failure);
            return ProblemKind.PROVIDER_AWAY
                    .problem("The provider of identities through which people sign in here cannot be reached just now."
                            + " Try again in a little while.")
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build()
                    .toResponse();
        }
    }

    @Provider
    @Priority(1)
    public static class NotAllowed implements ExceptionMapper<ForbiddenException> {
        @Override
        public Response toResponse(ForbiddenException failure) {
            return new RefusalMapper()
                    .toResponse(new Refusal.NotAllowed(
                            "You are known here, but this is not for you: your role or your token does not allow it."));
        }
    }
}

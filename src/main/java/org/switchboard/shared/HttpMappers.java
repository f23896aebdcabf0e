package org.switchboard.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Problem documents for what fails before a resource is reached: no such path, method or type, or a bad parameter. */
final class HttpMappers {

    private HttpMappers() {}

    /** The same body for an unknown path, an unreadable identifier and an item that is not there or not to be seen. */
    @Provider
    @Priority(1)
    public static class NotFound implements ExceptionMapper<NotFoundException> {
        @Override
        public Response toResponse(NotFoundException failure) {
            return answer(failure);
        }
    }

    @Provider
    @Priority(1)
    public static class Any implements ExceptionMapper<WebApplicationException> {
        @Override
        public Response toResponse(WebApplicationException failure) {
            return answer(failure);
        }
    }

    private static Response answer(WebApplicationException failure) {
        // a parameter that could not be read, wrapped by the one who asked for it
        if (failure.getCause() instanceof Refusal refusal) {
            return new RefusalMapper().toResponse(refusal);
        }
        if (failure.getCause() instanceof JsonProcessingException broken) {
            return JsonMappers.answer(broken);
        }
        Response plain = failure.getResponse();
        if (plain.hasEntity()) {
            return plain;
        }
        return switch (plain.getStatus()) {
            case 400 ->
                ProblemKind.MALFORMED
                        .problem("The request cannot be read.")
                        .build()
                        .toResponse();
            case 404 -> new RefusalMapper().toResponse(new Refusal.NotFound());
            case 405 -> wrongMethod(plain);
            case 406 ->
                ProblemKind.NOT_ACCEPTABLE
                        .problem("The answer cannot be given in any of the types that Accept names.")
                        .build()
                        .toResponse();
            case 413 ->
                ProblemKind.TOO_LARGE
                        .problem("The body is larger than the service takes.")
                        .build()
                        .toResponse();
            case 415 ->
                ProblemKind.UNSUPPORTED_TYPE
                        .problem("The body is not of a type that is taken here. Bodies are JSON (Content-Type:"
                                + " application/json); files for import are CSV (Content-Type: text/csv).")
                        .build()
                        .toResponse();
            default ->
                HttpProblem.builder()
                        .withStatus(plain.getStatusInfo())
                        .withTitle(plain.getStatusInfo().getReasonPhrase())
                        .build()
                        .toResponse();
        };
    }

    private static Response wrongMethod(Response plain) {
        HttpProblem.Builder problem = ProblemKind.WRONG_METHOD.problem("This path does not know this method.");
        String allowed = plain.getHeaderString(HttpHeaders.ALLOW);
        if (allowed != null) {
            problem.withHeader(HttpHeaders.ALLOW, allowed);
        }
        return problem.build().toResponse();
    }
}

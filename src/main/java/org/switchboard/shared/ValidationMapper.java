package org.switchboard.shared;

import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers broken constraints on a body with 422, each with a JSON pointer to its place. */
@Provider
@Priority(1)
public class ValidationMapper implements ExceptionMapper<ConstraintViolationException> {

    @Override
    public Response toResponse(ConstraintViolationException broken) {
        return ProblemKind.RULES_BROKEN
                .problem("Some fields are missing or out of range.")
                .with("violations", Violations.ofParameters(broken.getConstraintViolations()))
                .build()
                .toResponse();
    }
}

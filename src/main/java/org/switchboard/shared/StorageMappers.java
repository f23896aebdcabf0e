package org.switchboard.shared;

import jakarta.annotation.Priority;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.hibernate.exception.ConstraintViolationException;

/** Answers for what only the database can notice: two callers at once. */
final class StorageMappers {

    private StorageMappers() {}

    /** A constraint of the database was the last to say no, as when two callers create the same reference at once. */
    @Provider
    @Priority(1)
    public static class Constraint implements ExceptionMapper<ConstraintViolationException> {
        @Override
        public Response toResponse(ConstraintViolationException broken) {
            return ProblemKind.CONFLICT
                    .problem("Another item stands in the way: it was created or changed at the same moment."
                            + " Read the present state and try again.")
                    .build()
                    .toResponse();
        }
    }

    @Provider
    @Priority(1)
    public static class Overtaken implements ExceptionMapper<OptimisticLockException> {
        @Override
        public Response toResponse(OptimisticLockException overtaken) {
            return new RefusalMapper().toResponse(new Refusal.Stale());
        }
    }
}

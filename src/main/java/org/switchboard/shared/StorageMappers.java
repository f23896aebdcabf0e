package org.switchboard.shared;

import jakarta.annotation.Priority;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.hibernate.exception.LockAcquisitionException;

/** Answers for what only the database can notice: mostly two callers at once. */
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

    /** A value that the database has no place for and that no rule named before, as U+0000 in a filter. */
    @Provider
    @Priority(1)
    public static class Unstorable implements ExceptionMapper<DataException> {
        @Override
        public Response toResponse(DataException broken) {
            return new RefusalMapper()
                    .toResponse(new Refusal.Malformed("A value is out of range or holds a character such as U+0000."));
        }
    }

    @Provider
    @Priority(1)
    public static class Deadlocked implements ExceptionMapper<LockAcquisitionException> {
        @Override
        public Response toResponse(LockAcquisitionException waited) {
            return busy();
        }
    }

    @Provider
    @Priority(1)
    public static class Locked implements ExceptionMapper<PessimisticLockException> {
        @Override
        public Response toResponse(PessimisticLockException waited) {
            return busy();
        }
    }

    @Provider
    @Priority(1)
    public static class LockedTooLong implements ExceptionMapper<LockTimeoutException> {
        @Override
        public Response toResponse(LockTimeoutException waited) {
            return busy();
        }
    }

    @Provider
    @Priority(1)
    public static class TookTooLong implements ExceptionMapper<QueryTimeoutException> {
        @Override
        public Response toResponse(QueryTimeoutException waited) {
            return busy();
        }
    }

    private static Response busy() {
        return new RefusalMapper()
                .toResponse(new Refusal.Busy("Another request holds what this one needs, and holds it too long."
                        + " Nothing of this request was kept; send it again in a few seconds."));
    }
}

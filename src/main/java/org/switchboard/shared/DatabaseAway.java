package org.switchboard.shared;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot serve anybody just now from one that refuses this statement. */
public final class DatabaseAway {

    /**
     * Classes of the SQL standard and of PostgreSQL: 08 no connection, 53 out of disk, memory or connections, 57P01 to
     * 57P03 stopping, crashed or starting.
     */
    private static final Pattern STATES = Pattern.compile("08...|53...|57P0[123]");

    /** The pool gives no state, only words. */
    private static final Pattern POOL = Pattern.compile("(?i).*acquisition timeout.*");

    private DatabaseAway() {}

    /** Whether that is the reason of the failure, however often it was wrapped. */
    public static boolean isReasonOf(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return isReasonOf(failure, seen);
    }

    private static boolean isReasonOf(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        if (failure instanceof SQLException sql && (saysSo(sql) || isReasonOf(sql.getNextException(), seen))) {
            return true;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (isReasonOf(suppressed, seen)) {
                return true;
            }
        }
        return isReasonOf(failure.getCause(), seen);
    }

    private static boolean saysSo(SQLException problem) {
        String state = problem.getSQLState();
        String message = problem.getMessage();
        return (state != null && STATES.matcher(state).matches())
                || (message != null && POOL.matcher(message).matches());
    }
}

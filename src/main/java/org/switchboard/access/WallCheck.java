package org.switchboard.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets the service start only under a role that the database's rules on rows hold for. */
@ApplicationScoped
class WallCheck {

    /** Before anything works with the database. */
    private static final int FIRST = 100;

    private static final String QUESTION = """
            select r.rolsuper or r.rolbypassrls as passes,
                exists (select 1 from pg_class c where c.relname = 'need' and pg_has_role(r.oid, c.relowner, 'member')) as owns,
                exists (select 1 from pg_roles w where w.rolname = ? and pg_has_role(r.oid, w.oid, 'member')) as works,
                r.rolinherit and not r.rolsuper as inherits, r.rolname as name
            from pg_roles r where r.rolname = current_user
            """;

    private final AgroalDataSource pool;
    private final String workerRole;

    WallCheck(AgroalDataSource pool, @ConfigProperty(name = "switchboard.database.worker-role") String workerRole) {
        this.pool = pool;
        this.workerRole = workerRole;
    }

    void start(@Observes @Priority(FIRST) StartupEvent starting) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            List<String> faults = faults(connection, workerRole);
            if (!faults.isEmpty()) {
                throw new UnsafeRole(
                        "The service does not start, because the database would not keep closed items closed: "
                                + String.join("; ", faults)
                                + ". k8s/README.md has the statements that make the roles.");
            }
        }
    }

    /** What lets the role of this connection pass the rules on rows, or keeps it from its work; empty if nothing does. */
    static List<String> faults(Connection connection, String workerRole) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(QUESTION)) {
            question.setString(1, workerRole);
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                String role = answer.getString("name");
                List<String> faults = new ArrayList<>();
                if (answer.getBoolean("passes")) {
                    faults.add("the role " + role + " is a superuser or has BYPASSRLS");
                }
                if (answer.getBoolean("owns")) {
                    faults.add("the role " + role + " owns the tables, which belong to a role of their own");
                }
                if (!answer.getBoolean("works")) {
                    faults.add("the role " + role + " is no member of " + workerRole);
                }
                if (answer.getBoolean("inherits")) {
                    faults.add("the role " + role
                            + " inherits (make it NOINHERIT), so that it always has the rights of " + workerRole);
                }
                return faults;
            }
        }
    }

    /** Told without a stack trace: it is for whoever set up the database. */
    static final class UnsafeRole extends RuntimeException {
        UnsafeRole(String message) {
            super(message, null, false, false);
        }
    }
}

package org.switchboard.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Tells the database for whom the transaction at hand works, until it ends. Row-level security there decides by this, and
 * by nothing that the service decided before.
 */
@ApplicationScoped
class Wall {

    private static final String STATEMENT =
            "select set_config('role', ?, true), set_config('switchboard.keys', ?, true)";
    private static final String NO_OTHER_ROLE = "none";

    private final EntityManager database;
    private final TransactionSynchronizationRegistry transactions;
    private final String workerRole;

    Wall(
            EntityManager database,
            TransactionSynchronizationRegistry transactions,
            @ConfigProperty(name = "switchboard.database.worker-role") String workerRole) {
        this.database = database;
        this.transactions = transactions;
        this.workerRole = workerRole;
    }

    /** @return for whom the transaction worked until now; null if for nobody, or if there is no transaction */
    @Nullable
    Reader enter(Reader reader) {
        if (!inTransaction()) {
            return null;
        }
        Reader outer = (Reader) transactions.getResource(Wall.class);
        if (!reader.equals(outer)) {
            become(reader, outer != null);
        }
        return outer;
    }

    /** Back to the reader before, if there was one; where there was none the transaction is this reader's to its end. */
    void leave(Reader reader, @Nullable Reader outer) {
        if (outer != null && !outer.equals(reader) && inTransaction()) {
            become(outer, true);
        }
    }

    private boolean inTransaction() {
        return transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    private void become(Reader reader, boolean othersBefore) {
        if (othersBefore) {
            // what was done for one is written before the database hears of another
            database.flush();
        }
        database.unwrap(Session.class).doWork(connection -> tell(connection, reader));
        transactions.putResource(Wall.class, reader);
    }

    private void tell(Connection connection, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATEMENT)) {
            statement.setString(1, reader.service() ? workerRole : NO_OTHER_ROLE);
            statement.setString(2, String.join(" ", reader.keys()));
            statement.execute();
        }
    }
}

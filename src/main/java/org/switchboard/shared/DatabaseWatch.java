package org.switchboard.shared;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Frees those who wait for a database that froze.
 *
 * <p>A dead server refuses at once, but a frozen one, or a network that swallows packets, keeps everyone waiting who has
 * a connection, up to the timeout of the longest statement. So one connection of the pool is kept for asking, a few
 * times a second, whether anybody is there; if no answer comes within a second all connections are closed, which ends
 * every wait with an error that {@link DatabaseAwayMapper} knows.
 */
@ApplicationScoped
class DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);
    private static final int ANSWER_SECONDS = 1;
    private static final long PAUSE_MILLIS = 250;

    private final AgroalDataSource pool;
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable Connection asking;

    DatabaseWatch(AgroalDataSource pool) {
        this.pool = pool;
    }

    void onStart(@Observes StartupEvent start) {
        Thread thread = new Thread(this::watch, "database-watch");
        thread.setDaemon(true);
        thread.start();
    }

    void onStop(@Observes ShutdownEvent stop) {
        end.countDown();
    }

    private void watch() {
        try {
            while (!end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                ask();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        Connection known = asking;
        try {
            if (known == null) {
                asking = pool.getConnection();
            } else if (!known.isValid(ANSWER_SECONDS)) {
                asking = null;
                LOG.warn("The database does not answer; closing the connections to it.");
                pool.flush(FlushMode.ALL);
            }
        } catch (SQLException away) {
            LOG.debug("The database is still away.", away);
        }
    }
}

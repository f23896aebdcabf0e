package org.switchboard.database;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Watches the server and starts it again on the same port if it ends without being told to. */
final class Guard implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Guard.class.getName());
    private static final Executor NEXT_ATTEMPT = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);

    private final Launcher launcher;
    private final Adoption adoption;
    private RunningServer server;
    private boolean closed;
    private CompletableFuture<?> watching = CompletableFuture.completedFuture(null);

    private Guard(RunningServer server, Launcher launcher, Adoption adoption) {
        this.server = server;
        this.launcher = launcher;
        this.adoption = adoption;
    }

    static Guard over(RunningServer server, Launcher launcher, Adoption adoption) {
        Guard guard = new Guard(server, launcher, adoption);
        guard.watch();
        return guard;
    }

    synchronized RunningServer server() {
        return server;
    }

    private synchronized void watch() {
        watching = ProcessHandle.of(server.processId())
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenRunAsync(this::restart)
                .exceptionally(Guard::report);
    }

    private static @Nullable Void report(Throwable problem) {
        LOG.log(Level.ERROR, "The embedded PostgreSQL is no longer watched.", problem);
        return null;
    }

    private synchronized void restart() {
        if (closed) {
            return;
        }
        LOG.log(
                Level.WARNING,
                "The embedded PostgreSQL (process {0}) ended; starting it again.",
                Long.toString(server.processId()));
        try {
            server = foundOrStarted(server.port());
            watch();
            LOG.log(
                    Level.INFO,
                    "The embedded PostgreSQL serves again (process {0}).",
                    Long.toString(server.processId()));
        } catch (DatabaseUnusable problem) {
            LOG.log(Level.ERROR, "{0} Trying again shortly.", problem.getMessage());
            NEXT_ATTEMPT.execute(this::restart);
        }
    }

    /** The service's connections know one port, so a server on another is of no use. */
    private RunningServer foundOrStarted(int port) {
        return adoption.find().filter(found -> found.port() == port).orElseGet(() -> launcher.startOn(port));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            watching.cancel(false);
            launcher.stop();
        }
    }
}

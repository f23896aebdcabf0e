package org.switchboard.database;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Watches the server and starts it again on the same port if it ends without being told to. */
final class Guard implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Guard.class.getName());
    private static final Executor NEXT_ATTEMPT = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);

    private final Launcher launcher;
    private RunningServer server;
    private boolean closed;

    private Guard(RunningServer server, Launcher launcher) {
        this.server = server;
        this.launcher = launcher;
    }

    static Guard over(RunningServer server, Launcher launcher) {
        Guard guard = new Guard(server, launcher);
        guard.watch();
        return guard;
    }

    synchronized RunningServer server() {
        return server;
    }

    private synchronized void watch() {
        ProcessHandle.of(server.processId())
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenRunAsync(this::restart);
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
            server = launcher.startOn(server.port());
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

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            launcher.stop();
        }
    }
}

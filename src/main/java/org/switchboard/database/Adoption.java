package org.switchboard.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Finds the server that a killed service left running on our data directory. */
record Adoption(Path data, Connector connector, Duration patience) {

    private static final long PAUSE_MILLIS = 100;

    /**
     * The server that serves the data directory, or nothing if none does. A server that is still starting, recovering or
     * stopping is waited for.
     */
    Optional<RunningServer> find() {
        long deadline = System.nanoTime() + patience.toNanos();
        String lastAnswer = "it has opened no port";
        while (true) {
            Optional<PidFile> pid = PidFile.of(data);
            if (pid.isEmpty()) {
                return Optional.empty();
            }
            if (!pid.get().mayBeAlive()) {
                pid.get().clearIfMisleading();
                return Optional.empty();
            }
            if (pid.get().port() != 0) {
                try (Connection connection = connector.open(pid.get().port())) {
                    return serverOf(pid.get(), connection);
                } catch (SQLException notYet) {
                    lastAnswer = String.valueOf(notYet.getMessage());
                }
            }
            if (System.nanoTime() > deadline) {
                throw unresponsive(pid.get(), lastAnswer);
            }
            pause();
        }
    }

    private Optional<RunningServer> serverOf(PidFile pid, Connection connection) throws SQLException {
        if (RunningServer.serves(connection, data)) {
            return Optional.of(new RunningServer(pid.processId(), pid.port()));
        }
        pid.clearIfMisleading();
        return Optional.empty();
    }

    private DatabaseUnusable unresponsive(PidFile pid, String lastAnswer) {
        return new DatabaseUnusable("A PostgreSQL (process " + pid.processId() + ") seems to serve " + data
                + " but gave no useful answer for " + patience.toSeconds() + " s: " + lastAnswer
                + ". Stop that process and start again; what was saved is safe.");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnusable("Interrupted while waiting for PostgreSQL.", interruption);
        }
    }
}

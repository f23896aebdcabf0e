package org.switchboard.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.switchboard.database.CommandLine.Outcome;

/** Starts and stops the server of a cluster. */
record Launcher(Cluster cluster, Connector connector) {

    /** Recovery after a crash may read a lot of log; giving up on it early would only begin it anew. */
    private static final String START_SECONDS = "300";

    private static final String STOP_SECONDS = "60";

    /** Between choosing a free port and using it another program may take it. */
    private static final int ATTEMPTS = 3;

    RunningServer start() {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return startOn(freePort());
            } catch (PortTaken again) {
                // the next attempt chooses another
            }
        }
        return startOn(freePort());
    }

    /**
     * Starts on this port and no other.
     *
     * @throws PortTaken if another program listens there
     */
    RunningServer startOn(int port) {
        Outcome outcome = launch(port);
        if (!outcome.successful()) {
            String words = cluster.folder().lastWords();
            throw words.contains("could not bind")
                    ? new PortTaken(port)
                    : new DatabaseUnusable("The embedded PostgreSQL did not start" + cluster.freeSpace()
                            + ". Its log is in " + cluster.folder().logs() + ", and its last lines are:\n"
                            + (words.isBlank() ? outcome.output() : words));
        }
        return proven(port);
    }

    private Outcome launch(int port) {
        DatabaseFolder folder = cluster.folder();
        try {
            Files.createDirectories(folder.logs(), DatabaseFolder.onlyForOwner("rwx------"));
            Files.deleteIfExists(folder.startLog());
            cluster.writeSettings(port);
        } catch (IOException problem) {
            throw new DatabaseUnusable(
                    "The settings of the embedded PostgreSQL cannot be written" + cluster.freeSpace() + ": " + problem,
                    problem);
        }
        String data = folder.data().toString();
        String log = folder.startLog().toString();
        return cluster.commands().run("pg_ctl", "-D", data, "-l", log, "-w", "-t", START_SECONDS, "start");
    }

    /** That something answers on the port does not prove that it is ours. */
    private RunningServer proven(int port) {
        Optional<PidFile> pid = PidFile.of(cluster.folder().data());
        try (Connection connection = connector.open(port)) {
            if (pid.isPresent()
                    && RunningServer.serves(connection, cluster.folder().data())) {
                return new RunningServer(pid.get().processId(), port);
            }
        } catch (SQLException problem) {
            stop();
            throw new DatabaseUnusable(
                    "The embedded PostgreSQL started but does not let the service in: " + problem.getMessage()
                            + ". Its log is in " + cluster.folder().logs() + ".",
                    problem);
        }
        throw new PortTaken(port);
    }

    /** Ends the server in an orderly way: connections are closed, everything is written, nothing is left to recover. */
    void stop() {
        String data = cluster.folder().data().toString();
        Outcome outcome = cluster.commands().run("pg_ctl", "-D", data, "-m", "fast", "-w", "-t", STOP_SECONDS, "stop");
        if (!outcome.successful() && PidFile.of(cluster.folder().data()).isPresent()) {
            throw new DatabaseUnusable("The embedded PostgreSQL did not stop: " + outcome.output()
                    + ". Nothing is lost; the next start of the service takes it over.");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException problem) {
            throw new DatabaseUnusable("No free port for the embedded PostgreSQL: " + problem, problem);
        }
    }
}

package org.switchboard.database;

/** Another program listens on the port that was meant for PostgreSQL. */
final class PortTaken extends DatabaseUnusable {

    private static final long serialVersionUID = 1L;

    PortTaken(int port) {
        super("Another program listens on port " + port + ", which was meant for the embedded PostgreSQL.");
    }
}

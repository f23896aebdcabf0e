package org.switchboard.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A server that answers on a port, of which it has been proven that it serves our data directory. */
record RunningServer(long processId, int port) {

    /** Without these a commit that was acknowledged may be lost. */
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    /** Whether the server behind the connection serves this data directory and no other. */
    static boolean serves(Connection connection, Path data) throws SQLException {
        try {
            return Path.of(show(connection, "data_directory")).toRealPath().equals(data.toRealPath());
        } catch (IOException directoryOfAnotherMachineOrUser) {
            return false;
        }
    }

    /** Readies the server for the service: durable, and with the service's role and database. */
    void makeReady(Connector connector) {
        try (Connection connection = connector.open(port)) {
            requireDurable(connection);
            createMissing(connection, connector.password());
        } catch (SQLException problem) {
            throw new DatabaseUnusable("The embedded PostgreSQL started but cannot be set up: " + problem, problem);
        }
    }

    private static void requireDurable(Connection connection) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        for (String setting : DURABILITY) {
            found.put(setting, show(connection, setting));
        }
        if (!found.values().stream().allMatch("on"::equals)) {
            throw new DatabaseUnusable("The embedded PostgreSQL would lose data if power fails: " + found
                    + ", where all must be on. Remove these settings from postgresql.auto.conf in its folder, or undo "
                    + "them with ALTER SYSTEM RESET, and start again.");
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return single(connection, "show " + setting);
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** No role of ours is a superuser, so that a mistake in its SQL cannot reach the server's files. */
    private static void createMissing(Connection connection, Password password) throws SQLException {
        String name = EmbeddedDatabase.NAME;
        String login = " login password '" + password.value() + "'";
        createRole(connection, name, login);
        createRole(connection, EmbeddedDatabase.SERVICE, login + " noinherit");
        createRole(connection, EmbeddedDatabase.WORKER, " nologin");
        try (Statement statement = connection.createStatement()) {
            statement.execute("grant " + EmbeddedDatabase.WORKER + " to " + EmbeddedDatabase.SERVICE);
            if (single(connection, "select count(*) from pg_database where datname = '" + name + "'")
                    .equals("0")) {
                statement.execute("create database " + name + " owner " + name);
            }
        }
    }

    private static void createRole(Connection connection, String name, String attributes) throws SQLException {
        if (single(connection, "select count(*) from pg_roles where rolname = '" + name + "'")
                .equals("0")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create role " + name + attributes);
            }
        }
    }
}

package org.switchboard.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Connections of a test's own, under the role from which the database hides no row. */
public final class Worker {

    private Worker() {}

    /** Outside of the service's pool, so that nobody else ever gets it. */
    public static Connection connection() throws SQLException {
        Connection connection = plainConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "set role \"" + config().getValue("switchboard.database.worker-role", String.class) + "\"");
        }
        return connection;
    }

    /** One value, as text; null where there is no row. */
    public static @Nullable String value(String sql, Object... values) {
        try (Connection connection = connection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Under the role that owns the tables, for what only migrations do. */
    public static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                config().getValue("quarkus.datasource.jdbc.url", String.class),
                config().getValue("quarkus.flyway.username", String.class),
                config().getValue("quarkus.flyway.password", String.class));
    }

    /** Under the role of the service, to whom the database shows what is for the reader that it names. */
    public static Connection plainConnection() throws SQLException {
        return DriverManager.getConnection(
                config().getValue("quarkus.datasource.jdbc.url", String.class),
                config().getValue("quarkus.datasource.username", String.class),
                config().getValue("quarkus.datasource.password", String.class));
    }

    private static Config config() {
        return ConfigProvider.getConfig();
    }
}

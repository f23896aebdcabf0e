package org.switchboard.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.Worker;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReferenceRowsTest {

    @ParameterizedTest
    @CsvSource({
        "reference_state, 197",
        "reference_region, 29",
        "reference_theme, 71",
        "reference_kind, 11",
        "reference_stage, 3"
    })
    void everyCodeIsInTheDatabase(String table, int rows) throws SQLException {
        assertEquals(rows, number("select count(*) from " + table));
    }

    @Test
    void sqlCanJoinRegionsAndAreas() throws SQLException {
        assertEquals(16, number("select count(*) from reference_state where intermediate = '011'"));
        assertEquals(54, number("select count(*) from reference_state where region = '002'"));
        assertEquals(193, number("select count(*) from reference_state where status = 'member'"));
        assertEquals(16, number("select count(distinct area) from reference_theme"));
        assertEquals(6, number("select count(*) from reference_theme where area = 'FIN'"));
    }

    @Test
    void changedRowsAreMendedAndForeignRowsAreKept() throws Exception {
        try (Connection connection = Worker.owner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update reference_state set ldc = not ldc, intermediate = null");
            statement.execute("update reference_stage set position = 4 - position");
            statement.execute("insert into reference_kind values ('FORMER')");
            new R__Reference_rows().migrate(new On(connection));
            assertEquals(44, number(connection, "select count(*) from reference_state where ldc"));
            assertEquals(1, number(connection, "select position from reference_stage where code = 'A'"));
            assertEquals(12, number(connection, "select count(*) from reference_kind"));
            connection.rollback();
        }
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = Worker.owner()) {
            return number(connection, sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }

    private record On(Connection connection) implements Context {

        @Override
        public Configuration getConfiguration() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Connection getConnection() {
            return connection;
        }
    }
}

package org.switchboard.database;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.switchboard.testing.DatabaseFolders;
import org.switchboard.testing.Deadline;

class EmbeddedDatabaseTest {

    private Path folder;

    @BeforeEach
    void freshFolder(TestInfo test) throws IOException {
        folder = DatabaseFolders.fresh(test.getTestMethod().orElseThrow().getName());
    }

    @AfterEach
    void giveSpaceBack() throws IOException {
        DatabaseFolders.delete(folder.getParent());
    }

    private EmbeddedDatabase open() {
        return EmbeddedDatabase.open(DatabaseFolders.settings(folder));
    }

    @Test
    void writesDurably() throws SQLException {
        try (EmbeddedDatabase database = open()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertEquals("on", single(database, "show " + setting), setting);
            }
        }
    }

    @Test
    void letsNobodyInWithoutThePasswordWhichOnlyTheOwnerCanRead() throws IOException {
        try (EmbeddedDatabase database = open()) {
            SQLException refusal = assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(database.jdbcUrl(), database.username(), "guessed"));
            assertEquals("28P01", refusal.getSQLState());
        }
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("database-password"))));
    }

    @Test
    void servesTheServiceAsAnOrdinaryRoleOnThisMachineOnly() throws SQLException {
        try (EmbeddedDatabase database = open()) {
            assertAll(
                    () -> assertEquals("off", single(database, database.username(), "show is_superuser")),
                    () -> assertEquals("off", single(database, database.owner(), "show is_superuser")),
                    () -> assertEquals("127.0.0.1", single(database, "show listen_addresses")));
        }
    }

    @Test
    void findsWordsInEveryScript() throws SQLException {
        try (EmbeddedDatabase database = open()) {
            executeAsOwner(
                    database, "create extension pg_trgm", "create extension btree_gist", "create extension unaccent");
            assertEquals("t", single(database, "select 'الأمن السيبراني' % 'الأمن' and 'ГРАНИЦА' ilike 'граница'"));
        }
    }

    @Test
    void keepsDataAcrossRestarts() throws Exception {
        long first;
        try (EmbeddedDatabase database = open()) {
            first = database.processId();
            executeAsOwner(database, "create table note (text text)", "insert into note values ('kept')");
        }
        assertFalse(Files.exists(folder.resolve("postgres/postmaster.pid")));
        Deadline.seconds(5).until("the server is gone", () -> !alive(first));
        try (EmbeddedDatabase database = open()) {
            assertFalse(database.adopted());
            assertNotEquals(first, database.processId());
            assertEquals("kept", single(database, "select text from note"));
        }
    }

    @Test
    void refusesAFolderThatIsInUse() throws SQLException {
        try (EmbeddedDatabase database = open()) {
            String message = refusal();
            assertAll(
                    () -> assertTrue(message.contains("in use by another running Switchboard"), message),
                    () -> assertTrue(
                            message.contains(
                                    "process " + ProcessHandle.current().pid()),
                            message),
                    () -> assertTrue(message.contains(folder.toString()), message),
                    () -> assertEquals("1", single(database, "select 1"), "the first goes on"));
        }
    }

    @Test
    void refusesDataOfAnotherVersion() throws IOException {
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "12\n");

        String message = refusal();

        assertAll(
                () -> assertTrue(message.contains("made by PostgreSQL 12"), message),
                () -> assertTrue(message.contains("pg_dump"), message));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "17\n");
        open().close();
    }

    @Test
    void refusesADiskThatIsTooFull() {
        String message = assertThrows(
                        DatabaseUnusable.class,
                        () -> EmbeddedDatabase.open(
                                DatabaseFolders.settings(folder).withMinimumFreeMegabytes(Long.MAX_VALUE)))
                .getMessage();

        assertAll(
                () -> assertTrue(message.contains("Too little free space"), message),
                () -> assertTrue(message.contains("switchboard.database.minimum-free-mb"), message));
        open().close();
    }

    @Test
    void refusesDataWithoutItsPassword() throws IOException {
        Files.delete(folder.resolve("database-password"));

        assertTrue(refusal().contains("password file"));
        assertFalse(Files.exists(folder.resolve("database-password")), "no new one is made");
    }

    @Test
    void refusesAServerWhoseDurabilityWasSwitchedOff() throws IOException {
        Files.writeString(folder.resolve("postgres/postgresql.auto.conf"), "fsync = off\n");

        String message = refusal();

        assertTrue(message.contains("fsync=off"), message);
        assertFalse(Files.exists(folder.resolve("postgres/postmaster.pid")), "and does not leave it running");
    }

    @Test
    void repeatsPostgresqlsOwnWordsIfItDoesNotStart() throws IOException {
        Files.writeString(folder.resolve("postgres/postgresql.auto.conf"), "no_such_setting = 1\n");

        String message = refusal();

        assertAll(
                () -> assertTrue(message.contains("unrecognized configuration parameter"), message),
                () -> assertTrue(message.contains(folder.resolve("log").toString()), message));
    }

    @Test
    void passesOverTheNumberOfAServerThatIsDead() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        writePidFile(ended.pid());

        try (EmbeddedDatabase database = open()) {
            assertFalse(database.adopted());
            assertEquals("1", single(database, "select 1"));
        }
    }

    @Test
    void passesOverTheNumberOfAServerThatNowBelongsToAnotherProgram() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            writePidFile(other.pid());
            try (EmbeddedDatabase database = open()) {
                assertFalse(database.adopted());
                assertEquals("1", single(database, "select 1"));
            }
            assertTrue(other.isAlive(), "and leaves that program alone");
        } finally {
            other.destroy();
        }
    }

    @Test
    void startsAgainOnTheSamePortWhenPostgresqlIsKilled() throws Exception {
        try (EmbeddedDatabase database = open()) {
            executeAsOwner(database, "create table note (text text)", "insert into note values ('acknowledged')");
            long first = database.processId();
            String url = database.jdbcUrl();

            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            Deadline.seconds(30).until("another process serves", () -> database.processId() != first);

            assertEquals(url, database.jdbcUrl());
            assertEquals("acknowledged", single(database, "select text from note"));
        }
    }

    @Test
    void leavesNoHalfOfADatabaseBehind() throws IOException {
        Path empty = DatabaseFolders.empty("halfMade");
        Files.createDirectories(empty.resolve("postgres.new/base"));

        try (EmbeddedDatabase database = EmbeddedDatabase.open(DatabaseFolders.settings(empty))) {
            assertFalse(database.adopted());
        }
        try (Stream<Path> files = Files.list(empty)) {
            assertEquals(
                    List.of("database-password", "log", "postgres", "switchboard.lock"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        DatabaseFolders.delete(empty.getParent());
    }

    private String refusal() {
        return assertThrows(DatabaseUnusable.class, this::open).getMessage();
    }

    private void writePidFile(long process) throws IOException {
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"),
                "%d\n%s\n1700000000\n1\n\n127.0.0.1\n\nready\n".formatted(process, folder.resolve("postgres")));
    }

    private static boolean alive(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }

    private static void executeAsOwner(EmbeddedDatabase database, String... statements) throws SQLException {
        try (Connection connection = connect(database, database.owner());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String single(EmbeddedDatabase database, String query) throws SQLException {
        return single(database, database.owner(), query);
    }

    private static String single(EmbeddedDatabase database, String role, String query) throws SQLException {
        try (Connection connection = connect(database, role);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database, String role) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), role, database.password());
    }
}

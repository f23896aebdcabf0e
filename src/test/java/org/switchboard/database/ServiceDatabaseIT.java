package org.switchboard.database;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.switchboard.testing.DatabaseFolders;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.ServiceProcess;

/** The packaged service and its database as an operator meets them: started, stopped, killed, started twice. */
class ServiceDatabaseIT {

    private static final String NOBODY = "65534";
    private static final Map<String, String> NO_SETTINGS = Map.of();

    private Path workingFolder;

    @BeforeEach
    void freshFolder(TestInfo test) throws IOException {
        workingFolder = DatabaseFolders.fresh(test.getTestMethod().orElseThrow().getName())
                .getParent();
    }

    @AfterEach
    void giveSpaceBack() throws IOException {
        DatabaseFolders.delete(workingFolder);
    }

    /** PostgreSQL's programs are unpacked once for all tests but the one of the ordinary user. */
    private ServiceProcess start(Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put(
                "SWITCHBOARD_DATABASE_BINARIES_FOLDER",
                DatabaseFolders.binaries().toString());
        return ServiceProcess.start(workingFolder, environment);
    }

    @Test
    void stopsPostgresqlAfterItselfWhenToldToEnd() throws Exception {
        ServiceProcess service = start(NO_SETTINGS).awaitReady();
        long postgres = service.postgres();
        assertTrue(alive(postgres));

        service.stop();

        assertGone(postgres);
        assertAll(
                () -> assertTrue(log().contains("database system is shut down"), log()),
                () -> assertFalse(log().contains("FATAL"), log()),
                () -> assertTrue(service.said().contains("switchboard stopped"), service.said()),
                () -> assertFalse(service.said().contains("ERROR"), service.said()),
                () -> assertTrue(
                        service.said().contains("http://127.0.0.1:" + service.port() + "/api/v1/matrix"),
                        service.said()));
    }

    @Test
    void findsItsPostgresqlAgainAfterBeingKilled() throws Exception {
        ServiceProcess first = start(NO_SETTINGS).awaitReady();
        long postgres = first.postgres();
        execute("create table note (text text)", "insert into note values ('acknowledged')");

        first.kill();
        assertTrue(alive(postgres), "PostgreSQL outlives the service");

        ServiceProcess second = start(NO_SETTINGS).awaitReady();
        assertEquals(postgres, second.postgres(), "adopted, not started anew");
        execute("update note set text = 'found again' where text = 'acknowledged'");
        second.stop();

        assertGone(postgres);
        assertTrue(log().contains("database system is shut down"), log());
    }

    @Test
    void leavesAFolderThatIsInUseToTheServiceThatUsesIt() throws Exception {
        try (ServiceProcess first = start(NO_SETTINGS).awaitReady();
                ServiceProcess second = start(NO_SETTINGS)) {
            assertEquals(1, second.awaitEnd());
            assertAll(
                    () -> assertEquals(
                            "The database folder " + first.folder()
                                    + " is in use by another running Switchboard (process "
                                    + first.process().pid()
                                    + "). Stop it, or choose another folder with switchboard.database.folder.\n",
                            second.said()),
                    () -> assertEquals(200, first.status("/q/health/ready"), "the first goes on"));
        }
    }

    @Test
    void startsNothingIfAnotherDatabaseIsSet() throws Exception {
        DatabaseFolders.delete(workingFolder.resolve("data"));
        Path elsewhere = DatabaseFolders.fresh("external");
        try (EmbeddedDatabase external = EmbeddedDatabase.open(DatabaseFolders.settings(elsewhere))) {
            Map<String, String> settings = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", external.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", external.username(),
                    "QUARKUS_DATASOURCE_PASSWORD", external.password(),
                    "QUARKUS_FLYWAY_USERNAME", external.owner(),
                    "QUARKUS_FLYWAY_PASSWORD", external.password());
            try (ServiceProcess service = start(settings).awaitReady()) {
                assertTrue(service.said().contains(external.jdbcUrl()), service.said());
            }
            assertTrue(alive(external.processId()), "it stops nothing that is not its own");
            try (Stream<Path> files = Files.list(workingFolder)) {
                assertEquals(List.of(), files.toList());
            }
        }
        DatabaseFolders.delete(elsewhere.getParent());
    }

    @Test
    void servesAnOrdinaryUser() throws Exception {
        Path home = Files.createTempDirectory("switchboard-ordinary-");
        Path itsFolder = Files.createDirectory(home.resolve("work"));
        String[] asWhom = {};
        if (root()) {
            asWhom = new String[] {"setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"};
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setAttribute(itsFolder, "unix:uid", Integer.valueOf(NOBODY));
        }
        ServiceProcess service =
                ServiceProcess.start(itsFolder, NO_SETTINGS, asWhom).awaitReady();
        long postgres = service.postgres();
        Object owner = Files.getAttribute(service.folder().resolve("postgres"), "unix:uid");
        assertEquals(owner, Files.getAttribute(Path.of("/proc", Long.toString(postgres)), "unix:uid"));
        assertFalse(Integer.valueOf(0).equals(owner));

        service.stop();

        assertGone(postgres);
        DatabaseFolders.delete(home);
    }

    private static boolean root() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean alive(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }

    private static void assertGone(long process) throws Exception {
        Deadline.seconds(5).until("PostgreSQL is gone", () -> !alive(process));
    }

    private String log() {
        return new DatabaseFolder(workingFolder.resolve("data")).lastWords();
    }

    /** As the service's own role, on the running server. */
    private void execute(String... statements) throws IOException, SQLException {
        Path folder = workingFolder.resolve("data");
        int port = PidFile.of(folder.resolve("postgres")).orElseThrow().port();
        String password = Files.readString(folder.resolve("database-password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedDatabase.NAME;
        try (var connection = DriverManager.getConnection(url, EmbeddedDatabase.NAME, password);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                assertEquals(sql.startsWith("create") ? 0 : 1, statement.executeUpdate(sql), sql);
            }
        }
    }
}

package org.switchboard.edge;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.database.EmbeddedDatabase;
import org.switchboard.testing.DatabaseFolders;
import org.switchboard.testing.ServiceProcess;

/** The packaged service in the profile for production: it starts whole or not at all. */
class ProductionIT {

    @Test
    void doesNotStartAsItIsForTryingOut(@TempDir Path folder) throws Exception {
        Path workingFolder = Files.createDirectory(folder.resolve("work"));
        Map<String, String> settings = Map.of(
                "QUARKUS_PROFILE", "production",
                "SWITCHBOARD_PUBLIC_URL", "http://switchboard.example",
                "SWITCHBOARD_SESSION_SECURE_COOKIE", "false",
                "SWITCHBOARD_SECRET_KEY", ProductionSettings.EXAMPLE_KEY,
                "SWITCHBOARD_SAMPLE", "true");
        try (ServiceProcess service = ServiceProcess.start(workingFolder, settings)) {
            assertEquals(1, service.awaitEnd());
            String said = service.said();
            assertAll(
                    () -> assertTrue(said.startsWith("The service does not start in the profile production:"), said),
                    () -> assertEquals(6, said.lines().count(), said),
                    () -> assertTrue(said.contains("\n- switchboard.public-url must"), said),
                    () -> assertTrue(said.contains("\n- switchboard.session.secure-cookie must"), said),
                    () -> assertTrue(said.contains("\n- switchboard.secret-key is the example"), said),
                    () -> assertTrue(said.contains("\n- switchboard.sample must"), said),
                    () -> assertTrue(said.contains("\n- quarkus.datasource.jdbc.url is missing"), said),
                    () -> assertFalse(said.contains(ProductionSettings.EXAMPLE_KEY), said),
                    () -> assertFalse(Files.exists(workingFolder.resolve("data")), "no database was made meanwhile"));
        }
    }

    @Test
    void startsWithAllSetAndAsksForHttps() throws Exception {
        Path elsewhere = DatabaseFolders.fresh("production");
        Path workingFolder = Files.createTempDirectory("switchboard-production-");
        try (EmbeddedDatabase database = EmbeddedDatabase.open(DatabaseFolders.settings(elsewhere))) {
            Map<String, String> settings = Map.of(
                    "QUARKUS_FLYWAY_USERNAME",
                    database.owner(),
                    "QUARKUS_FLYWAY_PASSWORD",
                    database.password(),
                    "QUARKUS_PROFILE",
                    "production",
                    "SWITCHBOARD_PUBLIC_URL",
                    "https://switchboard.example",
                    "SWITCHBOARD_SECRET_KEY",
                    "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME",
                    database.username(),
                    "QUARKUS_DATASOURCE_PASSWORD",
                    database.password());
            try (ServiceProcess service =
                    ServiceProcess.start(workingFolder, settings).awaitReady()) {
                assertEquals(
                        Optional.of("max-age=31536000"),
                        HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(URI.create(
                                                        "http://127.0.0.1:" + service.port() + "/q/health/live"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .headers()
                                .firstValue("Strict-Transport-Security"));
                assertTrue(service.said().contains("Listening on: http://0.0.0.0:"), service.said());
            }
        } finally {
            DatabaseFolders.delete(workingFolder);
            DatabaseFolders.delete(elsewhere.getParent());
        }
    }
}

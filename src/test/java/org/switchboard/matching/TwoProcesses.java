package org.switchboard.matching;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.switchboard.database.EmbeddedDatabase;
import org.switchboard.testing.DatabaseFolders;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.FirstPeople;
import org.switchboard.testing.ServiceProcess;

/** Two processes of the packaged service on one database, and what there is to match. */
public final class TwoProcesses implements AutoCloseable {

    private static final Deadline PATIENCE = Deadline.seconds(120);
    private static final List<String> STATES = List.of("KEN", "GHA", "SEN", "PER", "BOL", "NPL", "KHM", "JOR");

    private final Path databaseFolder;
    private final EmbeddedDatabase database;
    private final Path workingFolder;
    private final ServiceProcess[] services = new ServiceProcess[2];
    private final String token;

    public TwoProcesses() throws Exception {
        databaseFolder = DatabaseFolders.fresh("takeover");
        database = EmbeddedDatabase.open(DatabaseFolders.settings(databaseFolder));
        workingFolder = Files.createTempDirectory("switchboard-takeover-");
        services[0] = start().awaitReady();
        services[1] = start();
        token = FirstPeople.expertToken(services[0]);
        send("needs", needs());
        send("offers", offers());
    }

    private ServiceProcess start() throws IOException {
        return ServiceProcess.start(
                Files.createTempDirectory(workingFolder, "process-"),
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", database.username(),
                        "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                        "QUARKUS_FLYWAY_USERNAME", database.owner(),
                        "QUARKUS_FLYWAY_PASSWORD", database.password(),
                        "SWITCHBOARD_SECRET_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="));
    }

    /** Both, whatever became of them before. */
    public void bothReady() throws Exception {
        for (int i = 0; i < services.length; i++) {
            if (!services[i].process().isAlive()) {
                services[i] = start();
            }
        }
        services[0].awaitReady();
        services[1].awaitReady();
    }

    /** Begins to start again what has ended, while there is something else to do. */
    public void restart() throws IOException {
        for (int i = 0; i < services.length; i++) {
            if (!services[i].process().isAlive()) {
                services[i] = start();
            }
        }
    }

    public ServiceProcess any() {
        return services[0];
    }

    /** The one that solves this run; waits until it has stored a plan. */
    public ServiceProcess solving(String run) throws Exception {
        PATIENCE.until("a plan of run " + run + " is stored", () -> value(
                        "select count(*) from run_checkpoint where run_id = ?::uuid and level1 > 0", run)
                .equals("1"));
        String who = value("select picked_by from scheduled_tasks where task_instance = ?", run);
        for (ServiceProcess service : services) {
            if (who.endsWith("/" + service.process().pid())) {
                return service;
            }
        }
        throw new AssertionError("solved by " + who);
    }

    public ServiceProcess otherThan(ServiceProcess one) {
        return services[0].equals(one) ? services[1] : services[0];
    }

    String token() {
        return token;
    }

    public RequestSpecification asks(ServiceProcess service) {
        return given().port(service.port()).header("Authorization", "Bearer " + token);
    }

    public String run(Map<String, Object> asked) {
        return asks(any())
                .contentType("application/json")
                .body(asked)
                .post("/api/v1/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public JsonPath view(ServiceProcess service, String run) {
        return asks(service)
                .get("/api/v1/runs/" + run)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    byte[] file(ServiceProcess service, String run, String name) {
        return asks(service)
                .get("/api/v1/runs/" + run + "/" + name)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** One value as the service itself sees it when it works for nobody in particular. */
    public String value(String sql, Object... values) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            try (Statement role = connection.createStatement()) {
                role.execute("set role switchboard_worker");
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                ResultSet rows = statement.executeQuery();
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        }
    }

    /** STOP freezes a process, CONT lets it go on. */
    static void signal(String name, ServiceProcess service) throws Exception {
        int said = new ProcessBuilder(
                        "kill", "-" + name, Long.toString(service.process().pid()))
                .start()
                .waitFor();
        if (said != 0) {
            throw new AssertionError("kill -" + name + " said " + said);
        }
    }

    private void send(String kind, String csv) {
        asks(services[0])
                .contentType("text/csv")
                .body(csv)
                .post("/api/v1/imports/" + kind)
                .then()
                .statusCode(200);
    }

    private static String needs() {
        StringBuilder csv =
                new StringBuilder("reference,state,theme,stage,kind,title,cost_usd,tranches,partial_ok,from,to\n");
        for (int i = 0; i < 240; i++) {
            csv.append("N-%d,%s,FIN,B,TRAINING,Training %d,%d,%d,%s,2030-01-01,2030-12-31\n"
                    .formatted(i, STATES.get(i % STATES.size()), i, 40_000 + 7_001 * (i % 37), 1 << i % 3, i % 2 == 0));
        }
        return csv.toString();
    }

    private static String offers() {
        StringBuilder csv = new StringBuilder("reference,provider,provider_name,provider_type,title,themes,budget_usd,"
                + "ceiling_usd,max_needs,per_state_cap_usd,languages,from,to\n");
        for (int i = 0; i < 30; i++) {
            csv.append("O-%d,P%d,Provider %d,ORGANIZATION,Help %d,FIN,%d,%d,%d,%d,en fr es ar,2029-07-01,2031-12-31\n"
                    .formatted(i, i, i, i, 300_000 + 11_003 * i, 90_000 + 9_001 * i, 3 + i % 5, 200_000 + 5_000 * i));
        }
        return csv.toString();
    }

    @Override
    public void close() throws Exception {
        for (ServiceProcess service : services) {
            service.close();
        }
        database.close();
        DatabaseFolders.delete(databaseFolder.getParent());
        DatabaseFolders.delete(workingFolder);
    }
}

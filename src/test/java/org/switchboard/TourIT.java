package org.switchboard;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.switchboard.testing.DatabaseFolders;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.FirstPeople;
import org.switchboard.testing.ServiceProcess;

/** What a new user does with the packaged service in the first half hour, as the README tells it. */
class TourIT {

    private static final int PATIENCE_SECONDS = 60;

    private static final String NEEDS = """
            reference,state,theme,stage,kind,title,cost_usd,tranches,partial_ok,priority,languages,from,to,audience
            T-1,KEN,FIN,B,TRAINING,Training of analysts,400000,4,true,critical,en,2030-01-01,2030-12-31,public
            T-2,TZA,FIN,B,TRAINING,Training of supervisors,300000,1,false,high,en,2030-01-01,2030-12-31,public
            T-3,MNG,WMD,B,EQUIPMENT,Detection equipment,500000,1,false,high,ru,2030-01-01,2030-12-31,public
            """;

    private static final String OFFERS = """
            reference,provider,provider_name,provider_type,title,themes,kinds,regions,budget_usd,languages,from,to,audience
            T-A,FUND,A Fund,ORGANIZATION,Training in Eastern Africa,FIN,TRAINING,014,600000,en,2029-07-01,2031-12-31,public
            """;

    private Path workingFolder;

    /** Of an expert, as soon as there is one. */
    private String token;

    @BeforeEach
    void freshFolder(TestInfo test) throws IOException {
        workingFolder = DatabaseFolders.fresh(test.getTestMethod().orElseThrow().getName())
                .getParent();
    }

    @AfterEach
    void giveSpaceBack() throws IOException {
        DatabaseFolders.delete(workingFolder);
    }

    private ServiceProcess start(Map<String, String> settings) throws Exception {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put(
                "SWITCHBOARD_DATABASE_BINARIES_FOLDER",
                DatabaseFolders.binaries().toString());
        return ServiceProcess.start(workingFolder, environment).awaitReady();
    }

    @Test
    void aNewcomerSeesASolvedSampleThenMatchesFilesOfTheirOwn() throws Exception {
        try (ServiceProcess service = start(Map.of())) {
            token = sampleToken("ADMINISTRATOR");
            assertEquals(
                    403,
                    given().port(service.port())
                            .header("Authorization", "Bearer " + token)
                            .get("/api/v1/runs")
                            .statusCode());
            assertEquals(
                    Set.of("ZMB"),
                    Set.copyOf(as(sampleToken("FOCAL_POINT"), service)
                            .get("/api/v1/requests")
                            .jsonPath()
                            .getList("items.state")));
            token = sampleToken("EXPERT");
            JsonPath sampleRun = solved(service, "/api/v1/runs?sort=-created", "items[0].");
            assertTrue(sampleRun.getBoolean("items[0].sample"));
            JsonPath sample = get(service, "/api/v1/matrix");
            assertAll(
                    () -> assertTrue(sample.getBoolean("sample")),
                    () -> assertEquals(400, sample.getInt("total.needs")),
                    () -> assertEquals(80, sample.getInt("total.offers")),
                    () -> assertTrue(sample.getInt("total.proposedNeeds") > 100, "most needs find help"),
                    () -> assertEquals(sample.getLong("total.askedUsd"), sample.getLong("total.unmetUsd")));

            removeSample(service);
            assertEquals(401, as(token, service).get("/api/v1/runs").statusCode(), "the sample's people went with it");
            token = FirstPeople.expertToken(service);
            assertEquals(0, importFiles(service));
            assertEquals(0, importFiles(service), "the same files again change nothing");

            JsonPath before = get(service, "/api/v1/matrix?rows=subregion");
            assertEquals(3, before.getInt("total.needs"));
            assertEquals(0, before.getInt("total.proposedNeeds"));

            String run = as(token, service)
                    .contentType(ContentType.JSON)
                    .body("{\"limitSeconds\": 2, \"seed\": 7}")
                    .post("/api/v1/runs")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            JsonPath ended = solved(service, "/api/v1/runs/" + run, "");
            assertEquals(3, ended.getInt("result.needs"));

            JsonPath plan = get(service, "/api/v1/runs/" + run + "/plan");
            assertAll(
                    () -> assertEquals(
                            List.of("T-1", "T-2"),
                            plan.getList("rows.need.reference").stream()
                                    .distinct()
                                    .sorted()
                                    .toList()),
                    () -> assertTrue(plan.getLong("total.plannedUsd") <= 600_000, "within the budget"),
                    () -> assertEquals("T-3", plan.getString("unmet[0].need.reference")),
                    () -> assertFalse(plan.getBoolean("unmet[0].hadCandidates")));

            JsonPath after = get(service, "/api/v1/matrix?rows=subregion");
            assertEquals(run, after.getString("proposedBy"));
            assertEquals(plan.getLong("total.plannedUsd"), after.getLong("total.proposedUsd"));
        }
    }

    @Test
    void whatWasAcknowledgedOutlivesAKillAndARunThatWasCutOffGoesOn() throws Exception {
        String run;
        try (ServiceProcess service = start(Map.of("SWITCHBOARD_SAMPLE", "false"))) {
            token = FirstPeople.expertToken(service);
            assertEquals(0, get(service, "/api/v1/matrix").getInt("total.needs"), "no sample where none is wanted");
            assertEquals(0, importFiles(service));
            run = as(token, service)
                    .contentType(ContentType.JSON)
                    .body("{\"limitSeconds\": 600}")
                    .post("/api/v1/runs")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            Deadline.seconds(PATIENCE_SECONDS).until("the run solves", () -> !get(service, "/api/v1/runs/" + run)
                    .getString("status")
                    .equals("QUEUED"));
            service.kill();
        }
        try (ServiceProcess service = start(Map.of("SWITCHBOARD_SAMPLE", "false"))) {
            assertEquals(3, get(service, "/api/v1/matrix").getInt("total.needs"));
            Deadline.seconds(PATIENCE_SECONDS)
                    .until("the run is solved after all", () -> get(service, "/api/v1/runs/" + run)
                            .getString("status")
                            .equals("SOLVED"));
        }
    }

    @Test
    void theCommandLineSaysWhatIsWrongWithAFile() throws Exception {
        try (ServiceProcess service = start(Map.of("SWITCHBOARD_SAMPLE", "false"))) {
            Path bad = Files.writeString(workingFolder.resolve("bad.csv"), NEEDS.replace("KEN,FIN", "KEN,NOTHING"));
            Outcome unknown = command("import", bad.toString(), "--url", "http://127.0.0.1:" + service.port());
            assertEquals(2, unknown.code());
            assertTrue(unknown.said().contains("SWITCHBOARD_TOKEN"), unknown.said());
            token = FirstPeople.expertToken(service);
            Outcome refused = command("import", bad.toString(), "--url", "http://127.0.0.1:" + service.port());
            assertAll(
                    () -> assertEquals(1, refused.code()),
                    () -> assertTrue(refused.said().contains("row 2, theme 'NOTHING'"), refused.said()),
                    () -> assertFalse(refused.said().contains("Exception"), refused.said()));
            assertEquals(0, get(service, "/api/v1/matrix").getInt("total.needs"), "nothing was left behind");

            Outcome skipped =
                    command("import", bad.toString(), "--skip", "--url", "http://127.0.0.1:" + service.port());
            assertEquals(0, skipped.code());
            assertTrue(skipped.said().contains("3 needs, 2 new, 0 changed, 0 unchanged, 1 rejected"), skipped.said());
        }
        Outcome nobody = command("import", workingFolder.resolve("bad.csv").toString(), "--url", "http://127.0.0.1:1");
        assertEquals(2, nobody.code());
        assertTrue(nobody.said().contains("Is it running?"), nobody.said());
        assertEquals(2, command("import", "absent.csv").code());
        assertNotEquals(0, command("imprt", "needs.csv").code(), "a mistyped command does not start a service");
    }

    private String sampleToken(String role) throws IOException {
        return Files.readAllLines(workingFolder.resolve("data").resolve("sample-tokens")).stream()
                .filter(line -> line.startsWith(role + "="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
    }

    private static RequestSpecification as(String token, ServiceProcess service) {
        return given().port(service.port()).header("Authorization", "Bearer " + token);
    }

    private record Outcome(int code, String said) {}

    private Outcome command(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar")
                        .toAbsolutePath()
                        .toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workingFolder.toFile()).redirectErrorStream(true);
        if (token != null) {
            builder.environment().put("SWITCHBOARD_TOKEN", token);
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), said);
        return new Outcome(process.exitValue(), said);
    }

    private int importFiles(ServiceProcess service) throws Exception {
        Path needs = Files.writeString(workingFolder.resolve("needs.csv"), NEEDS);
        Path offers = Files.writeString(workingFolder.resolve("offers.csv"), OFFERS);
        return command("import", needs.toString(), offers.toString(), "--url", "http://127.0.0.1:" + service.port())
                .code();
    }

    private void removeSample(ServiceProcess service) {
        JsonPath removed = as(token, service)
                .delete("/api/v1/sample")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(400, removed.getInt("needs"));
        assertEquals(80, removed.getInt("offers"));
        // the token went with the sample, and the matrix is for everyone
        JsonPath empty = given().port(service.port())
                .get("/api/v1/matrix")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertFalse(empty.getBoolean("sample"));
        assertEquals(0, empty.getInt("total.needs"));
        assertEquals(0, empty.getInt("total.offers"));
    }

    private JsonPath solved(ServiceProcess service, String path, String prefix) throws Exception {
        Deadline.seconds(PATIENCE_SECONDS).until("the run is solved", () -> "SOLVED"
                .equals(get(service, path).getString(prefix + "status")));
        return get(service, path);
    }

    private JsonPath get(ServiceProcess service, String path) {
        return as(token, service)
                .accept(ContentType.JSON)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

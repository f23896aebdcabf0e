package org.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.matching.engine.file.ProblemFile;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.JarCommand;

/** The packaged jar on files: neither a database nor a server comes into being, and nothing is said beside the outcome. */
class CommandIT {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int BAD_INPUT = 2;

    @TempDir
    private Path folder;

    @TempDir
    private Path logs;

    private Problem problem;

    @BeforeEach
    void writeAProblem() throws IOException {
        problem = RandomProblems.feasible(5, 200, 40);
        try (OutputStream out = Files.newOutputStream(folder.resolve("problem.json"))) {
            ProblemFile.write(problem, out);
        }
    }

    @Test
    void solvesAndVerifies() throws Exception {
        String summary = says(
                DONE, "solve", "problem.json", "--out", "plan.json", "--certificate", "cert.json", "--steps", "5000");
        Plan plan = plan();
        assertEquals(1, summary.lines().count(), summary);
        assertTrue(
                summary.startsWith("level 1 "
                        + String.format(Locale.ROOT, "%,d", plan.figures().level1())),
                summary);
        assertEquals(List.of("cert.json", "plan.json", "problem.json"), files());

        String verdict = says(DONE, "verify", "problem.json", "plan.json", "--certificate", "cert.json");
        assertEquals("rules: all kept", verdict.lines().findFirst().orElseThrow());
        assertTrue(verdict.contains("proven by the certificate"), verdict);
    }

    @Test
    void aBrokenPlanIsRefused() throws Exception {
        Files.writeString(folder.resolve("plan.json"), "[[0,0,4],[0,0,4]]");

        String verdict = says(REFUSED, "verify", "problem.json", "plan.json");

        assertTrue(verdict.contains("times broken"), verdict);
    }

    @Test
    void badInputIsToldInOneLine() throws Exception {
        String text = Files.readString(folder.resolve("problem.json"));
        Files.writeString(folder.resolve("problem.json"), text.substring(0, text.length() / 2));

        try (JarCommand command = JarCommand.start(folder, logs, "solve", "problem.json", "--out", "plan.json")) {
            assertEquals(BAD_INPUT, command.awaitExit());
            assertEquals("", command.said());
            assertEquals(1, command.complained().lines().count(), command.complained());
            assertTrue(command.complained().contains("the file ends too early"), command.complained());
        }
        assertEquals(List.of("problem.json"), files());
    }

    @Test
    void toldToEndItKeepsTheBestPlanSoFar() throws Exception {
        try (JarCommand command =
                JarCommand.start(folder, logs, "solve", "problem.json", "--out", "plan.json", "--seconds", "3600")) {
            Deadline.seconds(60).until("the search begins", () -> files().size() > 1);
            command.process().destroy();
            command.awaitExit();
            assertEquals("", command.complained());
            assertEquals(1, command.said().lines().count(), command.said());
        }
        assertTrue(plan().figures().feasible());
        assertEquals(List.of("plan.json", "problem.json"), files(), "no draft is left behind");
    }

    private String says(int exit, String... words) throws Exception {
        try (JarCommand command = JarCommand.start(folder, logs, words)) {
            assertEquals(exit, command.awaitExit(), command.complained());
            assertEquals("", command.complained());
            return command.said();
        }
    }

    private Plan plan() throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve("plan.json"))) {
            return Plan.of(problem, PlanFile.read(in));
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

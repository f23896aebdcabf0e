package org.switchboard.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.matching.engine.Altered;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.matching.engine.file.ProblemFile;
import org.switchboard.matching.engine.search.RunningStopwatch;

class SolveCommandTest {

    @TempDir
    private Path folder;

    private Path problemFile;
    private Path planFile;
    private Path certificateFile;
    private Problem problem;

    @BeforeEach
    void writeAProblem() throws IOException {
        problem = RandomProblems.feasible(3, 40, 12);
        problemFile = folder.resolve("problem.json");
        planFile = folder.resolve("plan.json");
        certificateFile = folder.resolve("cert.json");
        try (OutputStream out = Files.newOutputStream(problemFile)) {
            ProblemFile.write(problem, out);
        }
    }

    @Test
    void writesThePlanAndItsCertificateAndSaysInOneLineWhatTheyAreWorth() throws IOException {
        Ran ran = solve("--steps", "5000", "--seed", "7", "--certificate", certificateFile.toString());

        assertEquals("", ran.err());
        assertEquals(Command.DONE, ran.exit());
        Plan plan = Plan.of(problem, plan());
        Certificate certificate = certificate();
        assertTrue(plan.figures().feasible());
        assertEquals(1, ran.out().lines().count(), ran::out);
        assertAll(Stream.of(
                        "level 1 " + plan.figures().level1(),
                        "bound " + certificate.bound(),
                        " % of the best possible",
                        "level 2 " + plan.figures().level2(),
                        served(plan) + " of 40 needs served",
                        "seed 7",
                        "threads 2")
                .map(words -> () -> assertTrue(
                        ran.out().replace(",", "").contains(words.replace(",", "")),
                        () -> "no '" + words + "' in " + ran.out())));
        assertEquals(3, filesInFolder(), "no draft is left behind");
    }

    @Test
    void saysTheSameAsAJsonObject() throws IOException {
        Ran ran = solve("--steps", "5000", "--threads", "1", "--json", "--certificate", certificateFile.toString());

        JsonNode json = new ObjectMapper().readTree(ran.out());
        Plan plan = Plan.of(problem, plan());
        assertEquals(1, ran.out().lines().count(), ran::out);
        assertEquals(plan.figures().level1(), json.get("level1").asLong());
        assertEquals(plan.figures().level2(), json.get("level2").asLong());
        assertEquals(certificate().bound(), json.get("bound").asLong());
        assertEquals(served(plan), json.get("needsServed").asLong());
        assertEquals(40, json.get("needs").asLong());
        assertEquals(plan.rows().size(), json.get("rows").asLong());
        assertEquals(1, json.get("threads").asInt());
        assertEquals(1, json.get("seed").asInt());
        assertTrue(json.get("steps").asLong() >= 5000);
        assertEquals("STEPS", json.get("endedBy").asText());
        assertTrue(json.get("gapPercent").asDouble() >= 0);
        assertEquals(certificateFile.toString(), json.get("certificate").asText());
    }

    @Test
    void theSameStepsAndSeedGiveTheSameFile() throws IOException {
        solve("--steps", "3000", "--seed", "5");
        String first = Files.readString(planFile);

        solve("--steps", "3000", "--seed", "5");

        assertEquals(first, Files.readString(planFile));
    }

    @Test
    void aSearchThatTimeHasEndedIsRepeatedByItsLapsAndSteps() throws IOException {
        Ran timed = Ran.of(new SolveCommand(
                List.of(problemFile.toString(), "--out", planFile.toString(), "--seconds", "1", "--json"),
                false,
                new RunningStopwatch()));
        JsonNode json = new ObjectMapper().readTree(timed.out());
        String first = Files.readString(planFile);
        String laps = StreamSupport.stream(json.get("laps").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));

        Ran repeated = solve("--steps", json.get("steps").asText(), "--laps", laps, "--json");

        assertEquals("", repeated.err());
        assertEquals(first, Files.readString(planFile));
        assertEquals(
                json.get("steps"), new ObjectMapper().readTree(repeated.out()).get("steps"));
    }

    @Test
    void aWarmSearchStaysNearThePreviousPlanAndTakesPricesThatAreThere() throws IOException {
        solve("--steps", "5000", "--certificate", certificateFile.toString());
        Path changed = folder.resolve("changed.json");
        try (OutputStream out = Files.newOutputStream(changed)) {
            ProblemFile.write(Altered.withPrevious(problem, plan()), out);
        }
        Set<PlanRow> before = Set.copyOf(plan());

        Ran ran = Ran.of(
                "solve",
                changed.toString(),
                "--out",
                planFile.toString(),
                "--steps",
                "2000",
                "--warm",
                "--start-prices",
                certificateFile.toString(),
                "--most-changed",
                "3");

        assertEquals("", ran.err());
        long changes = plan().stream().filter(row -> !before.contains(row)).count();
        assertTrue(changes <= 3, () -> changes + " rows are new");
    }

    @Test
    void showsProgressOnOneLineOnlyIfSomebodyIsWatching() {
        List<String> words = List.of(problemFile.toString(), "--out", planFile.toString(), "--steps", "5000");

        Ran watched = Ran.of(new SolveCommand(words, true, new RunningStopwatch()));
        Ran unwatched = Ran.of(new SolveCommand(words, false, new RunningStopwatch()));

        assertTrue(watched.err().contains("best ") && watched.err().contains("  gap "), watched::err);
        assertFalse(watched.err().contains("\n"), watched::err);
        assertTrue(watched.err().endsWith(" \r"), "the line is left empty");
        assertEquals("", unwatched.err());
        assertEquals(1, watched.out().lines().count());
    }

    @Test
    void aPlanThatIsThereStaysIfTheProblemIsBad() throws IOException {
        Files.writeString(planFile, "mine");
        Files.writeString(problemFile, "{");

        assertEquals(Command.BAD_INPUT, solve("--steps", "10").exit());

        assertEquals("mine", Files.readString(planFile));
        assertEquals(2, filesInFolder());
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsToldBeforeTheSearch() throws IOException {
        Path nowhere = folder.resolve("none").resolve("plan.json");
        String forYears = "10000000";

        Ran ran = Ran.of("solve", problemFile.toString(), "--out", nowhere.toString(), "--seconds", forYears);
        assertEquals(Command.BAD_INPUT, ran.exit());
        assertTrue(ran.err().contains(nowhere + " cannot be written"), ran::err);

        Ran second = solve("--seconds", forYears, "--certificate", folder.toString());
        assertEquals(Command.BAD_INPUT, second.exit());
        assertTrue(second.err().contains(folder + " cannot be written: it is no file"), second::err);
        assertEquals(1, filesInFolder(), "the draft of the plan is gone too");
    }

    @Test
    void aProblemThatPinsOverUseIsSolvedAndSaysSo() throws IOException {
        try (OutputStream out = Files.newOutputStream(problemFile)) {
            ProblemFile.write(RandomProblems.overUsed(1, 60, 15), out);
        }

        Ran ran = solve("--steps", "2000");

        assertEquals(Command.DONE, ran.exit());
        assertTrue(ran.out().contains("pinned rows alone break "), ran::out);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            --seconds 0        | --seconds wants a whole number from 1 to
            --seconds 1.5      | not '1.5'
            --steps -3         | --steps wants a whole number from 1 on
            --steps            | --steps wants a value
            --unimproved x     | --unimproved wants
            --gap 101          | --gap wants per cent from 0 to 100
            --gap NaN          | --gap wants per cent
            --seed 1e3         | --seed wants a whole number
            --laps 3,2         | --laps wants at most 20 rising whole numbers
            --laps 3,x         | not '3,x'
            --threads 3        | --threads wants a whole number from 1 to 2
            --seed 1 --seed 2  | --seed is given twice
            --fast             | '--fast' is not known
            another.json       | solve wants one problem file
            """)
    void saysWhichWordIsWrong(String words, String message) throws IOException {
        Ran ran = solve(words.split(" "));

        assertEquals(Command.BAD_INPUT, ran.exit());
        assertTrue(ran.err().lines().findFirst().orElseThrow().contains(message), ran::err);
        assertTrue(ran.err().contains("usage: solve"), ran::err);
        assertEquals("", ran.out());
        assertEquals(1, filesInFolder());
    }

    @Test
    void wantsFilesAndNeverWritesOneOverAnother() {
        assertTrue(Ran.of("solve", "--out", "x").err().startsWith("solve wants one problem file"));
        assertTrue(Ran.of("solve", "problem.json").err().startsWith("solve wants --out"));
        assertTrue(Ran.of("solve", problemFile.toString(), "--out", folder + "/./problem.json")
                .err()
                .contains("must be different ones"));
        assertTrue(solve("--certificate", planFile.toString()).err().contains("must be different ones"));
        String missing = folder.resolve("missing.json").toString();
        assertEquals(
                "There is no file " + missing + ".\n",
                Ran.of("solve", missing, "--out", "x").err());
    }

    private Ran solve(String... options) {
        List<String> words = Stream.concat(
                        Stream.of("solve", problemFile.toString(), "--out", planFile.toString()), Stream.of(options))
                .toList();
        return Ran.of(words.toArray(String[]::new));
    }

    private List<PlanRow> plan() throws IOException {
        try (InputStream in = Files.newInputStream(planFile)) {
            return PlanFile.read(in);
        }
    }

    private Certificate certificate() throws IOException {
        try (InputStream in = Files.newInputStream(certificateFile)) {
            return CertificateFile.read(in, problem);
        }
    }

    private static long served(Plan plan) {
        return plan.rows().stream().mapToInt(PlanRow::need).distinct().count();
    }

    private long filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}

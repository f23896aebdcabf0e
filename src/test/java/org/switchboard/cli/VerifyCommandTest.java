package org.switchboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.Multipliers;
import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.file.ProblemFile;

class VerifyCommandTest {

    @TempDir
    private Path folder;

    private Problem problem;

    /**
     * One State that absorbs two needs at a time and four needs of 400 dollars, the last pinned to an offer whose budget it
     * alone exceeds or, in other tests, does not.
     */
    @BeforeEach
    void writeAProblem() throws IOException {
        problem = draft().pinned(3, 2, 1).build();
        write(problem);
    }

    private static ProblemDraft draft() {
        return new ProblemDraft()
                .state(2, 1_000, 1_000)
                .need(0, 400, 4, 1, 0, 0, true)
                .need(0, 400, 2, 1, 0, 0, false)
                .need(0, 400, 1, 1, 0, 0, false)
                .need(0, 400, 1, 1, 1, 1, false)
                .offer(800, 150, 400, 2, 500)
                .offer(300, 0, 400, 9, 400)
                .offer(400, 0, 400, 9, 400)
                .candidate(0, 0, 50)
                .candidate(0, 1, 40)
                .candidate(1, 0, 50)
                .candidate(1, 1, 50)
                .candidate(2, 0, 50)
                .candidate(3, 1, 50)
                .candidate(3, 2, 50);
    }

    private void write(Problem written) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("problem.json"))) {
            ProblemFile.write(written, out);
        }
    }

    @Test
    void aPlanThatKeepsTheRulesIsToldWithBothLevels() throws IOException {
        Ran ran = verify("[[0,0,2],[0,1,1],[3,2,1]]");

        assertEquals("", ran.err());
        assertEquals(Command.DONE, ran.exit());
        // quarters: 3 and 4 of weight 1, at slope 10; fit 2·50 + 40 + 4·50, less 40 for the second offer
        assertEquals(
                List.of("rules: all kept", "level 1 70; level 2 300; 2 of 4 needs served"),
                ran.out().lines().toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[2,1,1],[3,2,1]]                 | pair is a candidate: need 2 with offer 1 is not one of the candidates
            [[77,5,1],[3,2,1]]                | pair is a candidate: need 77 with offer 5 is not one of the candidates
            [[0,0,2],[0,0,2],[3,2,1]]         | pair is listed once: need 0 with offer 0 is listed 2 times
            [[0,0,4],[0,1,1],[3,2,1]]         | need is not over covered: need 0 gets 5 parts and has 4
            [[1,1,1],[3,2,1]]                 | need is covered wholly unless partial cover helps: need 1 gets 1 of its 2 parts
            [[0,0,1],[3,2,1]]                 | match reaches the floor: need 0 with offer 0 holds 100 dollars, the least is 150
            [[0,0,5],[3,2,1]]                 | match stays under the ceiling: need 0 with offer 0 holds 500 dollars, the most is 400
            [[0,1,4],[3,2,1]]                 | offer budget is not exceeded: offer 1 holds 400 dollars, the most is 300
            [[0,0,2],[1,0,2],[3,2,1]]         | offer State cap is not exceeded: offer 0 in State 0 holds 600 dollars, the most is 500
            [[0,0,2],[1,0,2],[2,0,1],[3,2,1]] | offer serves no more needs than it may: offer 0 serves 3 needs, the most is 2
            [[0,0,2],[1,0,2],[2,0,1],[3,2,1]] | State absorbs its needs at any time: State 0 in period 0 serves 3 needs, the most is 2
            [[0,0,2]]                         | pinned row stands: need 3 with offer 2 must stand with 1 parts and does not
            """)
    void everyBrokenRuleIsToldInWords(String plan, String breach) throws IOException {
        Ran ran = verify(plan);

        assertEquals(Command.REFUSED, ran.exit());
        assertTrue(ran.out().lines().anyMatch(line -> line.equals("  " + breach)), ran::out);
    }

    @Test
    void everyBrokenRuleIsInTheJsonToo() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(verify("[[0,1,4],[3,2,1]]", "--json").out());

        assertFalse(json.get("holds").asBoolean());
        assertEquals(80, json.get("level1").asLong());
        assertEquals(1, json.get("breaches").size());
        assertEquals(new ObjectMapper().readTree("""
                                {"rule":"offer budget is not exceeded","where":"offer 1","found":400,"limit":300,"byPinsAlone":false}
                                """), json.get("breaches").get(0));
    }

    @Test
    void whatPinnedRowsAloneBreakIsBrokenAllTheSameAndMarked() throws IOException {
        problem = draft().pinned(3, 1, 1).build();
        write(problem);

        Ran ran = verify("[[3,1,1]]");

        assertEquals(Command.REFUSED, ran.exit());
        assertTrue(
                ran.out()
                        .contains(
                                "offer budget is not exceeded: offer 1 holds 400 dollars, the most is 300 (by the pinned rows alone)"),
                ran::out);
    }

    @Test
    void aBoundIsBelievedOnlyAsFarAsItsPricesProveIt() throws IOException {
        // without prices: 4 needs of 40 points
        String plan = "[[0,0,2],[0,1,1],[3,2,1]]";
        Path honest = certificate(160, new Multipliers(problem, 10));
        Path modest = certificate(170, new Multipliers(problem, 10));
        Path boasting = certificate(150, new Multipliers(problem, 10));

        Ran proven = verify(plan, "--certificate", honest.toString());
        assertEquals(Command.DONE, proven.exit());
        assertTrue(
                proven.out().contains("bound 160, proven by the certificate: at least 43.7 % of the best possible"),
                proven::out);
        Ran better = verify(plan, "--certificate", modest.toString());
        assertEquals(Command.DONE, better.exit());
        assertTrue(better.out().contains("bound 160, proven"), better::out);
        Ran refused = verify(plan, "--certificate", boasting.toString());
        assertEquals(Command.REFUSED, refused.exit());
        assertTrue(
                refused.out()
                        .contains(
                                "bound: the certificate claims 150 and proves only 160: at least 43.7 % of the best possible"),
                refused::out);

        JsonNode json = new ObjectMapper()
                .readTree(verify(plan, "--json", "--certificate", boasting.toString())
                        .out());
        assertFalse(json.get("holds").asBoolean());
        assertEquals(150, json.get("claimedBound").asLong());
        assertEquals(160, json.get("provenBound").asLong());
        assertEquals("56.25", json.get("gapPercent").asText());
    }

    @Test
    void aPlanThatReachesTheBoundIsTheBestPossible() throws IOException {
        problem = new ProblemDraft()
                .state(1, 1_000, 1_000)
                .need(400, 1, 1, false)
                .need(400, 1, 1, false)
                .offer()
                .allCandidates(50)
                .build();
        write(problem);
        Multipliers prices = new Multipliers(problem, 1);
        prices.setAbsorption(0, 0, 40);

        Ran ran = verify("[[1,0,1]]", "--certificate", certificate(40, prices).toString());

        assertEquals(Command.DONE, ran.exit());
        assertTrue(ran.out().contains("bound 40, proven by the certificate: the best possible"), ran::out);
    }

    @Test
    void wantsTwoFiles() {
        Ran ran = Ran.of("verify", "problem.json");

        assertEquals(Command.BAD_INPUT, ran.exit());
        assertTrue(ran.err().startsWith("verify wants a problem file and a plan file.\nusage: verify"), ran::err);
    }

    private Path certificate(long bound, Multipliers prices) throws IOException {
        Path file = folder.resolve("cert-" + bound + ".json");
        try (OutputStream out = Files.newOutputStream(file)) {
            CertificateFile.write(new Certificate(bound, prices), problem, out);
        }
        return file;
    }

    private Ran verify(String plan, String... options) throws IOException {
        Path planFile = folder.resolve("plan.json");
        Files.writeString(planFile, plan);
        return Ran.of(Stream.concat(
                        Stream.of("verify", folder.resolve("problem.json").toString(), planFile.toString()),
                        Stream.of(options))
                .toArray(String[]::new));
    }
}

package org.switchboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

/** Whatever is wrong in a file: exit code 2, one line that says what and where, nothing written. */
class BadFilesTest {

    private static final Problem PROBLEM = new ProblemDraft()
            .periods(8)
            .state(2, 45, 90)
            .need(800, 2, 8, true)
            .need(400, 4, 2, false)
            .offer(1_000, 0, 500, 3, 700)
            .offer(1_000, 5, 600, 3, 700)
            .candidate(0, 0, 60)
            .candidate(0, 1, 70)
            .candidate(1, 0, 50)
            .previous(0, 1, 2)
            .pinned(1, 0, 1)
            .build();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "format":"assist-match/1"    | "format":"assist-match/9"         | format
            "format":"assist-match/1"    | "format":1                        | format
            "format":"assist-match/1"    | "form":"assist-match/1"           | file
            "periods":8                  | "periods":0                       | periods
            "periods":8                  | "periods":2000000000              | periods
            "periods":8                  | "periods":8.0                     | periods
            "periods":8                  | "periods":"8"                     | periods
            "slopes":[10,6,3]            | "slopes":[10,6]                   | slopes
            "slopes":[10,6,3]            | "slopes":[3,6,10]                 | slopes
            "slopes":[10,6,3]            | "slopes":[10,6,-3]                | slopes
            "slopes":[10,6,3]            | "slopes":[10,6,1e400]             | slopes
            "fragPenalty":40             | "fragPenalty":-40                 | fragPenalty
            "fragPenalty":40             | "fragPenalty":NaN                 | fragPenalty
            "fragPenalty":40             | "fragPenalty":9000000000000000000 | problem
            "changePenalty":20           | "changePenalty":-1                | changePenalty
            "nStates":1                  | "nStates":2000000000              | states
            "nNeeds":2                   | "nNeeds":2000000000               | needs
            "nNeeds":2                   | "nNeeds":-2                       | nNeeds
            "nNeeds":2                   | "nNeeds":3000000000               | nNeeds
            "nNeeds":2                   | "nNeeds":1                        | needs[1].id
            "nOffers":2                  | "nOffers":2000000000              | offers
            "nOffers":2                  | "n":2                             | offers
            {"id":1,"state":0            | {"id":0,"state":0                 | needs[1].id
            {"id":1,"state":0            | {"id":7,"state":0                 | needs[1].id
            {"id":1,"state":0            | {"id":1,"state":1                 | needs[1].state
            {"id":1,"state":0            | {"id":1,"state":-1                | needs[1]
            {"id":1,"state":0            | {"id":1,"id":1,"state":0          | needs[1].id
            "cost":800                   | "cost":-800                       | needs[0]
            "cost":800                   | "cost":0                          | needs[0]
            "cost":800                   | "cost":801                        | needs[0]
            "cost":800                   | "cost":800.5                      | needs[0].cost
            "cost":800                   | "cost":"800"                      | needs[0].cost
            "cost":800                   | "cost":null                       | needs[0].cost
            "cost":800                   | "cost":9223372036854775806        | problem
            "cost":800                   | "cost":9223372036854775808        | needs[0].cost
            "cost":800                   | "cost":99999999999999999999999999 | needs[0].cost
            "cost":800                   | "cost":Infinity                   | needs[0].cost
            "tranches":2                 | "tranches":3                      | needs[0]
            "weight":8                   | "weight":-8                       | needs[0]
            "weight":8                   | "weight":4000000000000000000      | problem
            "stage":"A"                  | "stage":"AB"                      | needs[0].stage
            "stage":"A"                  | "stage":""                        | needs[0].stage
            "partialOk":true             | "partialOk":"yes"                 | needs[0].partialOk
            "partialOk":true,            | ``                                | needs[0].partialOk
            "to":1                       | "to":8                            | needs[0].to
            "from":0                     | "from":5                          | needs[0]
            "from":0                     | "from":-1                         | needs[0]
            "langs":[0]                  | "langs":[0                        | needs[0].langs
            "langs":[0]                  | "langs":{}                        | needs[0].langs
            "langs":[0]                  | "langs":[99999999999]             | needs[0].langs
            "blocked":[]                 | "blocked":[-7]                    | needs[0]
            "absorb":2                   | "absorb":-2                       | states[0]
            "absorb":2                   | "absorb":3000000000               | states[0].absorb
            "b1":45                      | "b1":91                           | states[0]
            "b2":90                      | "b2":-90                          | states[0]
            "budget":1000                | "budget":-1                       | offers[0]
            "floor":5                    | "floor":9223372036854775807       | offers[1]
            "floor":5,"ceiling":600      | "floor":9223372036854775807,"ceiling":9223372036854775807 | problem
            "ceiling":500                | "ceiling":true                    | offers[0].ceiling
            "maxNeeds":3                 | "maxNeeds":-3                     | offers[0]
            "maxNeeds":3                 | "maxNeeds":1e9                    | offers[0].maxNeeds
            "perStateCap":700            | "perStateCap":-700                | offers[0]
            "provider":7                 | "provider":-7                     | offers[0]
            "offers":[                   | "offers":null,"x":[               | offers
            [1,0,50]                     | [2,0,50]                          | candidates[2]
            [1,0,50]                     | [1,2,50]                          | candidates[2]
            [1,0,50]                     | [1,-1,50]                         | candidates[2]
            [1,0,50]                     | [1,0,101]                         | candidates[2]
            [1,0,50]                     | [1,0,-1]                          | candidates[2]
            [1,0,50]                     | [1,0,50.0]                        | candidates[2]
            [1,0,50]                     | [1,0]                             | candidates[2]
            [1,0,50]                     | [1,0,50,1]                        | candidates[2]
            [1,0,50]                     | [0,1,50]                          | candidates[2]
            [1,0,50]                     | [1,0,50],[0,0,50]                 | candidates[3]
            [1,0,50]                     | {"need":1}                        | candidates[2]
            [0,1,2]                      | [0,1,3]                           | previous[0]
            [0,1,2]                      | [9,1,2]                           | previous[0]
            [0,1,2]                      | [0,1,2],[0,1,1]                   | previous[1]
            [0,1,2]                      | {"need":0,"offer":1}              | previous[0].tranches
            [1,0,1]                      | [1,1,1]                           | pinned[0]
            [1,0,1]                      | [1,0,0]                           | pinned[0]
            [1,0,1]                      | [1,0,1],[1,0,1]                   | pinned[1]
            "pinned":                    | "pinned":[],"pinned":             | pinned
            """)
    void aProblemThatIsWrong(String text, String instead, String place) throws IOException {
        assertRefused(problem(replaced(problem(), text, instead)), place);
    }

    @Test
    void aProblemThatEndsTooEarlyWhereverItDoes() throws IOException {
        String whole = problem().strip();
        for (int length = 0; length < whole.length(); length += 7) {
            Ran ran = solve(problem(whole.substring(0, length)));
            assertEquals(Command.BAD_INPUT, ran.exit(), "after " + length);
            assertEquals(1, ran.err().lines().count(), ran::err);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                         | file
            ``                         | file
            null                       | file
            {}                         | file
            [[[[[[[[                   | file
            {"format":"assist-match/1"} | file
            \u0000\u0001               | file
            """)
    void whatIsNoProblemAtAll(String text, String place) throws IOException {
        assertRefused(problem(text == null ? "" : text), place);
    }

    @Test
    void textThatIsNoUtf8() throws IOException {
        byte[] bytes =
                problem().replace("assist-match/1", "assist-m\u0000tch/1").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 0 ? (byte) 0xff : bytes[i];
        }
        Path file = Files.write(folder.resolve("problem.json"), bytes);
        assertRefused(file, "format");

        Path utf32 = Files.write(file, new byte[] {0, 0, (byte) 0xff, (byte) 0xfe, 'a', 'b', 'c', 'd'});
        assertRefused(utf32, "file");
    }

    /** What the file says cannot break out of its one line. */
    @Test
    void aMessageStaysOneLineOfSomeLength() throws IOException {
        String format = "\\n\\u001b[31m" + "x".repeat(5_000);
        Ran ran = assertRefused(problem(replaced(problem(), "assist-match/1", format)), "format");

        assertTrue(ran.err().length() < 1_000, ran::err);
        assertTrue(ran.err().indexOf('\u001b') < 0, ran::err);
    }

    /** Nothing is set aside for as many needs as a header promises. */
    @Test
    void candidatesThatComeBeforeTheNeedsThatAPromiseIsMadeFor() throws IOException {
        assertRefused(
                problem("{\"format\":\"assist-match/1\",\"nStates\":0,\"nNeeds\":2000000000,\"nOffers\":2000000000,"
                        + "\"candidates\":[[1999999999,1999999999,1]],\"states\":[],\"offers\":[],\"needs\":[]}"),
                "offers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                      | plan
            [[1,0,1]                | plan[1]
            [[1,0,1]]]              | plan
            [[1,0,1]][]             | plan
            [[1,0]]                 | plan[0]
            [[1,0,1],[0,1,2,3]]     | plan[1]
            [[1,0,0]]               | plan[0]
            [[-1,0,1]]              | plan[0]
            [[1,0,1.0]]             | plan[0]
            [[1,0,"1"]]             | plan[0]
            [[1,0,99999999999]]     | plan[0]
            [7]                     | plan[0]
            [{"need":1,"offer":0}]  | plan[0].tranches
            """)
    void aPlanThatIsWrong(String text, String place) throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.json"), text);

        assertOneLine(Ran.of("verify", problem(problem()).toString(), plan.toString()), plan, place);
    }

    @Test
    void aPlanWithMorePartsThanCanBeCounted() throws IOException {
        Problem dear = new ProblemDraft()
                .state()
                .need(3_000_000_000L, 1, 1, true)
                .offer()
                .allCandidates(50)
                .build();
        Path plan =
                Files.writeString(folder.resolve("plan.json"), "[[0,0,2000000000],[0,0,2000000000],[0,0,2000000000]]");

        assertOneLine(Ran.of("verify", problem(text(dear)).toString(), plan.toString()), plan, "plan[1]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            certificate/1            | certificate/2                 | format
            "scale":10               | "scale":0                     | scale
            "scale":10,              | ``                            | slots[0]
            "bound":400              | "bound":-1                    | bound
            "bound":400,             | ``                            | file
            "slots":[5,0]            | "slots":[5,-1]                | slots[1]
            "slots":[5,0]            | "slots":[5]                   | slots
            [[0,0,7]]                | [[0,0,9223372036854775807]]   | certificate
            """)
    void aCertificateThatIsWrong(String text, String instead, String place) throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.json"), "[[1,0,1]]");
        Path certificate = Files.writeString(folder.resolve("cert.json"), replaced(certificate(), text, instead));

        Ran ran = Ran.of(
                "verify", problem(problem()).toString(), plan.toString(), "--certificate", certificate.toString());

        assertOneLine(ran, certificate, place);
    }

    private Ran assertRefused(Path file, String place) throws IOException {
        Ran ran = solve(file);
        assertOneLine(ran, file, place);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "nothing is written");
        }
        return ran;
    }

    private Ran solve(Path file) {
        return Ran.of(
                "solve",
                file.toString(),
                "--out",
                folder.resolve("out.json").toString(),
                "--certificate",
                folder.resolve("proof.json").toString(),
                "--steps",
                "10");
    }

    private static void assertOneLine(Ran ran, Path file, String place) {
        assertEquals(Command.BAD_INPUT, ran.exit(), ran::toString);
        assertEquals("", ran.out());
        assertEquals(1, ran.err().lines().count(), ran::err);
        assertTrue(
                ran.err().startsWith(file + ": " + place + ":") || ran.err().startsWith(file + ": " + place + " ("),
                ran::err);
    }

    private Path problem(String text) throws IOException {
        return Files.writeString(folder.resolve("problem.json"), text);
    }

    private static String problem() throws IOException {
        return text(PROBLEM);
    }

    private static String text(Problem problem) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ProblemFile.write(problem, file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private static String certificate() throws IOException {
        Multipliers prices = new Multipliers(PROBLEM, 10);
        prices.setSlot(0, 5);
        prices.setStateCap(0, 0, 7);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CertificateFile.write(new Certificate(400, prices), PROBLEM, file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private static String replaced(String whole, String text, String instead) {
        int at = whole.indexOf(text);
        assertTrue(at >= 0, () -> text + " is not in " + whole);
        return whole.substring(0, at) + instead + whole.substring(at + text.length());
    }
}

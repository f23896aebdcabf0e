package org.switchboard.matching.engine.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.Multipliers;
import org.switchboard.matching.engine.file.MalformedFileException;

class CertificateFileTest {

    private static final Problem PROBLEM = new ProblemDraft()
            .state()
            .state()
            .need(0, 400, 2, 1, 0, 1, true)
            .need(1, 400, 1, 1, 0, 1, false)
            .offer()
            .offer()
            .allCandidates(50)
            .build();

    private static final String FINE = """
            {"format":"assist-match-certificate/1","scale":10,"bound":80,"slots":[5,0],
            "stateCaps":[[0,1,3],[1,0,4]],"absorption":[[0,2,6],[1,0,7]],
            "parts":[[0,0,-1,-2],[0,1,3,4],[1,0,5],[1,1,-9223372036854775808]]}
            """;

    @Test
    void readsWhatTheFormatSays() throws IOException {
        Certificate certificate = read(FINE);

        Multipliers prices = certificate.multipliers();
        assertEquals(80, certificate.bound());
        assertEquals(10, prices.scale());
        assertEquals(5, prices.slot(0));
        assertEquals(0, prices.slot(1));
        assertEquals(3, prices.stateCap(0, 1));
        assertEquals(4, prices.stateCap(1, 0));
        assertEquals(0, prices.stateCap(1, 1));
        assertEquals(6, prices.absorption(0, 2));
        assertEquals(7, prices.absorption(1, 0));
        assertEquals(-2, prices.part(0, 2));
        assertEquals(Long.MIN_VALUE, prices.part(3, 1));
    }

    @Test
    void survivesWritingAndReading() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Problem problem = RandomProblems.overUsed(seed, 1 + seed % 20, 1 + seed % 7);
            Random random = new Random(seed);
            Multipliers prices = new Multipliers(problem, 1 + random.nextInt(10_000));
            for (int c = 0; c < problem.candidates().size(); c++) {
                for (int k = 1; k <= prices.mostParts(c); k++) {
                    prices.setPart(c, k, random.nextLong());
                }
            }
            for (int j = 0; j < problem.offers().size(); j++) {
                prices.setSlot(j, random.nextInt(5));
                prices.setStateCap(j, random.nextInt(problem.states().size()), random.nextLong() >>> 1);
            }
            prices.setAbsorption(0, problem.periods() - 1, random.nextInt(3));
            Certificate certificate = new Certificate(random.nextInt(1_000_000), prices);

            assertEquals(certificate, read(written(certificate, problem), problem), "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            certificate/1             | certificate/2              | format        | must be assist-match-certificate/1
            "assist-match-certificate/1" | 1                       | format        | a text
            "scale":10                | "scale":0                  | scale         | above zero
            "scale":10                | "scale":1.5                | scale         | a whole number
            "scale":10                | "scale":"10"               | scale         | a whole number
            "scale":10,               | ``                         | slots[0]      | scale must come before
            "bound":80                | "bound":-80                | bound         | not be negative
            "bound":80,               | ``                         | file          | bound is missing
            "bound":80                | "bound":80,"bound":80      | bound         | Duplicate
            [5,0]                     | [5]                        | slots         | each of the 2 offers, has 1
            [5,0]                     | [5,0,0]                    | slots[2]      | but 2 offers
            [5,0]                     | [5,-1]                     | slots[1]      | not be negative
            [5,0]                     | [5,NaN]                    | slots[1]      | NaN
            [5,0]                     | [5,99999999999999999999]   | slots[1]      | out of range
            [5,0]                     | 5                          | slots         | an array
            [0,1,3]                   | [0,2,3]                    | stateCaps[0]  | unknown State 2
            [0,1,3]                   | [-1,1,3]                   | stateCaps[0]  | unknown offer -1
            [0,1,3]                   | [0,1,-3]                   | stateCaps[0]  | not be negative
            [0,1,3]                   | [0,1]                      | stateCaps[0]  | has 2 numbers
            [0,1,3]                   | [0,1,3,4]                  | stateCaps[0]  | more numbers
            [1,0,4]                   | [0,1,4]                    | stateCaps[1]  | in the order of offer and State
            [1,0,4]                   | [0,0,4]                    | stateCaps[1]  | in the order of offer and State
            [0,2,6]                   | [0,4,6]                    | absorption[0] | unknown period 4
            [0,2,6]                   | [2,0,6]                    | absorption[0] | unknown State 2
            [1,0,7]                   | [0,2,7]                    | absorption[1] | in the order of State and period
            "absorption":[[0,2,6],[1,0,7]], | ``                   | file          | absorption is missing
            [0,0,-1,-2],              | ``                         | parts[0]      | next candidate, is need 0 and offer 1
            [0,0,-1,-2]               | [0,0,-1]                   | parts[0]      | has 3 numbers
            [0,0,-1,-2]               | [0,0,-1,-2,-3]             | parts[0]      | more numbers
            [0,0,-1,-2]               | [0,0,-1,-2.0]              | parts[0]      | a whole number
            [0,0,-1,-2],[0,1,3,4]     | [0,1,3,4],[0,0,-1,-2]      | parts[0]      | must be need 0 and offer 0
            ,[1,1,-9223372036854775808] | ``                       | parts[3]      | each of the 4 candidates, has 3
            [1,1,-9223372036854775808] | [1,1,1],[1,1,1]           | parts[4]      | but 4 candidates
            [1,1,-9223372036854775808] | [1,1,-9223372036854775809] | parts[3]     | out of range
            [1,0,5],                  | [1,0,5],7,                 | parts[3]      | must be [need, offer, 1 price]
            ]}                        | ]                          | parts         | ends too early
            ]}                        | ]}{}                       | file          | nothing may follow
            """)
    void saysWhatIsWrongAndWhere(String text, String instead, String place, String message) {
        assertTrue(FINE.contains(text), text);
        int at = FINE.lastIndexOf(text);
        String broken = FINE.substring(0, at) + instead + FINE.substring(at + text.length());

        MalformedFileException malformed = assertThrows(MalformedFileException.class, () -> read(broken));

        assertEquals(place, malformed.place(), malformed::getMessage);
        assertTrue(malformed.getMessage().contains(message), malformed::getMessage);
        assertTrue(malformed.line() > 0 && malformed.column() > 0, malformed::getMessage);
    }

    @Test
    void refusesACertificateThatEndsTooEarlyWhereverItDoes() {
        for (int length = 0; length < FINE.strip().length(); length++) {
            String cut = FINE.substring(0, length);
            assertThrows(MalformedFileException.class, () -> read(cut), cut);
        }
    }

    private static Certificate read(String file) throws IOException {
        return read(file.getBytes(StandardCharsets.UTF_8), PROBLEM);
    }

    private static Certificate read(byte[] file, Problem problem) throws IOException {
        return CertificateFile.read(new ByteArrayInputStream(file), problem);
    }

    private static byte[] written(Certificate certificate, Problem problem) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CertificateFile.write(certificate, problem, file);
        return file.toByteArray();
    }
}

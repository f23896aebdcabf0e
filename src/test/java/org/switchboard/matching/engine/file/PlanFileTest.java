package org.switchboard.matching.engine.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.matching.engine.PlanRow;

class PlanFileTest {

    private static final List<PlanRow> ROWS = List.of(new PlanRow(0, 3, 2), new PlanRow(4, 1, 1));

    @Test
    void readsArraysAndObjects() throws IOException {
        assertEquals(ROWS, read("[[0,3,2],[4,1,1]]"));
        assertEquals(
                ROWS,
                read("[{\"need\":0,\"offer\":3,\"tranches\":2,\"why\":{}},{\"tranches\":1,\"offer\":1,\"need\":4}]"));
        assertEquals(List.of(), read("[]"));
    }

    @Test
    void writesWhatItReads() throws IOException {
        for (List<PlanRow> rows : List.of(ROWS, List.<PlanRow>of())) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            PlanFile.write(rows, file);

            assertEquals(rows, read(file.toString(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {}                                  | plan            | must be an array
            [[0,1,1],[0,1]]                     | plan[1]         | has 2 numbers
            [[0,1,0]]                           | plan[0]         | at least 1
            [[-1,1,1]]                          | plan[0]         | negative
            [[0,1,5000000000]]                  | plan[0]         | out of range
            [7]                                 | plan[0]         | an array
            [{"need":0,"offer":1}]              | plan[0].tranches| is missing
            [[0,1,1]                            | plan[1]         | ends too early
            [] []                               | plan            | nothing may follow
            """)
    void saysWhatIsWrongAndWhere(String file, String place, String message) {
        MalformedFileException malformed = assertThrows(MalformedFileException.class, () -> read(file));

        assertEquals(place, malformed.place());
        assertTrue(malformed.getMessage().contains(message), malformed::getMessage);
    }

    private static List<PlanRow> read(String file) throws IOException {
        return PlanFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}

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
import org.switchboard.matching.engine.Ids;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.Slopes;
import org.switchboard.matching.engine.State;

class ProblemFileTest {

    private static final String FINE = """
            {"format":"assist-match/1","name":"small","seed":1,"periods":8,"slopes":[10,6,3],"fragPenalty":40,"changePenalty":20,
            "nStates":1,"nNeeds":2,"nOffers":2,
            "states":[
            {"id":0,"region":3,"absorb":2,"b1":45,"b2":90}],
            "needs":[
            {"id":1,"state":0,"area":2,"stage":"C","type":4,"cost":800,"tranches":2,"weight":8,"langs":[1],"from":0,"to":7,"partialOk":true,"blocked":[]},
            {"id":0,"state":0,"area":2,"stage":"A","type":1,"cost":400,"tranches":4,"weight":250,"langs":[5,0],"from":1,"to":3,"partialOk":false,"blocked":[9]}],
            "offers":[
            {"id":0,"provider":9,"areas":[2],"types":[1],"regions":[3],"budget":1000,"floor":0,"ceiling":500,"maxNeeds":3,"perStateCap":700,"langs":[0],"from":0,"to":7},
            {"id":1,"provider":8,"areas":[2],"types":[1],"regions":[3],"budget":1000,"floor":5,"ceiling":500,"maxNeeds":3,"perStateCap":700,"langs":[0],"from":0,"to":7}],
            "candidates":[[0,1,70],[0,0,60],[1,0,50]],
            "previous":[[0,1,2]],
            "pinned":[[1,0,1]]}
            """;

    @Test
    void readsWhatTheFormatSays() throws IOException {
        Problem problem = read(FINE);

        assertEquals(8, problem.periods());
        assertEquals(new Slopes(10, 6, 3), problem.slopes());
        assertEquals(40, problem.fragPenalty());
        assertEquals(20, problem.changePenalty());
        assertEquals(List.of(new State(3, 2, 45, 90)), problem.states());
        assertEquals(
                new Need(0, 2, 'A', 1, 400, 4, 250, Ids.of(0, 5), 1, 3, false, Ids.of(9)),
                problem.needs().get(0));
        assertEquals(5, problem.offers().get(1).floorUsd());
        assertEquals(70, problem.candidates().fit(problem.candidates().find(0, 1)));
        assertEquals(List.of(new PlanRow(0, 1, 2)), problem.previous());
        assertEquals(List.of(new PlanRow(1, 0, 1)), problem.pinned());
    }

    @Test
    void writesWhatItReads() throws IOException {
        for (long seed = 0; seed < 5; seed++) {
            Problem problem = RandomProblems.overUsed(seed, 30, 8);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ProblemFile.write(problem, file);

            assertEquals(problem, ProblemFile.read(new ByteArrayInputStream(file.toByteArray())));
        }
    }

    @Test
    void skipsFieldsItDoesNotKnow() throws IOException {
        String more = FINE.replace("\"seed\":1", "\"seed\":1,\"names\":{\"0\":[\"x\",{\"y\":null}]}")
                .replace("\"region\":3,\"absorb\"", "\"title\":[1.5,\"x\"],\"region\":3,\"absorb\"");

        assertEquals(read(FINE), read(more));
    }

    @Test
    void takesTheConstantsOfTheFormatWhereTheyAreLeftOut() throws IOException {
        String without = FINE.replace("\"periods\":8,\"slopes\":[10,6,3],\"fragPenalty\":40,\"changePenalty\":20,", "");
        String withoutRows = FINE.replace(",\n\"previous\":[[0,1,2]]", "").replace(",\n\"pinned\":[[1,0,1]]", "");

        assertEquals(read(FINE), read(without));
        assertEquals(List.of(), read(withoutRows).previous());
        assertEquals(List.of(), read(withoutRows).pinned());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "id":1,"state"               | "id":0,"state"                | needs[1].id        | 0 is used twice
            "id":1,"state"               | "id":2,"state"                | needs[0].id        | must be 0 to 1
            "nNeeds":2                   | "nNeeds":3                    | needs              | id 2 is missing
            "id":1,"provider"            | "provider"                    | offers[1].id       | is missing
            "cost":800,                  | ''                            | needs[0].cost      | is missing
            "cost":800                   | "cost":-800                   | needs[0]           | must be above zero
            "cost":800                   | "cost":801                    | needs[0]           | cannot be cut into 2
            "cost":800                   | "cost":99999999999999999999   | needs[0].cost      | out of range
            "cost":800                   | "cost":800.5                  | needs[0].cost      | must be a whole number
            "cost":800                   | "cost":"800"                  | needs[0].cost      | must be a whole number
            "cost":800                   | "cost":null                   | needs[0].cost      | must be
            "cost":800                   | "cost":800,"cost":900         | needs[0].cost      | Duplicate field
            "tranches":2                 | "tranches":3                  | needs[0]           | must be 1, 2 or 4
            "tranches":2                 | "tranches":5000000000         | needs[0].tranches  | out of range
            "stage":"C"                  | "stage":"CC"                  | needs[0].stage     | one letter
            "partialOk":true             | "partialOk":1                 | needs[0].partialOk | true or false
            "langs":[1]                  | "langs":1                     | needs[0].langs     | an array
            "langs":[1]                  | "langs":["en"]                | needs[0].langs     | a whole number
            "langs":[1]                  | "langs":[-1]                  | needs[0]           | negative
            "id":1,"state":0             | "id":1,"state":1              | needs[1].state     | unknown State 1
            "to":7,"partialOk"           | "to":8,"partialOk"            | needs[1].to        | after the last
            "b1":45                      | "b1":91                       | states[0]          | must not be below b1
            "absorb":2                   | "absorb":-2                   | states[0]          | negative
            "floor":5                    | "floor":501                   | offers[1]          | must not be below the floor
            "budget":1000,"floor":5      | "budget":-1,"floor":5         | offers[1]          | negative
            [[0,1,70],[0,0,60],[1,0,50]] | [[1,0,50],[0,1,70]]           | candidates[1]      | sorted by need
            [[0,1,70],[0,0,60],[1,0,50]] | [[0,1,70],[0,0,60],[0,1,50]]  | candidates[2]      | listed twice
            [[0,1,70],[0,0,60],[1,0,50]] | [[0,1,70],[2,0,60]]           | candidates[1]      | unknown need 2
            [[0,1,70],[0,0,60],[1,0,50]] | [[0,2,70]]                    | candidates[0]      | unknown offer 2
            [[0,1,70],[0,0,60],[1,0,50]] | [[0,1,101]]                   | candidates[0]      | 0 to 100
            [[0,1,70],[0,0,60],[1,0,50]] | [[0,1]]                       | candidates[0]      | has 2 numbers
            [[0,1,70],[0,0,60],[1,0,50]] | {}                            | candidates         | must be an array
            [[0,1,2]]                    | [[5,1,2]]                     | previous[0]        | unknown need 5
            [[0,1,2]]                    | [[0,1,0]]                     | previous[0]        | at least 1
            [[1,0,1]]                    | [[1,1,1]]                     | pinned[0]          | are not a candidate
            [[1,0,1]]                    | [[1,0,3]]                     | pinned[0]          | must be 1 to 2
            [[1,0,1]]                    | [[1,0,1],[1,0,1]]             | pinned[1]          | listed twice
            [[1,0,1]]                    | [[1,0                         | pinned[0]          | Unexpected
            assist-match/1               | assist-match/2                | format             | must be assist-match/1
            "format":"assist-match/1",   | ''                            | file               | format is missing
            "nStates":1,                 | ''                            | states             | must come before
            "nOffers":2,                 | ''                            | offers             | must come before
            "nNeeds":2                   | "nNeeds":-2                   | nNeeds             | must not be negative
            [10,6,3]                     | [10,6]                        | slopes             | must be three numbers
            [10,6,3]                     | [3,6,10]                      | slopes             | must fall or stay
            "periods":8                  | "periods":0                   | periods            | must be 1 to 1000
            "weight":250                 | "weight":9000000000000000000  | problem            | 64 bits
            "pinned"                     | "previous"                    | pinned             | Duplicate field
            """)
    void saysWhatIsWrongAndWhere(String text, String instead, String place, String message) {
        String broken = FINE.replace(text, instead);
        if (text.equals("\"pinned\"")) {
            broken = FINE.replace("\"previous\":[[0,1,2]]", "\"pinned\":[]");
        }
        String file = broken;
        MalformedFileException malformed = assertThrows(MalformedFileException.class, () -> read(file));

        assertTrue(malformed.getMessage().contains(message), malformed::getMessage);
        assertEquals(place, malformed.place(), malformed::getMessage);
    }

    @Test
    void countsLinesAndColumnsFromOne() {
        MalformedFileException malformed = assertThrows(
                MalformedFileException.class, () -> read(FINE.replace("\"stage\":\"A\"", "\"stage\":\"AA\"")));

        assertEquals(7, malformed.line());
        assertEquals(1, malformed.column());
        assertTrue(malformed.getMessage().startsWith("needs[1].stage (line 7, column 1): "), malformed::getMessage);
    }

    @Test
    void refusesWhatIsNoProblemAtAll() {
        assertThrows(MalformedFileException.class, () -> read(""));
        assertThrows(MalformedFileException.class, () -> read("[]"));
        assertThrows(MalformedFileException.class, () -> read("{"));
        assertThrows(MalformedFileException.class, () -> read(FINE + "{}"));
        assertThrows(MalformedFileException.class, () -> read("{\"format\":\"assist-match/1\"}"));
    }

    private static Problem read(String file) throws IOException {
        return ProblemFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}

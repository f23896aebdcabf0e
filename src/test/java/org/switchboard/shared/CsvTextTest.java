package org.switchboard.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

    private static String cell(Object value) {
        CsvText table = new CsvText(List.of("heading"));
        table.add(value, "end");
        String text = table.toString();
        return text.substring("heading\r\n".length(), text.length() - ",end\r\n".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "  -2", "＝1+1", "＋1", "－1", "＠x", "=", "-"})
    void whatASpreadsheetWouldTakeForAFormulaIsText(String formula) {
        assertEquals("'" + formula, cell(formula).replace("\"", ""));
    }

    @Test
    void controlsInFrontAreNoWayAround() {
        assertEquals("\"'\t=1\"", quoted(cell("\t=1")));
        assertEquals("\"'\r=1\"", quoted(cell("\r=1")));
        assertEquals("\"'\n=1\"", quoted(cell("\n=1")));
    }

    /** A tab may be quoted or not. */
    private static String quoted(String cell) {
        return cell.startsWith("\"") ? cell : '"' + cell + '"';
    }

    @ParameterizedTest
    @ValueSource(strings = {"Training", "A = B", "e-mail", "1-2", "٣", "培训", "'quoted'"})
    void otherTextStaysAsItIs(String text) {
        assertEquals(text, cell(text));
    }

    @Test
    void numbersStayNumbersAndNothingIsAnEmptyCell() {
        assertEquals("-5", cell(-5));
        assertEquals("1000000000000", cell(1_000_000_000_000L));
        assertEquals("true", cell(true));
        assertEquals("", cell(null));
    }

    @Test
    void separatorsQuotesAndLineEndsAreQuoted() {
        assertEquals("\"a,b\"", cell("a,b"));
        assertEquals("\"a \"\"b\"\"\"", cell("a \"b\""));
        assertEquals("\"a\nb\"", cell("a\nb"));
        assertEquals("\"'=A(\"\"x\"\",1)\"", cell("=A(\"x\",1)"));
    }
}

package org.switchboard.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table written as CSV that is safe to open in a spreadsheet: text that a spreadsheet would take for a formula gets an
 * apostrophe in front, which spreadsheets show as text. Spaces before a sign do not hide it, nor does full width.
 */
public final class CsvText {

    private static final Pattern FORMULA = Pattern.compile("[\\t\\r\\n].*|\\s*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;

    public CsvText(List<String> heading) {
        try {
            printer = new CSVPrinter(text, CSVFormat.RFC4180);
            printer.printRecord(heading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a row; numbers stay numbers, texts are made safe, null is an empty cell. */
    public void add(@Nullable Object... cells) {
        try {
            for (Object cell : cells) {
                printer.print(cell instanceof String value ? safe(value) : cell);
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String safe(String value) {
        return FORMULA.matcher(value).matches() ? "'" + value : value;
    }
}

package org.switchboard.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded table in CSV (UTF-8, a heading of column names, RFC 4180 quoting), read as a stream: memory does not grow
 * with the file.
 */
public final class CsvTable {

    private static final int MOST_COLUMNS = 100;
    private static final int MOST_ROWS = 100_000;
    private static final int LONGEST_ROW = 200_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            // counted, so that the rows of a report are those that a spreadsheet shows
            .setIgnoreEmptyLines(false)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setTrim(true)
            .get();

    private final Set<String> required;
    private final Set<String> known;

    /**
     * @param required columns without which the file cannot be read
     * @param known all columns that mean something; another one is refused rather than silently lost
     */
    public CsvTable(Set<String> required, Set<String> known) {
        this.required = required;
        this.known = known;
    }

    /**
     * Hands each row on, in the order of the file; blank rows are passed over.
     *
     * @throws Refusal.Malformed if it is no such table, with the place
     */
    public void read(InputStream bytes, Consumer<Cells> row) {
        try (Reader text = utf8(bytes);
                CSVParser parser = CSVParser.parse(text, FORMAT)) {
            checkHeading(parser.getHeaderNames());
            for (CSVRecord record : parser) {
                checkSize(record);
                Cells cells = new Cells(record);
                if (!cells.isBlank()) {
                    row.accept(cells);
                }
            }
        } catch (CharacterCodingException e) {
            throw notUtf8();
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static Refusal unreadable(@Nullable Throwable cause) {
        if (cause instanceof CharacterCodingException) {
            return notUtf8();
        }
        String what = cause instanceof CSVException || cause instanceof IllegalArgumentException
                ? String.valueOf(cause.getMessage())
                : "it broke off";
        return new Refusal.Malformed("The file is no readable CSV table: " + what + ".");
    }

    private static Refusal notUtf8() {
        return new Refusal.Malformed("The file is not in UTF-8. Save it as \"CSV UTF-8\" and send it again.");
    }

    private void checkHeading(List<String> heading) {
        if (heading.size() > MOST_COLUMNS) {
            throw new Refusal.Malformed(
                    "The heading has " + heading.size() + " columns; at most " + MOST_COLUMNS + ".");
        }
        Set<String> missing = new TreeSet<>(required);
        heading.forEach(missing::remove);
        List<String> unknown = new ArrayList<>(heading);
        unknown.removeAll(known);
        List<String> wrong = new ArrayList<>();
        if (!missing.isEmpty()) {
            wrong.add("Missing columns: " + String.join(", ", missing) + ".");
        }
        if (!unknown.isEmpty()) {
            wrong.add("Unknown columns: " + String.join(", ", unknown) + ". Known are: "
                    + String.join(", ", new TreeSet<>(known)) + ".");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Malformed("The heading of the file does not fit. " + String.join(" ", wrong));
        }
    }

    private static void checkSize(CSVRecord record) {
        if (record.getRecordNumber() > MOST_ROWS) {
            throw new Refusal.Malformed("The file has more than " + MOST_ROWS + " rows. Send it in parts.");
        }
        long length = record.stream().mapToLong(String::length).sum();
        if (length > LONGEST_ROW) {
            throw new Refusal.Malformed("Row " + (record.getRecordNumber() + 1) + " is longer than " + LONGEST_ROW
                    + " characters. Is a quotation mark missing?");
        }
    }

    private static Reader utf8(InputStream bytes) throws IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        // spreadsheets put a byte order mark in front; it is no part of the first column's name
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }
}

package org.switchboard.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One of the files under {@code reference/} on the class path. Its defects are told with file, row and column. */
record ReferenceFile(String name, String content) {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    static ReferenceFile named(String name) {
        try (InputStream in = ReferenceFile.class.getResourceAsStream("/reference/" + name)) {
            if (in == null) {
                throw new IllegalStateException("reference/" + name + " is missing");
            }
            return new ReferenceFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reference/" + name + " cannot be read", e);
        }
    }

    <T> List<T> rows(Function<Row, T> shape) {
        try (CSVParser records = FORMAT.parse(new StringReader(content))) {
            List<T> rows = new ArrayList<>();
            for (CSVRecord row : records) {
                rows.add(shaped(row, shape));
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("reference/" + name + " is not CSV", e);
        }
    }

    private <T> T shaped(CSVRecord row, Function<Row, T> shape) {
        try {
            return shape.apply(new Row(row));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "reference/" + name + ", row " + row.getRecordNumber() + ": " + e.getMessage(), e);
        }
    }

    /** A row, its fields by column name. */
    record Row(CSVRecord fields) {

        String text(String column) {
            String text = fields.get(column);
            if (text.isBlank()) {
                throw new IllegalArgumentException(column + " is empty");
            }
            return text;
        }

        @Nullable
        String textOrNull(String column) {
            String text = fields.get(column);
            return text.isEmpty() ? null : text;
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        boolean yes(String column) {
            String text = text(column);
            if (!text.equals("yes") && !text.equals("no")) {
                throw new IllegalArgumentException(column + " is \"" + text + "\", neither yes nor no");
            }
            return text.equals("yes");
        }

        /** A list whose items are separated by spaces. */
        List<String> words(String column) {
            String text = fields.get(column);
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }

        /** The columns {@code prefix_ar} … {@code prefix_es}. */
        Names names(String prefix) {
            return new Names(
                    text(prefix + "_ar"),
                    text(prefix + "_zh"),
                    text(prefix + "_en"),
                    text(prefix + "_fr"),
                    text(prefix + "_ru"),
                    text(prefix + "_es"));
        }
    }
}

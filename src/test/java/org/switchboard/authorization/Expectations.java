package org.switchboard.authorization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table of who may do what. */
final class Expectations {

    /** Which callers get which status, of one operation on one class of object. */
    record Row(String operation, String objectClass, Map<Asker, Integer> statuses) {

        @Override
        public String toString() {
            return operation + " " + objectClass;
        }
    }

    private Expectations() {}

    static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        List<Asker> askers = List.of();
        for (String line : text().lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (askers.isEmpty()) {
                askers = cells.stream().skip(2).map(Asker::ofColumn).toList();
            } else {
                rows.add(row(askers, cells));
            }
        }
        return rows;
    }

    private static Row row(List<Asker> askers, List<String> cells) {
        if (cells.size() != askers.size() + 2) {
            throw new IllegalStateException("not a cell for each caller: " + cells);
        }
        Map<Asker, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < askers.size(); i++) {
            statuses.put(askers.get(i), Integer.valueOf(cells.get(i + 2)));
        }
        return new Row(cells.get(0), cells.get(1), statuses);
    }

    private static String text() {
        try (InputStream table = Expectations.class.getResourceAsStream("/authorization.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.switchboard.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Files for import: rows that are right by default, with some cells changed. */
public final class Csv {

    private final Map<String, String> usual;
    private final List<Map<String, String>> rows = new ArrayList<>();

    private Csv(Map<String, String> usual) {
        this.usual = usual;
    }

    public static Csv needs() {
        return new Csv(cells(
                "state",
                "KEN",
                "theme",
                "FIN",
                "stage",
                "B",
                "kind",
                "TRAINING",
                "title",
                "Training of analysts",
                "cost_usd",
                "240000",
                "from",
                "2027-01-01",
                "to",
                "2027-12-31"));
    }

    public static Csv offers(String provider) {
        return new Csv(cells(
                "provider",
                provider,
                "provider_name",
                "Fund " + provider,
                "provider_type",
                "organization",
                "title",
                "Drafting help",
                "budget_usd",
                "900000",
                "languages",
                "en fr",
                "from",
                "2027-01-01",
                "to",
                "2028-12-31"));
    }

    /** A table without usual cells. */
    public static Csv plain() {
        return new Csv(Map.of());
    }

    /** Adds a row; the cells are column, value, column, value, … */
    public Csv row(String reference, String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("reference", reference);
        row.putAll(usual);
        row.putAll(cells(cells));
        rows.add(row);
        return this;
    }

    @Override
    public String toString() {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
        for (Map<String, String> row : rows) {
            csv.append(columns.stream()
                            .map(column -> quoted(row.getOrDefault(column, "")))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static Map<String, String> cells(String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return row;
    }
}

package org.switchboard.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Every run in a line and, where a size has several instances, the medians of each contestant below them. */
final class Table {

    private static final List<String> HEADINGS = List.of(
            "size",
            "seed",
            "solver",
            "seconds",
            "level 1",
            "bound",
            "gap %",
            "gap % to best bound",
            "level 2",
            "peak MB",
            "violations");
    private static final int WORDY_COLUMNS = 3;
    private static final String MEDIAN = "median";

    private final List<List<String>> lines = new ArrayList<>();

    Table(List<HeatResults> heats) {
        Map<Size, List<HeatResults>> bySize = new LinkedHashMap<>();
        heats.forEach(heat ->
                bySize.computeIfAbsent(heat.size(), size -> new ArrayList<>()).add(heat));
        bySize.forEach(this::add);
    }

    private void add(Size size, List<HeatResults> heats) {
        Map<String, List<Row>> byTitle = new LinkedHashMap<>();
        for (HeatResults heat : heats) {
            for (Result result : heat.results()) {
                Row row = Row.of(result, heat);
                byTitle.computeIfAbsent(result.title(), title -> new ArrayList<>())
                        .add(row);
                add(size, Long.toString(heat.seed()), result.title(), row);
            }
        }
        if (heats.size() > 1) {
            byTitle.forEach((title, rows) -> add(size, MEDIAN, title, Row.mediansOf(rows)));
        }
    }

    private void add(Size size, String seed, String title, Row row) {
        List<String> line = new ArrayList<>(List.of(size.name(), seed, title));
        line.addAll(row.cells());
        lines.add(line);
    }

    /** Columns of equal width, words to the left and numbers to the right, so that it reads as plain text too. */
    String asMarkdown() {
        int[] widths = IntStream.range(0, HEADINGS.size()).map(this::width).toArray();
        StringBuilder text = new StringBuilder(line(HEADINGS, widths));
        text.append('|');
        for (int column = 0; column < widths.length; column++) {
            String dashes = "-".repeat(widths[column]);
            text.append(isWordy(column) ? " " + dashes + " |" : " " + dashes.substring(1) + ": |");
        }
        text.append('\n');
        lines.forEach(cells -> text.append(line(cells, widths)));
        return text.toString();
    }

    private int width(int column) {
        int widest = lines.stream()
                .map(cells -> cells.get(column).length())
                .max(Comparator.naturalOrder())
                .orElse(0);
        return Math.max(widest, HEADINGS.get(column).length());
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - cells.get(column).length());
            String cell = isWordy(column) ? cells.get(column) + padding : padding + cells.get(column);
            line.append(' ').append(cell).append(" |");
        }
        return line.append('\n').toString();
    }

    private static boolean isWordy(int column) {
        return column < WORDY_COLUMNS;
    }
}

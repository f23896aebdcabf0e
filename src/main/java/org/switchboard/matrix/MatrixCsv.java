package org.switchboard.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Contact;
import org.switchboard.shared.CsvText;

/**
 * A matrix as a table: its cells, one a line, with the programmes behind each, and then its totals. What a line holds is in
 * its first column. The totals are there because they cannot be had by adding: cells that share an offer each count it.
 */
final class MatrixCsv {

    private static final List<String> HEADING = List.of(
            "line",
            "row",
            "row_name",
            "column",
            "column_name",
            "needs",
            "asked_usd",
            "offers",
            "offered_usd",
            "proposed_needs",
            "proposed_usd",
            "matched_needs",
            "matched_usd",
            "unmet_needs",
            "unmet_usd",
            "programmes",
            "sample");

    private final CsvText table = new CsvText(HEADING);
    private final MatrixView matrix;
    private final Map<String, String> rowNames;
    private final Map<String, String> columnNames;

    private MatrixCsv(MatrixView matrix) {
        this.matrix = matrix;
        this.rowNames = names(matrix.rows());
        this.columnNames = names(matrix.columns());
    }

    static String of(MatrixView matrix) {
        return new MatrixCsv(matrix).text();
    }

    private String text() {
        for (MatrixView.Cell cell : matrix.cells()) {
            add("cell", cell.row(), cell.column(), cell.figures(), programmes(cell));
        }
        for (MatrixView.Total total : matrix.rowTotals()) {
            add("row total", total.code(), null, total.figures(), null);
        }
        for (MatrixView.Total total : matrix.columnTotals()) {
            add("column total", null, total.code(), total.figures(), null);
        }
        add("total", null, null, matrix.total(), null);
        return table.toString();
    }

    private void add(
            String line,
            @Nullable String row,
            @Nullable String column,
            MatrixView.Figures figures,
            @Nullable String programmes) {
        table.add(
                line,
                row,
                rowNames.get(row),
                column,
                columnNames.get(column),
                figures.needs(),
                figures.askedUsd(),
                figures.offers(),
                figures.offeredUsd(),
                figures.proposedNeeds(),
                figures.proposedUsd(),
                figures.matchedNeeds(),
                figures.matchedUsd(),
                figures.unmetNeeds(),
                figures.unmetUsd(),
                programmes,
                matrix.sample());
    }

    /** Provider, title and, where there is one, where to write or call. */
    private String programmes(MatrixView.Cell cell) {
        return cell.programmes().stream()
                .map(matrix.programmes()::get)
                .map(programme -> {
                    String name = Objects.requireNonNullElse(programme.providerName(), programme.provider());
                    return name + ": " + programme.title() + contact(programme.contact());
                })
                .collect(Collectors.joining("; "));
    }

    private static String contact(@Nullable Contact contact) {
        return contact == null
                ? ""
                : Stream.of(contact.office(), contact.email(), contact.phone(), contact.website())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static Map<String, String> names(List<MatrixView.Heading> headings) {
        Map<String, String> names = new HashMap<>();
        headings.forEach(heading -> names.put(heading.code(), heading.name()));
        return names;
    }
}

package org.switchboard.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.switchboard.shared.CsvText;

/** A matrix as a table of its cells, one a line, with the programmes behind each. */
final class MatrixCsv {

    private static final List<String> HEADING = List.of(
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
        CsvText table = new CsvText(HEADING);
        for (MatrixView.Cell cell : matrix.cells()) {
            MatrixView.Figures figures = cell.figures();
            table.add(
                    cell.row(),
                    rowNames.get(cell.row()),
                    cell.column(),
                    columnNames.get(cell.column()),
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
                    programmes(cell),
                    matrix.sample());
        }
        return table.toString();
    }

    /** Provider, title and, where there is one, the address to write to. */
    private String programmes(MatrixView.Cell cell) {
        return cell.programmes().stream()
                .map(matrix.programmes()::get)
                .map(programme -> {
                    String email = programme.contact() == null
                            ? null
                            : programme.contact().email();
                    String name = Objects.requireNonNullElse(programme.providerName(), programme.provider());
                    return name + ": " + programme.title() + (email == null ? "" : " <" + email + ">");
                })
                .collect(Collectors.joining("; "));
    }

    private static Map<String, String> names(List<MatrixView.Heading> headings) {
        Map<String, String> names = new HashMap<>();
        headings.forEach(heading -> names.put(heading.code(), heading.name()));
        return names;
    }
}

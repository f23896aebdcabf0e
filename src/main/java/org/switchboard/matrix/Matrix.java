package org.switchboard.matrix;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Reader;
import org.switchboard.reference.Language;
import org.switchboard.reference.Named;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Contact;

/** The face of the matrix. */
@ApplicationScoped
public class Matrix {

    private final MatrixQuery query;
    private final ReferenceData reference;

    Matrix(MatrixQuery query, ReferenceData reference) {
        this.query = query;
        this.reference = reference;
    }

    /** The matrix as this reader may see it, with headings in a language. */
    MatrixView view(Reader reader, MatrixRows rows, MatrixColumns columns, MatrixFilter filter, Language language) {
        return view(query.figures(reader, rows, columns, filter), rows, columns, language);
    }

    /** The same of figures that are known. */
    MatrixView view(MatrixFigures figures, MatrixRows rows, MatrixColumns columns, Language language) {
        Map<Place, Sum> cells = cells(figures);
        Map<String, Sum> byRow = new LinkedHashMap<>();
        Map<String, Sum> byColumn = new LinkedHashMap<>();
        Sum total = new Sum();
        cells.forEach((place, sum) -> {
            byRow.computeIfAbsent(place.row(), unseen -> new Sum()).add(sum);
            byColumn.computeIfAbsent(place.column(), unseen -> new Sum()).add(sum);
            total.add(sum);
        });
        List<MatrixView.Heading> shownRows = headings(rows.all(reference, language), byRow.keySet(), language);
        List<MatrixView.Heading> shownColumns = headings(columns.all(reference, language), byColumn.keySet(), language);
        return new MatrixView(
                figures.sample(),
                figures.run(),
                MatrixView.SPLIT,
                shownRows,
                shownColumns,
                inOrder(shownRows, shownColumns, cells),
                totals(shownRows, byRow),
                totals(shownColumns, byColumn),
                total.figures(),
                figures.programmes().stream().map(Matrix::programme).toList());
    }

    private record Place(String row, String column) {}

    /** Figures that add up; offers are counted once however often they are met. */
    private static final class Sum {
        private int needs;
        private long askedUsd;
        private int proposedNeeds;
        private long proposedUsd;
        private int matchedNeeds;
        private long matchedUsd;
        private int metNeeds;
        private long offeredUsd;
        private final Set<Integer> programmes = new HashSet<>();

        void add(MatrixFigures.NeedCell cell) {
            needs += cell.needs();
            askedUsd += cell.askedUsd();
            proposedNeeds += cell.proposedNeeds();
            proposedUsd += cell.proposedUsd();
            matchedNeeds += cell.matchedNeeds();
            matchedUsd += cell.matchedUsd();
            metNeeds += cell.metNeeds();
        }

        void add(MatrixFigures.OfferCell cell) {
            offeredUsd += cell.usd();
            programmes.addAll(cell.programmes());
        }

        void add(Sum other) {
            needs += other.needs;
            askedUsd += other.askedUsd;
            proposedNeeds += other.proposedNeeds;
            proposedUsd += other.proposedUsd;
            matchedNeeds += other.matchedNeeds;
            matchedUsd += other.matchedUsd;
            metNeeds += other.metNeeds;
            offeredUsd += other.offeredUsd;
            programmes.addAll(other.programmes);
        }

        MatrixView.Figures figures() {
            return new MatrixView.Figures(
                    needs,
                    askedUsd,
                    programmes.size(),
                    offeredUsd,
                    proposedNeeds,
                    proposedUsd,
                    matchedNeeds,
                    matchedUsd,
                    needs - metNeeds,
                    askedUsd - matchedUsd);
        }
    }

    private static Map<Place, Sum> cells(MatrixFigures figures) {
        Map<Place, Sum> cells = new LinkedHashMap<>();
        Function<Place, Sum> newSum = unseen -> new Sum();
        figures.needs().forEach(cell -> cells.computeIfAbsent(new Place(cell.row(), cell.column()), newSum)
                .add(cell));
        figures.offers().forEach(cell -> cells.computeIfAbsent(new Place(cell.row(), cell.column()), newSum)
                .add(cell));
        return cells;
    }

    private static List<MatrixView.Heading> headings(
            Stream<? extends Named> all, Set<String> shown, Language language) {
        return all.filter(heading -> shown.contains(heading.code()))
                .map(heading ->
                        new MatrixView.Heading(heading.code(), heading.names().in(language)))
                .toList();
    }

    private static List<MatrixView.Cell> inOrder(
            List<MatrixView.Heading> rows, List<MatrixView.Heading> columns, Map<Place, Sum> cells) {
        List<MatrixView.Cell> ordered = new ArrayList<>();
        for (MatrixView.Heading row : rows) {
            for (MatrixView.Heading column : columns) {
                Sum sum = cells.get(new Place(row.code(), column.code()));
                if (sum != null) {
                    ordered.add(new MatrixView.Cell(
                            row.code(),
                            column.code(),
                            sum.figures(),
                            sum.programmes.stream().sorted().toList()));
                }
            }
        }
        return ordered;
    }

    private static List<MatrixView.Total> totals(List<MatrixView.Heading> shown, Map<String, Sum> sums) {
        List<MatrixView.Total> totals = new ArrayList<>();
        for (MatrixView.Heading heading : shown) {
            Sum sum = sums.get(heading.code());
            if (sum != null) {
                totals.add(new MatrixView.Total(heading.code(), sum.figures()));
            }
        }
        return totals;
    }

    private static MatrixView.Programme programme(MatrixFigures.Programme programme) {
        return new MatrixView.Programme(
                programme.offer(),
                programme.reference(),
                programme.title(),
                programme.provider(),
                programme.providerName(),
                programme.budgetUsd(),
                stated(programme.contact()),
                programme.sample());
    }

    private static @Nullable Contact stated(@Nullable Contact contact) {
        return new Contact(null, null, null, null).equals(contact) ? null : contact;
    }
}

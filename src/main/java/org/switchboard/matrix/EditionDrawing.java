package org.switchboard.matrix;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.switchboard.access.Audience;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.need.NeedStatus;
import org.switchboard.need.Needs;
import org.switchboard.reference.Language;
import org.switchboard.reference.Named;
import org.switchboard.reference.ReferenceData;

/** Draws up what an edition says to an audience: exactly what that audience sees at the moment, and nothing else. */
@Walled
@ApplicationScoped
public class EditionDrawing {

    private static final MatrixRows ROWS = MatrixRows.REGION;
    private static final MatrixColumns COLUMNS = MatrixColumns.THEME;
    private static final MatrixFilter ALL =
            new MatrixFilter(null, null, null, null, null, null, null, null, Needs.counted());

    private final EditionQuery query;
    private final Matrix matrix;
    private final ReferenceData reference;

    EditionDrawing(EditionQuery query, Matrix matrix, ReferenceData reference) {
        this.query = query;
        this.matrix = matrix;
        this.reference = reference;
    }

    /** @param audience who reads it, as one of them who owns nothing */
    @Transactional
    EditionContent draw(Reader audience, Instant asOf) {
        EditionQuery.Items items = query.items(audience, ROWS, COLUMNS, ALL);
        MatrixView view = matrix.view(items.figures(), ROWS, COLUMNS, Language.EN);
        List<EditionContent.Need> needs =
                items.needs().stream().map(EditionDrawing::asShown).toList();
        List<EditionContent.Offer> offers = items.offers();
        return new EditionContent(
                EditionContent.FORMAT,
                audience.audiences().contains(Audience.PARTICIPANTS) ? Audience.PARTICIPANTS : Audience.PUBLIC,
                asOf,
                needs.stream().anyMatch(EditionContent.Need::sample)
                        || offers.stream().anyMatch(EditionContent.Offer::sample),
                names(view, needs, offers),
                view.cells().stream().map(cell -> cell(cell, view.programmes())).toList(),
                totals(view.rowTotals()),
                totals(view.columnTotals()),
                figures(view.total()),
                needs,
                offers,
                items.matches());
    }

    private static EditionContent.Need asShown(EditionContent.Need need) {
        NeedStatus shown = need.status().shownToOthers();
        return new EditionContent.Need(
                need.id(),
                need.state(),
                need.reference(),
                need.title(),
                need.theme(),
                need.stage(),
                need.kind(),
                shown,
                need.costUsd(),
                need.parts(),
                need.languages(),
                need.from(),
                need.to(),
                need.receivedAt(),
                need.sample());
    }

    private Map<String, Map<String, Map<String, String>>> names(
            MatrixView view, List<EditionContent.Need> needs, List<EditionContent.Offer> offers) {
        Stream<String> regions = Stream.concat(
                view.rows().stream().map(MatrixView.Heading::code),
                offers.stream().flatMap(offer -> offer.regions().stream()));
        Stream<String> states = Stream.concat(
                needs.stream().map(EditionContent.Need::state),
                offers.stream().flatMap(offer -> offer.states().stream()));
        Stream<String> themes = Stream.of(
                        view.columns().stream().map(MatrixView.Heading::code),
                        needs.stream().map(EditionContent.Need::theme),
                        offers.stream().flatMap(offer -> offer.themes().stream()))
                .flatMap(Function.identity());
        Stream<String> stages = Stream.concat(
                needs.stream().map(EditionContent.Need::stage),
                offers.stream().flatMap(offer -> offer.stages().stream()));
        Stream<String> kinds = Stream.concat(
                needs.stream().map(EditionContent.Need::kind),
                offers.stream().flatMap(offer -> offer.kinds().stream()));
        Map<String, Map<String, Map<String, String>>> names = new TreeMap<>();
        names.put("regions", named(regions, reference::region));
        names.put("states", named(states, reference::state));
        names.put("themes", named(themes, reference::theme));
        names.put("stages", named(stages, reference::stage));
        names.put("kinds", named(kinds, reference::kind));
        return names;
    }

    private static Map<String, Map<String, String>> named(
            Stream<String> codes, Function<String, Optional<? extends Named>> known) {
        Map<String, Map<String, String>> named = new TreeMap<>();
        codes.distinct().forEach(code -> known.apply(code)
                .ifPresent(found -> named.put(code, found.names().all())));
        return named;
    }

    private static EditionContent.Cell cell(MatrixView.Cell cell, List<MatrixView.Programme> programmes) {
        List<UUID> offers = cell.programmes().stream()
                .map(place -> programmes.get(place).offer())
                .toList();
        return new EditionContent.Cell(cell.row(), cell.column(), figures(cell.figures()), offers);
    }

    private static List<EditionContent.Total> totals(List<MatrixView.Total> totals) {
        return totals.stream()
                .map(total -> new EditionContent.Total(total.code(), figures(total.figures())))
                .toList();
    }

    private static EditionContent.Figures figures(MatrixView.Figures figures) {
        return new EditionContent.Figures(
                figures.needs(),
                figures.askedUsd(),
                figures.offers(),
                figures.offeredUsd(),
                figures.matchedNeeds(),
                figures.matchedUsd(),
                figures.unmetNeeds(),
                figures.unmetUsd());
    }
}

package org.switchboard.matrix;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchboard.reference.Language;
import org.switchboard.shared.Contact;
import org.switchboard.shared.CsvText;
import org.switchboard.shared.Refusal;

/** What of an edition is given as a table, with names in a language beside the codes. */
enum EditionTable {
    MATRIX {
        @Override
        String csv(EditionContent edition, Language language) {
            CsvText table = new CsvText(List.of(
                    "line",
                    "row",
                    "row_name",
                    "column",
                    "column_name",
                    "needs",
                    "asked_usd",
                    "offers",
                    "offered_usd",
                    "matched_needs",
                    "matched_usd",
                    "unmet_needs",
                    "unmet_usd"));
            edition.cells()
                    .forEach(cell ->
                            addFigures(table, edition, language, "cell", cell.row(), cell.column(), cell.figures()));
            edition.rowTotals()
                    .forEach(total ->
                            addFigures(table, edition, language, "row total", total.code(), null, total.figures()));
            edition.columnTotals()
                    .forEach(total ->
                            addFigures(table, edition, language, "column total", null, total.code(), total.figures()));
            addFigures(table, edition, language, "total", null, null, edition.total());
            return table.toString();
        }
    },
    NEEDS {
        @Override
        String csv(EditionContent edition, Language language) {
            CsvText table = new CsvText(List.of(
                    "id",
                    "state",
                    "state_name",
                    "reference",
                    "title",
                    "theme",
                    "theme_name",
                    "stage",
                    "kind",
                    "kind_name",
                    "status",
                    "cost_usd",
                    "parts",
                    "agreed_parts",
                    "agreed_usd",
                    "languages",
                    "from",
                    "to",
                    "received_at",
                    "sample"));
            Map<UUID, List<EditionContent.Match>> matches =
                    edition.matches().stream().collect(Collectors.groupingBy(EditionContent.Match::need));
            for (EditionContent.Need need : edition.needs()) {
                List<EditionContent.Match> agreed = matches.getOrDefault(need.id(), List.of());
                table.add(
                        need.id(),
                        need.state(),
                        named(edition, "states", need.state(), language),
                        need.reference(),
                        need.title(),
                        need.theme(),
                        named(edition, "themes", need.theme(), language),
                        need.stage(),
                        need.kind(),
                        named(edition, "kinds", need.kind(), language),
                        need.status(),
                        need.costUsd(),
                        need.parts(),
                        agreed.stream().mapToInt(EditionContent.Match::parts).sum(),
                        agreed.stream().mapToLong(EditionContent.Match::usd).sum(),
                        list(need.languages()),
                        need.from(),
                        need.to(),
                        moment(need.receivedAt()),
                        need.sample());
            }
            return table.toString();
        }
    },
    OFFERS {
        @Override
        String csv(EditionContent edition, Language language) {
            CsvText table = new CsvText(List.of(
                    "id",
                    "provider",
                    "provider_name",
                    "reference",
                    "title",
                    "themes",
                    "kinds",
                    "stages",
                    "regions",
                    "states",
                    "budget_usd",
                    "languages",
                    "from",
                    "to",
                    "contact",
                    "sample"));
            for (EditionContent.Offer offer : edition.offers()) {
                table.add(
                        offer.id(),
                        offer.provider(),
                        offer.providerName(),
                        offer.reference(),
                        offer.title(),
                        list(offer.themes()),
                        list(offer.kinds()),
                        list(offer.stages()),
                        list(offer.regions()),
                        list(offer.states()),
                        offer.budgetUsd(),
                        list(offer.languages()),
                        offer.from(),
                        offer.to(),
                        contact(offer.contact()),
                        offer.sample());
            }
            return table.toString();
        }
    },
    MATCHES {
        @Override
        String csv(EditionContent edition, Language language) {
            CsvText table = new CsvText(List.of(
                    "need",
                    "state",
                    "state_name",
                    "need_reference",
                    "offer",
                    "provider",
                    "provider_name",
                    "offer_reference",
                    "parts",
                    "usd"));
            Map<UUID, EditionContent.Need> needs =
                    edition.needs().stream().collect(Collectors.toMap(EditionContent.Need::id, Function.identity()));
            Map<UUID, EditionContent.Offer> offers =
                    edition.offers().stream().collect(Collectors.toMap(EditionContent.Offer::id, Function.identity()));
            for (EditionContent.Match match : edition.matches()) {
                EditionContent.Need need = Objects.requireNonNull(needs.get(match.need()));
                EditionContent.Offer offer = Objects.requireNonNull(offers.get(match.offer()));
                table.add(
                        need.id(),
                        need.state(),
                        named(edition, "states", need.state(), language),
                        need.reference(),
                        offer.id(),
                        offer.provider(),
                        offer.providerName(),
                        offer.reference(),
                        match.parts(),
                        match.usd());
            }
            return table.toString();
        }
    };

    /** @param word as in {@code ?of=} */
    static EditionTable of(String word) {
        return Arrays.stream(values())
                .filter(table -> table.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal.Malformed("of must be matrix, needs, offers or matches, not '" + word + "'."));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The table as CSV that is safe to open in a spreadsheet. */
    abstract String csv(EditionContent edition, Language language);

    private static void addFigures(
            CsvText table,
            EditionContent edition,
            Language language,
            String line,
            @Nullable String row,
            @Nullable String column,
            EditionContent.Figures figures) {
        table.add(
                line,
                row,
                named(edition, "regions", row, language),
                column,
                named(edition, "themes", column, language),
                figures.needs(),
                figures.askedUsd(),
                figures.offers(),
                figures.offeredUsd(),
                figures.matchedNeeds(),
                figures.matchedUsd(),
                figures.unmetNeeds(),
                figures.unmetUsd());
    }

    private static @Nullable String named(
            EditionContent edition, String kind, @Nullable String code, Language language) {
        return code == null
                ? null
                : edition.names()
                        .getOrDefault(kind, Map.of())
                        .getOrDefault(code, Map.of())
                        .get(language.tag());
    }

    private static String list(Collection<String> codes) {
        return String.join(" ", codes);
    }

    /** As text: what a spreadsheet takes for a date of its own zone would be another moment. */
    private static String moment(Instant moment) {
        return moment.toString();
    }

    private static @Nullable String contact(@Nullable Contact contact) {
        return contact == null
                ? null
                : Stream.of(contact.office(), contact.email(), contact.phone(), contact.website())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
    }

    /** The same of what is otherwise between two editions. */
    static String csv(EditionChanges changes) {
        CsvText table =
                new CsvText(List.of("item", "what", "id", "owner", "reference", "title", "fields", "parts", "usd"));
        changes.lines()
                .forEach(line -> table.add(
                        line.item(),
                        line.what(),
                        line.id(),
                        line.owner(),
                        line.reference(),
                        line.title(),
                        list(line.fields()),
                        line.parts(),
                        line.usd()));
        return table.toString();
    }
}

package org.switchboard.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.switchboard.access.Audience;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.shared.Contact;

/**
 * The matrix as it should be: counted item by item in plain words of Java from what the lists say, knowing nothing of the
 * matrix's SQL.
 */
final class Expected {

    private static final Set<String> NOT_ASKED = Set.of("DRAFT", "RETURNED", "WITHDRAWN");
    private static final List<String> ALL_STAGES = List.of("A", "B", "C");
    private static final List<String> ALL_KINDS =
            List.of("LEGAL_DRAFTING ADVISORY_MISSION TRAINING TRAIN_TRAINERS MENTORING STUDY_VISIT EQUIPMENT IT_SYSTEM"
                    .concat(" INFRASTRUCTURE FUNDING TOOLS")
                    .split(" ", -1));
    private static final List<String> ALL_AREAS =
            List.of("LEG FIN CUS IMM EXT POL ARM JUD BOR COO CVE FTF HRT CIP ICT WMD".split(" ", -1));

    private final Stored stored;
    private final Reader reader;
    private final String rows;
    private final String columns;
    private final Map<String, String> filter;

    private final Map<UUID, Stored.Offer> offers;
    private final Map<UUID, List<Stored.PlanRow>> plan;
    private final Map<UUID, List<Stored.Match>> matches;

    private final Map<String, Tally> cells = new TreeMap<>();
    private final Map<String, Tally> byRow = new TreeMap<>();
    private final Map<String, Tally> byColumn = new TreeMap<>();
    private final Tally total = new Tally();
    private final Map<UUID, MatrixView.Programme> programmes = new HashMap<>();
    private boolean sample;

    Expected(Stored stored, Reader reader, String rows, String columns, Map<String, String> filter) {
        this.stored = stored;
        this.reader = reader;
        this.rows = rows;
        this.columns = columns;
        this.filter = filter;
        this.offers = stored.offers().stream().collect(Collectors.toMap(Stored.Offer::id, Function.identity()));
        this.plan = run() == null
                ? Map.of()
                : stored.plan().stream()
                        .filter(row -> isSeen(offers.get(row.offer())))
                        .collect(Collectors.groupingBy(Stored.PlanRow::need));
        this.matches = stored.matches().stream().collect(Collectors.groupingBy(Stored.Match::need));
        stored.needs().stream().filter(this::isAsked).forEach(this::count);
        stored.offers().stream().filter(this::isOffered).forEach(this::count);
    }

    /** What is counted in one cell or total. */
    private static final class Tally {
        int needs;
        long askedUsd;
        int proposedNeeds;
        long proposedUsd;
        int matchedNeeds;
        long matchedUsd;
        int metNeeds;
        long offeredUsd;
        final Set<UUID> offers = new HashSet<>();

        MatrixView.Figures figures() {
            return new MatrixView.Figures(
                    needs,
                    askedUsd,
                    offers.size(),
                    offeredUsd,
                    proposedNeeds,
                    proposedUsd,
                    matchedNeeds,
                    matchedUsd,
                    needs - metNeeds,
                    askedUsd - matchedUsd);
        }
    }

    void assertIs(MatrixView view) {
        String asked = rows + " by " + columns + " " + filter + " for " + reader.name();
        assertEquals(run(), view.proposedBy(), asked);
        assertEquals(sample, view.sample(), asked);
        assertEquals(figures(byRow), figures(view.rowTotals()), asked);
        assertEquals(figures(byColumn), figures(view.columnTotals()), asked);
        assertEquals(total.figures(), view.total(), asked);
        Map<String, MatrixView.Figures> seenCells = new TreeMap<>();
        Map<String, Set<UUID>> seenOffers = new TreeMap<>();
        for (MatrixView.Cell cell : view.cells()) {
            String place = cell.row() + " " + cell.column();
            assertEquals(null, seenCells.put(place, cell.figures()), "cell given twice: " + place);
            List<UUID> offers = cell.programmes().stream()
                    .map(number -> view.programmes().get(number).offer())
                    .toList();
            seenOffers.put(place, new HashSet<>(offers));
            assertEquals(offers.size(), seenOffers.get(place).size(), "programme given twice: " + place);
        }
        assertEquals(figures(cells), seenCells, asked);
        assertEquals(
                cells.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, cell -> cell.getValue().offers)),
                seenOffers,
                asked);
        assertEquals(
                programmes,
                view.programmes().stream().collect(Collectors.toMap(MatrixView.Programme::offer, Function.identity())),
                asked);
        assertEquals(byRow.keySet(), codes(view.rows()), asked);
        assertEquals(byColumn.keySet(), codes(view.columns()), asked);
    }

    MatrixView.Figures total() {
        return total.figures();
    }

    private static Map<String, MatrixView.Figures> figures(Map<String, Tally> tallies) {
        Map<String, MatrixView.Figures> figures = new TreeMap<>();
        tallies.forEach((place, tally) -> figures.put(place, tally.figures()));
        return figures;
    }

    private static Map<String, MatrixView.Figures> figures(List<MatrixView.Total> totals) {
        return totals.stream().collect(Collectors.toMap(MatrixView.Total::code, MatrixView.Total::figures));
    }

    private static Set<String> codes(List<MatrixView.Heading> headings) {
        return headings.stream().map(MatrixView.Heading::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private UUID run() {
        return reader.owns(Owner.executiveDirectorate()) ? stored.run().orElse(null) : null;
    }

    private void count(Stored.Need need) {
        long proposedUsd = 0;
        for (Stored.PlanRow row : plan.getOrDefault(need.id(), List.of())) {
            proposedUsd += row.usd();
            sample |= offers.get(row.offer()).sample();
        }
        int matchedParts = 0;
        long matchedUsd = 0;
        for (Stored.Match match : matches.getOrDefault(need.id(), List.of())) {
            Stored.Offer offer = offers.get(match.offer());
            if (isSeen(offer) || confides(need.owner()) || confides(offer.owner())) {
                matchedParts += match.parts();
                matchedUsd += match.usd();
                sample |= offer.sample();
            }
        }
        sample |= need.sample();
        String column =
                switch (columns) {
                    case "theme" -> area(need.theme());
                    case "subtheme" -> need.theme();
                    case "stage" -> need.stage();
                    default -> need.kind();
                };
        for (Tally tally : tallies(row(need.state()), column)) {
            tally.needs++;
            tally.askedUsd += need.costUsd();
            tally.proposedNeeds += proposedUsd > 0 ? 1 : 0;
            tally.proposedUsd += proposedUsd;
            tally.matchedNeeds += matchedParts > 0 ? 1 : 0;
            tally.matchedUsd += matchedUsd;
            tally.metNeeds += matchedParts >= need.tranches() ? 1 : 0;
        }
    }

    private void count(Stored.Offer offer) {
        Set<String> itsRows = new TreeSet<>();
        for (Stored.State state : stored.states().values()) {
            if (isAsked(state) && serves(offer, state)) {
                itsRows.add(row(state.iso3()));
            }
        }
        Set<String> itsColumns = new TreeSet<>(columnsOf(offer));
        List<List<Tally>> itsCells = new ArrayList<>();
        for (String row : itsRows) {
            for (String column : itsColumns) {
                itsCells.add(tallies(row, column));
            }
        }
        for (int i = 0; i < itsCells.size(); i++) {
            long left = offer.budgetUsd() % itsCells.size();
            long share = offer.budgetUsd() / itsCells.size() + (i < left ? 1 : 0);
            for (Tally tally : itsCells.get(i)) {
                tally.offeredUsd += share;
                tally.offers.add(offer.id());
            }
        }
        if (!itsCells.isEmpty()) {
            sample |= offer.sample();
            programmes.put(offer.id(), programme(offer));
        }
    }

    private List<Tally> tallies(String row, String column) {
        Function<String, Tally> none = unseen -> new Tally();
        return List.of(
                cells.computeIfAbsent(row + " " + column, none),
                byRow.computeIfAbsent(row, none),
                byColumn.computeIfAbsent(column, none),
                total);
    }

    private MatrixView.Programme programme(Stored.Offer offer) {
        Stored.Provider provider = stored.providers().get(offer.provider());
        boolean seen = sees(provider.audience(), Owner.provider(provider.code()));
        Contact own = offer.contact();
        Contact nothing = new Contact(null, null, null, null);
        Contact its = seen ? provider.contact() : nothing;
        Contact contact = new Contact(
                own.office() == null ? its.office() : own.office(),
                own.email() == null ? its.email() : own.email(),
                own.phone() == null ? its.phone() : own.phone(),
                own.website() == null ? its.website() : own.website());
        return new MatrixView.Programme(
                offer.id(),
                offer.reference(),
                offer.title(),
                offer.provider(),
                seen ? provider.name() : null,
                offer.budgetUsd(),
                contact.equals(nothing) ? null : contact,
                offer.sample());
    }

    private boolean isAsked(Stored.Need need) {
        String theme = filter.get("theme");
        String status = filter.get("status");
        return (need.status().equals("DRAFT")
                        ? reader.seesEverything() || reader.owns(need.owner())
                        : sees(need.audience(), need.owner()))
                && isAsked(stored.states().get(need.state()))
                && (theme == null
                        || need.theme().equals(theme)
                        || area(need.theme()).equals(theme))
                && isOrAny(filter.get("stage"), need.stage())
                && isOrAny(filter.get("kind"), need.kind())
                && servesOrAny(need.languages(), filter.get("language"))
                && isOrAny(filter.get("source"), need.source())
                && touchesThePeriod(need.from(), need.to())
                && (status == null ? !NOT_ASKED.contains(shown(need)) : status.equals(shown(need)));
    }

    private boolean isOffered(Stored.Offer offer) {
        String theme = filter.get("theme");
        return isSeen(offer)
                && (offer.status().equals("ACTIVE") || (offer.status().equals("EXHAUSTED") && !confides(offer.owner())))
                && offer.standing().equals("FUNDED")
                && (theme == null
                        || offer.themes().isEmpty()
                        || offer.themes().stream()
                                .anyMatch(
                                        own -> own.equals(theme) || area(own).equals(theme) || own.equals(area(theme))))
                && servesOrAny(offer.stages(), filter.get("stage"))
                && servesOrAny(offer.kinds(), filter.get("kind"))
                && servesOrAny(offer.languages(), filter.get("language"))
                && touchesThePeriod(offer.from(), offer.to());
    }

    private boolean confides(Owner owner) {
        return reader.isConfidant() || reader.owns(owner);
    }

    /** The status as it is shown: from matching on, and while a need is back with its State, to those confided in alone. */
    private String shown(Stored.Need need) {
        if (confides(need.owner())) {
            return need.status();
        }
        return switch (need.status()) {
            case "MATCHED", "IN_DELIVERY", "DELIVERED", "CLOSED" -> "OPEN";
            case "RETURNED" -> "SUBMITTED";
            default -> need.status();
        };
    }

    private boolean sees(Audience audience, Owner owner) {
        return reader.audiences().contains(audience) || reader.owns(owner);
    }

    private boolean isSeen(Stored.Offer offer) {
        return sees(offer.audience(), offer.owner());
    }

    private boolean isAsked(Stored.State state) {
        String region = filter.get("region");
        String situation = filter.get("situation");
        return isOrAny(filter.get("state"), state.iso3())
                && isOrAny(filter.get("group"), state.group())
                && (situation == null || state.situations().contains(situation))
                && (region == null
                        || region.equals(state.region())
                        || region.equals(state.subregion())
                        || region.equals(state.intermediate()));
    }

    private boolean serves(Stored.Offer offer, Stored.State state) {
        boolean excluded = offer.excluded().contains(state.iso3());
        if (excluded && sees(Audience.COMMITTEE, offer.owner())) {
            return false;
        }
        return offer.regions().isEmpty() && offer.states().isEmpty()
                || offer.states().contains(state.iso3())
                || offer.regions().contains(state.region())
                || offer.regions().contains(state.subregion())
                || state.intermediate() != null && offer.regions().contains(state.intermediate());
    }

    private List<String> columnsOf(Stored.Offer offer) {
        if (columns.equals("subtheme")) {
            String theme = filter.get("theme");
            return stored.themes().stream()
                    .filter(code -> offer.themes().isEmpty()
                            || offer.themes().contains(code)
                            || offer.themes().contains(area(code)))
                    .filter(code ->
                            theme == null || code.equals(theme) || area(code).equals(theme))
                    .toList();
        }
        List<String> all =
                switch (columns) {
                    case "theme" -> ALL_AREAS;
                    case "stage" -> ALL_STAGES;
                    default -> ALL_KINDS;
                };
        List<String> own =
                switch (columns) {
                    case "theme" -> offer.themes().stream().map(Expected::area).toList();
                    case "stage" -> offer.stages();
                    default -> offer.kinds();
                };
        String only = filter.get(columns);
        return (own.isEmpty() ? all : own)
                .stream()
                        .filter(code -> only == null || code.equals(area(only)))
                        .toList();
    }

    private String row(String iso3) {
        Stored.State state = stored.states().get(iso3);
        return switch (rows) {
            case "region" -> state.region();
            case "subregion" -> state.subregion();
            case "group" -> Objects.requireNonNullElse(state.group(), "NONE");
            default -> iso3;
        };
    }

    private boolean touchesThePeriod(LocalDate first, LocalDate last) {
        String from = filter.get("from");
        String to = filter.get("to");
        return (from == null || !last.isBefore(LocalDate.parse(from)))
                && (to == null || !first.isAfter(LocalDate.parse(to)));
    }

    private static boolean isOrAny(String asked, String own) {
        return asked == null || Objects.equals(asked, own);
    }

    private static boolean servesOrAny(List<String> own, String asked) {
        return asked == null || own.isEmpty() || own.contains(asked);
    }

    private static String area(String theme) {
        int dot = theme.indexOf('.');
        return dot < 0 ? theme : theme.substring(0, dot);
    }
}

package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Reader;
import org.switchboard.matching.ComparisonView.Amount;
import org.switchboard.matching.ComparisonView.Change;
import org.switchboard.matching.ComparisonView.Row;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;
import org.switchboard.offer.OfferView;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.State;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.WholeList;

/** Puts two stored plans side by side. A match is shown and counted only where its reader may see both its sides. */
@ApplicationScoped
class PlanComparison {

    private static final Comparator<Row> BY_STATE_AND_NEED = Comparator.comparing(
                    (Row row) -> row.need().state())
            .thenComparing(row -> row.need().reference())
            .thenComparing(row -> row.offer().provider())
            .thenComparing(row -> row.offer().reference())
            .thenComparing(row -> row.offer().id());

    private final RunRepository stored;
    private final PlanReading plans;
    private final Needs needs;
    private final ReferenceData reference;

    PlanComparison(RunRepository stored, PlanReading plans, Needs needs, ReferenceData reference) {
        this.stored = stored;
        this.plans = plans;
        this.needs = needs;
        this.reference = reference;
    }

    private record Pair(UUID need, UUID offer) {}

    /** Which of the two plans a figure is of. */
    private enum Plan {
        HERE,
        THERE;

        int parts(Row row) {
            return this == HERE ? row.partsHere() : row.partsThere();
        }

        long usd(Row row) {
            return this == HERE ? row.usdHere() : row.usdThere();
        }
    }

    ComparisonView view(Reader reader, RunEntity here, RunEntity there, PageRequest page) {
        PlanReading.requirePlan(here);
        PlanReading.requirePlan(there);
        List<Row> rows = rows(reader, here, there);
        Page<Row> shown = new WholeList<>(
                        rows.stream().filter(row -> row.change() != Change.SAME).toList(), PlanComparison::key)
                .page(page);
        ComparisonView.Side sideHere = side(here, rows, Plan.HERE);
        ComparisonView.Side sideThere = side(there, rows, Plan.THERE);
        return new ComparisonView(
                sideHere,
                sideThere,
                difference(sideHere, sideThere),
                matches(rows),
                ByCode.lines(rows, row -> List.of(area(row)), PlanComparison::sum),
                ByCode.lines(rows, row -> List.of(state(row).region()), PlanComparison::sum),
                ByCode.lines(rows, row -> state(row).specialGroups(), PlanComparison::sum),
                shown.items(),
                shown.next());
    }

    private List<Row> rows(Reader reader, RunEntity here, RunEntity there) {
        Map<Pair, PlanRowEntity> rowsHere = byPair(here);
        Map<Pair, PlanRowEntity> rowsThere = byPair(there);
        Set<Pair> pairs = new HashSet<>(rowsHere.keySet());
        pairs.addAll(rowsThere.keySet());
        Map<UUID, NeedView> need =
                needs.of(reader, pairs.stream().map(Pair::need).collect(Collectors.toSet()));
        Map<UUID, OfferView> offer = offers(reader, here, there, pairs);
        return pairs.stream()
                .flatMap(pair ->
                        row(need.get(pair.need()), offer.get(pair.offer()), rowsHere.get(pair), rowsThere.get(pair))
                                .stream())
                .sorted(BY_STATE_AND_NEED)
                .toList();
    }

    private Map<Pair, PlanRowEntity> byPair(RunEntity run) {
        return stored.rows(run).stream()
                .collect(Collectors.toMap(row -> new Pair(row.need, row.offer), Function.identity()));
    }

    private Map<UUID, OfferView> offers(Reader reader, RunEntity here, RunEntity there, Collection<Pair> pairs) {
        Set<UUID> ids = pairs.stream().map(Pair::offer).collect(Collectors.toSet());
        Map<UUID, OfferView> offers = new HashMap<>(plans.offersOf(reader, here, ids));
        plans.supposedBy(there).forEach(offer -> offers.put(offer.id(), offer));
        return offers;
    }

    /** A match in both plans, where both its sides may be seen. */
    private static Optional<Row> row(
            @Nullable NeedView need,
            @Nullable OfferView offer,
            @Nullable PlanRowEntity here,
            @Nullable PlanRowEntity there) {
        return need == null || offer == null
                ? Optional.empty()
                : Optional.of(new Row(
                        PlanView.NeedLine.of(need),
                        PlanView.OfferLine.of(offer),
                        change(here, there),
                        here == null ? 0 : here.parts,
                        there == null ? 0 : there.parts,
                        here == null ? 0 : here.usd,
                        there == null ? 0 : there.usd));
    }

    private static Change change(@Nullable PlanRowEntity here, @Nullable PlanRowEntity there) {
        if (there == null) {
            return Change.ONLY_HERE;
        }
        if (here == null) {
            return Change.ONLY_THERE;
        }
        if (here.parts != there.parts) {
            return Change.OTHER_PARTS;
        }
        return here.usd == there.usd ? Change.SAME : Change.OTHER_MONEY;
    }

    private static ComparisonView.Side side(RunEntity run, List<Row> rows, Plan plan) {
        Amount amount = amount(rows, plan);
        return new ComparisonView.Side(
                run.id,
                run.whatIf,
                run.policy,
                run.level1,
                run.level2,
                run.bound,
                amount.needsServed(),
                (int) rows.stream().filter(row -> plan.parts(row) > 0).count(),
                amount.plannedUsd());
    }

    private static ComparisonView.Difference difference(ComparisonView.Side here, ComparisonView.Side there) {
        Long boundHere = here.bound();
        Long boundThere = there.bound();
        return new ComparisonView.Difference(
                here.level1() - there.level1(),
                here.level2() - there.level2(),
                boundHere == null || boundThere == null ? null : boundHere - boundThere,
                here.needsServed() - there.needsServed(),
                here.matches() - there.matches(),
                here.plannedUsd() - there.plannedUsd());
    }

    private static ComparisonView.Matches matches(List<Row> rows) {
        return new ComparisonView.Matches(
                count(rows, Change.SAME),
                count(rows, Change.ONLY_HERE),
                count(rows, Change.ONLY_THERE),
                count(rows, Change.OTHER_PARTS),
                count(rows, Change.OTHER_MONEY));
    }

    private static int count(List<Row> rows, Change change) {
        return (int) rows.stream().filter(row -> row.change() == change).count();
    }

    private static ComparisonView.Sum sum(String code, List<Row> rows) {
        Amount here = amount(rows, Plan.HERE);
        Amount there = amount(rows, Plan.THERE);
        return new ComparisonView.Sum(code, here, there, here.less(there));
    }

    private static Amount amount(List<Row> rows, Plan plan) {
        long served = rows.stream()
                .filter(row -> plan.parts(row) > 0)
                .map(row -> row.need().id())
                .distinct()
                .count();
        return new Amount((int) served, rows.stream().mapToLong(plan::usd).sum());
    }

    private String area(Row row) {
        return reference.areaOf(row.need().theme()).orElseThrow().code();
    }

    private State state(Row row) {
        return reference.state(row.need().state()).orElseThrow();
    }

    private static String key(Row row) {
        return row.need().id() + "|" + row.offer().id();
    }
}

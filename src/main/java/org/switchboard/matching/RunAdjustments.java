package org.switchboard.matching;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.switchboard.offer.OfferDollars;
import org.switchboard.offer.OfferView;

/**
 * What people ask of one run, by the ids of stored items; see {@link CreateRun} for what each part means.
 *
 * @param budgets that a what-if run supposes
 */
record RunAdjustments(
        List<Pin> pins, List<UUID> leftAlone, List<Ban> bans, List<UUID> lockedOffers, List<WhatIf.Budget> budgets) {

    static final RunAdjustments NONE = new RunAdjustments(List.of(), List.of(), List.of(), List.of(), List.of());

    static RunAdjustments of(CreateRun asked) {
        WhatIf whatIf = asked.whatIf();
        return new RunAdjustments(
                asked.pins(),
                asked.leftAlone().stream().distinct().toList(),
                asked.bans().stream().distinct().toList(),
                asked.lockedOffers().stream().distinct().toList(),
                whatIf == null ? List.of() : whatIf.budgets());
    }

    static RunAdjustments of(List<AdjustmentColumns> stored) {
        return new RunAdjustments(
                read(stored, AdjustmentColumns.Kind.PIN, AdjustmentColumns::pin),
                read(stored, AdjustmentColumns.Kind.LEFT_ALONE, columns -> columns.need),
                read(stored, AdjustmentColumns.Kind.BAN, AdjustmentColumns::ban),
                read(stored, AdjustmentColumns.Kind.LOCKED_OFFER, columns -> columns.offer),
                read(stored, AdjustmentColumns.Kind.BUDGET, AdjustmentColumns::budget));
    }

    private static <T> List<T> read(
            List<AdjustmentColumns> stored, AdjustmentColumns.Kind kind, Function<AdjustmentColumns, T> as) {
        return stored.stream().filter(columns -> columns.kind == kind).map(as).toList();
    }

    List<AdjustmentColumns> columns() {
        return Stream.of(
                        pins.stream().map(AdjustmentColumns::of),
                        leftAlone.stream().map(AdjustmentColumns::leftAlone),
                        bans.stream().map(AdjustmentColumns::of),
                        lockedOffers.stream().map(AdjustmentColumns::lockedOffer),
                        budgets.stream().map(AdjustmentColumns::of))
                .flatMap(kind -> kind)
                .toList();
    }

    /** The money of an offer as this run takes it: as it is stored, or with the budget that is supposed. */
    OfferDollars moneyOf(OfferView offer) {
        OfferDollars stored = offer.dollars();
        return budgets.stream()
                .filter(budget -> budget.offer().equals(offer.id()))
                .findFirst()
                .map(budget -> supposed(stored, budget.budgetUsd()))
                .orElse(stored);
    }

    private static OfferDollars supposed(OfferDollars stored, long budget) {
        return new OfferDollars(
                budget,
                stored.floorUsd(),
                limit(stored.ceilingUsd(), stored.budgetUsd(), budget),
                limit(stored.perStateCapUsd(), stored.budgetUsd(), budget),
                stored.rateDate());
    }

    /** A limit that is no lower than the budget is none; it must not become one when the budget goes up. */
    private static long limit(long stored, long storedBudget, long budget) {
        return stored < storedBudget ? stored : Math.max(stored, budget);
    }
}

package org.switchboard.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.adjustment.Adjustments;
import org.switchboard.matching.engine.adjustment.OfferLimits;
import org.switchboard.matching.engine.adjustment.Pair;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferDollars;
import org.switchboard.offer.OfferView;

/**
 * Carries what people ask of a run into the numbers of its problem. What names an item that takes no part any more has
 * come true by itself and is left out; only a pin of such an item cannot be kept.
 */
final class AdjustmentNumbering {

    private final List<NeedView> needs;
    private final List<OfferView> offers;
    private final Map<UUID, Integer> needNumbers;
    private final Map<UUID, Integer> offerNumbers;

    AdjustmentNumbering(List<NeedView> needs, List<OfferView> offers) {
        this.needs = needs;
        this.offers = offers;
        this.needNumbers = numbers(needs.stream().map(NeedView::id).toList());
        this.offerNumbers = numbers(offers.stream().map(OfferView::id).toList());
    }

    private static Map<UUID, Integer> numbers(List<UUID> ids) {
        Map<UUID, Integer> numbers = new HashMap<>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        return numbers;
    }

    /** @throws InvalidProblemException if a pin can no longer be kept */
    Adjustments of(RunAdjustments asked) {
        return new Adjustments(
                asked.pins().stream().map(this::row).toList(),
                taking(asked.leftAlone(), needNumbers),
                asked.bans().stream().flatMap(this::pairs).collect(Collectors.toSet()),
                taking(asked.lockedOffers(), offerNumbers),
                limits(asked));
    }

    private PlanRow row(Pin pin) {
        Integer need = needNumbers.get(pin.need());
        Integer offer = offerNumbers.get(pin.offer());
        if (need == null || offer == null) {
            throw new InvalidProblemException(
                    "pin of need " + pin.need(), "is no longer asked for, or offer " + pin.offer() + " is gone");
        }
        int tranches = needs.get(need).content().tranches();
        if (pin.parts() > tranches) {
            throw new InvalidProblemException(
                    "pin of need " + needs.get(need).state() + " "
                            + needs.get(need).content().reference(),
                    "holds " + pin.parts() + " parts, but the need has only " + tranches);
        }
        return new PlanRow(need, offer, pin.parts());
    }

    private static Set<Integer> taking(List<UUID> ids, Map<UUID, Integer> numbers) {
        Set<Integer> taking = new HashSet<>();
        for (UUID id : ids) {
            Integer number = numbers.get(id);
            if (number != null) {
                taking.add(number);
            }
        }
        return taking;
    }

    private Stream<Pair> pairs(Ban ban) {
        Integer need = needNumbers.get(ban.need());
        return need == null
                ? Stream.empty()
                : IntStream.range(0, offers.size())
                        .filter(offer -> names(ban, offers.get(offer)))
                        .mapToObj(offer -> new Pair(need, offer));
    }

    private static boolean names(Ban ban, OfferView offer) {
        return offer.id().equals(ban.offer()) || offer.provider().equals(ban.provider());
    }

    private Map<Integer, OfferLimits> limits(RunAdjustments asked) {
        Map<Integer, OfferLimits> limits = new HashMap<>();
        for (WhatIf.Budget budget : asked.budgets()) {
            Integer offer = offerNumbers.get(budget.offer());
            if (offer != null) {
                OfferDollars money = asked.moneyOf(offers.get(offer));
                limits.put(offer, new OfferLimits(money.budgetUsd(), money.ceilingUsd(), money.perStateCapUsd()));
            }
        }
        return limits;
    }
}

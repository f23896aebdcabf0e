package org.switchboard.matching.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hard rules of {@code assist-match/1}, one method each, written to be read aloud. This is the definition that
 * people check; the search keeps running sums instead, and a test holds the two equal.
 *
 * <p>Some rows may <em>stand</em>: what people have fixed is accepted even where it breaks a limit, and then nothing
 * may be added to that limit.
 */
public final class Rules {

    private final Problem problem;
    private final List<PlanRow> standing;
    private final Set<PlanRow> standingRows;

    private Rules(Problem problem, List<PlanRow> standing) {
        this.problem = problem;
        this.standing = standing;
        this.standingRows = Set.copyOf(standing);
    }

    /** The rules to the letter of the format. */
    public static Rules asWritten(Problem problem) {
        return new Rules(problem, List.of());
    }

    /** The rules for everything beside the pinned rows, which stand. */
    public static Rules besidePins(Problem problem) {
        return new Rules(problem, problem.pinned());
    }

    /** Limits that these rows break only because the pinned rows alone break them. */
    public static List<Breach> overUse(Problem problem, List<PlanRow> rows) {
        Set<List<Object>> broken = besidePins(problem).breaches(rows).stream()
                .map(Rules::ruleAndPlace)
                .collect(Collectors.toSet());
        return asWritten(problem).breaches(rows).stream()
                .filter(breach -> !broken.contains(ruleAndPlace(breach)))
                .toList();
    }

    private static List<Object> ruleAndPlace(Breach breach) {
        return List.of(breach.rule(), breach.place());
    }

    /** Every breach of every rule; empty for a feasible plan. Rows that are no candidates count for no other rule. */
    public List<Breach> breaches(List<PlanRow> rows) {
        List<PlanRow> known = rows.stream().filter(this::isCandidate).toList();
        return Stream.of(
                        pairIsACandidate(rows),
                        pairIsListedOnce(known),
                        needIsNotOverCovered(known),
                        needIsCoveredWhollyUnlessPartialCoverHelps(known),
                        matchReachesTheFloor(known),
                        matchStaysUnderTheCeiling(known),
                        offerBudgetIsNotExceeded(known),
                        offerServesNoMoreNeedsThanItMay(known),
                        offerStateCapIsNotExceeded(known),
                        stateAbsorbsItsNeedsAtAnyTime(known),
                        pinnedRowStands(known))
                .flatMap(List::stream)
                .toList();
    }

    private boolean isCandidate(PlanRow row) {
        return row.parts() >= 1 && problem.candidates().find(row.need(), row.offer()) >= 0;
    }

    List<Breach> pairIsACandidate(List<PlanRow> rows) {
        return rows.stream()
                .filter(row -> !isCandidate(row))
                .map(row -> new Breach(HardRule.PAIR_IS_A_CANDIDATE, row.place(), row.parts(), 0))
                .toList();
    }

    List<Breach> pairIsListedOnce(List<PlanRow> rows) {
        Set<Place> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> !seen.add(row.place()))
                .map(row -> new Breach(HardRule.PAIR_IS_LISTED_ONCE, row.place(), 2, 1))
                .toList();
    }

    List<Breach> needIsNotOverCovered(List<PlanRow> rows) {
        return above(HardRule.NEED_IS_NOT_OVER_COVERED, partsOfNeeds(rows), partsOfNeeds(standing), place -> need(place)
                .parts());
    }

    List<Breach> needIsCoveredWhollyUnlessPartialCoverHelps(List<PlanRow> rows) {
        Map<Place.AtNeed, Long> fixed = partsOfNeeds(standing);
        List<Breach> breaches = new ArrayList<>();
        partsOfNeeds(rows).forEach((place, given) -> {
            Need need = need(place);
            boolean stands = given.equals(fixed.get(place));
            if (!need.partialOk() && given < need.parts() && !stands) {
                breaches.add(new Breach(
                        HardRule.NEED_IS_COVERED_WHOLLY_UNLESS_PARTIAL_COVER_HELPS, place, given, need.parts()));
            }
        });
        return breaches;
    }

    List<Breach> matchReachesTheFloor(List<PlanRow> rows) {
        return rows.stream()
                .filter(row -> !standingRows.contains(row))
                .filter(row -> money(row) < offer(row).floorUsd())
                .map(row -> new Breach(
                        HardRule.MATCH_REACHES_THE_FLOOR,
                        row.place(),
                        money(row),
                        offer(row).floorUsd()))
                .toList();
    }

    List<Breach> matchStaysUnderTheCeiling(List<PlanRow> rows) {
        return rows.stream()
                .filter(row -> !standingRows.contains(row))
                .filter(row -> money(row) > offer(row).ceilingUsd())
                .map(row -> new Breach(
                        HardRule.MATCH_STAYS_UNDER_THE_CEILING,
                        row.place(),
                        money(row),
                        offer(row).ceilingUsd()))
                .toList();
    }

    List<Breach> offerBudgetIsNotExceeded(List<PlanRow> rows) {
        return above(
                HardRule.OFFER_BUDGET_IS_NOT_EXCEEDED,
                moneyOfOffers(rows),
                moneyOfOffers(standing),
                place -> problem.offers().get(place.offer()).budgetUsd());
    }

    List<Breach> offerServesNoMoreNeedsThanItMay(List<PlanRow> rows) {
        return above(
                HardRule.OFFER_SERVES_NO_MORE_NEEDS_THAN_IT_MAY,
                needsOfOffers(rows),
                needsOfOffers(standing),
                place -> problem.offers().get(place.offer()).maxNeeds());
    }

    List<Breach> offerStateCapIsNotExceeded(List<PlanRow> rows) {
        return above(
                HardRule.OFFER_STATE_CAP_IS_NOT_EXCEEDED,
                moneyOfOffersByState(rows),
                moneyOfOffersByState(standing),
                place -> problem.offers().get(place.offer()).perStateCapUsd());
    }

    List<Breach> stateAbsorbsItsNeedsAtAnyTime(List<PlanRow> rows) {
        return above(
                HardRule.STATE_ABSORBS_ITS_NEEDS_AT_ANY_TIME,
                needsServedByPeriod(rows),
                needsServedByPeriod(standing),
                place -> problem.states().get(place.state()).absorption());
    }

    List<Breach> pinnedRowStands(List<PlanRow> rows) {
        Set<PlanRow> given = new HashSet<>(rows);
        return problem.pinned().stream()
                .filter(row -> !given.contains(row))
                .map(row -> new Breach(HardRule.PINNED_ROW_STANDS, row.place(), 0, row.parts()))
                .toList();
    }

    /** Where more is used than the limit allows, or than the standing rows use where they are above it. */
    private static <P extends Place> List<Breach> above(
            HardRule rule, Map<P, Long> used, Map<P, Long> fixed, ToLongFunction<P> limit) {
        List<Breach> breaches = new ArrayList<>();
        used.forEach((place, amount) -> {
            long allowed = Math.max(limit.applyAsLong(place), fixed.getOrDefault(place, 0L));
            if (amount > allowed) {
                breaches.add(new Breach(rule, place, amount, limit.applyAsLong(place)));
            }
        });
        return breaches;
    }

    private static Map<Place.AtNeed, Long> partsOfNeeds(List<PlanRow> rows) {
        Map<Place.AtNeed, Long> parts = new HashMap<>();
        rows.forEach(row -> parts.merge(new Place.AtNeed(row.need()), (long) row.parts(), Long::sum));
        return parts;
    }

    private Map<Place.AtOffer, Long> moneyOfOffers(List<PlanRow> rows) {
        Map<Place.AtOffer, Long> money = new HashMap<>();
        rows.forEach(row -> money.merge(new Place.AtOffer(row.offer()), money(row), Long::sum));
        return money;
    }

    private static Map<Place.AtOffer, Long> needsOfOffers(List<PlanRow> rows) {
        Map<Place.AtOffer, Long> needs = new HashMap<>();
        rows.forEach(row -> needs.merge(new Place.AtOffer(row.offer()), 1L, Long::sum));
        return needs;
    }

    private Map<Place.AtOfferAndState, Long> moneyOfOffersByState(List<PlanRow> rows) {
        Map<Place.AtOfferAndState, Long> money = new HashMap<>();
        rows.forEach(row ->
                money.merge(new Place.AtOfferAndState(row.offer(), need(row).state()), money(row), Long::sum));
        return money;
    }

    private Map<Place.AtStateAndPeriod, Long> needsServedByPeriod(List<PlanRow> rows) {
        Map<Place.AtStateAndPeriod, Long> served = new HashMap<>();
        rows.stream().mapToInt(PlanRow::need).distinct().forEach(index -> {
            Need need = problem.needs().get(index);
            IntStream.rangeClosed(need.from(), need.to())
                    .forEach(t -> served.merge(new Place.AtStateAndPeriod(need.state(), t), 1L, Long::sum));
        });
        return served;
    }

    private long money(PlanRow row) {
        return row.parts() * need(row).partCostUsd();
    }

    private Need need(PlanRow row) {
        return problem.needs().get(row.need());
    }

    private Need need(Place.AtNeed place) {
        return problem.needs().get(place.need());
    }

    private Offer offer(PlanRow row) {
        return problem.offers().get(row.offer());
    }
}

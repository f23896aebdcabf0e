package org.switchboard.matching.engine.adjustment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;

/**
 * What people ask of one run, as another problem: whoever solves it, keeps to it. All numbers are indices of the problem.
 *
 * <p>Rows that stand do so even where they break a limit; nothing is then added to that limit. So whatever has changed
 * around a pin, there is a plan.
 *
 * @param pins rows that every plan holds exactly as they are
 * @param leftAlone needs that get nothing beside the rows that stand
 * @param bans pairs that no plan holds
 * @param lockedOffers offers that keep exactly their rows of the plan that the problem starts from, which are its previous
 *     rows, and take no others; what has been agreed on them before stands too
 * @param limits the money of offers, where it is supposed to be other than it is
 */
public record Adjustments(
        List<PlanRow> pins,
        Set<Integer> leftAlone,
        Set<Pair> bans,
        Set<Integer> lockedOffers,
        Map<Integer, OfferLimits> limits) {

    /** Leaves a problem as it is. */
    public static final Adjustments NONE = new Adjustments(List.of(), Set.of(), Set.of(), Set.of(), Map.of());

    public Adjustments {
        pins = List.copyOf(pins);
        leftAlone = Set.copyOf(leftAlone);
        bans = Set.copyOf(bans);
        lockedOffers = Set.copyOf(lockedOffers);
        limits = Map.copyOf(limits);
    }

    /**
     * The problem with all of this in it. A pair that stands is a candidate whatever has changed since; where the problem
     * does not know how well it fits, it counts as fitting not at all.
     *
     * @throws InvalidProblemException if it names what the problem does not have, or contradicts itself or the rows that
     *     stand already
     */
    public Problem applyTo(Problem problem) {
        checkNumbers(problem);
        List<PlanRow> standing = standing(problem.pinned(), problem.previous());
        return problem.with(offers(problem.offers()), candidates(problem, standing), standing);
    }

    /**
     * Every row that stands: what was agreed before, then the pins, then what locked offers keep.
     *
     * @param agreed rows that stand without this
     * @param previous rows of the plan that is started from
     * @throws InvalidProblemException if two of these wishes contradict each other
     */
    public List<PlanRow> standing(List<PlanRow> agreed, List<PlanRow> previous) {
        Map<Pair, PlanRow> standing = new LinkedHashMap<>();
        agreed.forEach(row -> standing.put(Pair.of(row), row));
        pins.forEach(pin -> pin(pin, standing));
        checkPinsOnLockedOffers(agreed, previous);
        previous.stream()
                .filter(row -> lockedOffers.contains(row.offer()))
                .forEach(row -> standing.putIfAbsent(Pair.of(row), row));
        for (Pair ban : bans) {
            refuse(standing.containsKey(ban), "bans", words(ban) + " are pinned, so they cannot be banned");
        }
        return List.copyOf(standing.values());
    }

    private static void pin(PlanRow pin, Map<Pair, PlanRow> standing) {
        Pair pair = Pair.of(pin);
        PlanRow before = standing.putIfAbsent(pair, pin);
        refuse(
                before != null && before.parts() != pin.parts(),
                "pins",
                words(pair) + " are pinned with other parts already");
    }

    private void checkPinsOnLockedOffers(List<PlanRow> agreed, List<PlanRow> previous) {
        Set<PlanRow> kept = new HashSet<>(previous);
        kept.addAll(agreed);
        for (PlanRow pin : pins) {
            refuse(
                    lockedOffers.contains(pin.offer()) && !kept.contains(pin),
                    "pins",
                    words(Pair.of(pin)) + " are no row of the plan that is started from, and the offer is locked");
        }
    }

    private List<Offer> offers(List<Offer> offers) {
        List<Offer> supposed = new ArrayList<>(offers);
        limits.forEach((offer, money) -> supposed.set(offer, money.in(offers.get(offer))));
        return supposed;
    }

    private CandidateTable candidates(Problem problem, List<PlanRow> standing) {
        CandidateTable before = problem.candidates();
        Set<Pair> standingPairs = new HashSet<>();
        CandidateTable.Builder after = new CandidateTable.Builder(
                problem.needs().size(), problem.offers().size());
        for (PlanRow row : standing) {
            int known = before.find(row.need(), row.offer());
            after.add(row.need(), row.offer(), known < 0 ? 0 : before.fit(known));
            standingPairs.add(Pair.of(row));
        }
        for (int need = 0; need < before.needs(); need++) {
            for (int c = before.first(need); c < before.end(need); c++) {
                Pair pair = new Pair(need, before.offer(c));
                if (!standingPairs.contains(pair) && isFree(pair)) {
                    after.add(need, before.offer(c), before.fit(c));
                }
            }
        }
        return after.build();
    }

    private boolean isFree(Pair pair) {
        return !leftAlone.contains(pair.need()) && !lockedOffers.contains(pair.offer()) && !bans.contains(pair);
    }

    private void checkNumbers(Problem problem) {
        int needs = problem.needs().size();
        int offers = problem.offers().size();
        check("pins", "need", pins.stream().mapToInt(PlanRow::need), needs);
        check("pins", "offer", pins.stream().mapToInt(PlanRow::offer), offers);
        check("left alone", "need", leftAlone.stream().mapToInt(need -> need), needs);
        check("bans", "need", bans.stream().mapToInt(Pair::need), needs);
        check("bans", "offer", bans.stream().mapToInt(Pair::offer), offers);
        check("locked offers", "offer", lockedOffers.stream().mapToInt(offer -> offer), offers);
        check("limits", "offer", limits.keySet().stream().mapToInt(offer -> offer), offers);
    }

    private static void check(String place, String item, IntStream numbers, int count) {
        numbers.forEach(number -> refuse(number < 0 || number >= count, place, "unknown " + item + " " + number));
    }

    private static String words(Pair pair) {
        return "need " + pair.need() + " and offer " + pair.offer();
    }

    private static void refuse(boolean wrong, String place, String message) {
        if (wrong) {
            throw new InvalidProblemException(place, message);
        }
    }
}

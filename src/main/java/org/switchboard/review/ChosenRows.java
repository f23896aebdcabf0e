package org.switchboard.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.matching.Commitments;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The rows that an expert puts forward, out of a plan and what is asked beside it. It is used once. */
final class ChosenRows {

    private static final String ALREADY = "is put forward already";

    private final Map<Pair, Commitments.Row> plan = new LinkedHashMap<>();
    private final PutForward asked;
    private final List<Violation> broken = new ArrayList<>();

    ChosenRows(List<Commitments.Row> plan, PutForward asked) {
        plan.forEach(row -> this.plan.put(Pair.of(row), row));
        this.asked = asked;
    }

    private record Pair(UUID need, UUID offer) {
        static Pair of(Commitments.Row row) {
            return new Pair(row.need(), row.offer());
        }

        static Pair of(PutForward.ChangedRow change) {
            return new Pair(change.need(), change.offer());
        }
    }

    /** @throws Refusal.RulesBroken if what is asked is about rows that the plan does not have, or about one twice */
    List<WantedRow> rows() {
        Map<Pair, WantedRow> wanted = new LinkedHashMap<>();
        only().forEach(row -> wanted.put(Pair.of(row), new WantedRow(row, Origin.PLAN, null)));
        Set<Pair> seen = new HashSet<>();
        asked.changes().forEach(change -> wanted.remove(Pair.of(change)));
        for (int i = 0; i < asked.changes().size(); i++) {
            change("/changes/" + i, asked.changes().get(i), wanted, seen);
        }
        for (int i = 0; i < asked.additions().size(); i++) {
            PutForward.AddedRow added = asked.additions().get(i);
            Commitments.Row row = new Commitments.Row(added.need(), added.offer(), added.parts());
            require(!wanted.containsKey(Pair.of(row)), "/additions/" + i, "Unique", ALREADY);
            wanted.put(Pair.of(row), new WantedRow(row, Origin.ADDED, added.reason()));
        }
        if (!broken.isEmpty()) {
            throw new Refusal.RulesBroken(broken);
        }
        return List.copyOf(wanted.values());
    }

    private Collection<Commitments.Row> only() {
        if (asked.only() == null) {
            return plan.values();
        }
        List<Commitments.Row> rows = new ArrayList<>();
        for (int i = 0; i < asked.only().size(); i++) {
            PutForward.Pair pair = asked.only().get(i);
            Commitments.Row row = plan.get(new Pair(pair.need(), pair.offer()));
            require(row != null, "/only/" + i, "OfThePlan", "is no row of this plan");
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private void change(String place, PutForward.ChangedRow change, Map<Pair, WantedRow> wanted, Set<Pair> seen) {
        Pair pair = Pair.of(change);
        require(plan.containsKey(pair), place, "OfThePlan", "is no row of this plan");
        require(seen.add(pair), place, "Unique", "changes a row that is changed above");
        require(
                change.otherOffer() != null || change.parts() != null,
                place,
                "Something",
                "changes nothing: name another offer, other parts, or 0 parts to drop the row");
        Commitments.Row row = plan.get(pair);
        if (row == null || Integer.valueOf(0).equals(change.parts())) {
            return;
        }
        Commitments.Row otherwise = new Commitments.Row(
                row.need(),
                change.otherOffer() == null ? row.offer() : change.otherOffer(),
                change.parts() == null ? row.parts() : change.parts());
        require(!wanted.containsKey(Pair.of(otherwise)), place, "Unique", ALREADY);
        wanted.put(Pair.of(otherwise), new WantedRow(otherwise, Origin.CHANGED, change.reason()));
    }

    private void require(boolean holds, String place, String rule, String words) {
        if (!holds) {
            broken.add(new Violation(place, rule, words));
        }
    }
}

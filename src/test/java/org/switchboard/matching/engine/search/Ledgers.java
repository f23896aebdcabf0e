package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchboard.matching.engine.Objective;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.Rules;

/** Ledgers in the making, and what holds of every ledger at any time. */
final class Ledgers {

    private Ledgers() {}

    /** Some needs are served by patterns drawn by chance, as far as all rules allow. */
    static Ledger partlyFilled(OpenProblem open, Random random) {
        Ledger ledger = new Ledger(open);
        for (int i = 0; i < open.needs(); i++) {
            List<Pattern> patterns = Openings.patterns(open, i);
            if (!patterns.isEmpty() && open.openParts(i) > 0 && random.nextInt(3) > 0) {
                Pattern drawn = patterns.get(random.nextInt(patterns.size()));
                if (fits(ledger, drawn)) {
                    ledger.put(i, drawn);
                }
            }
        }
        return ledger;
    }

    /** Whether the plan still keeps all rules with this pattern added. */
    static boolean fits(Ledger ledger, Pattern pattern) {
        List<PlanRow> rows = rows(ledger);
        rows.addAll(pattern.rows(ledger.open()));
        return Rules.besidePins(ledger.open().problem()).breaches(rows).isEmpty();
    }

    /** The pinned rows and all that the ledger gives. */
    static List<PlanRow> rows(Ledger ledger) {
        List<PlanRow> rows = new ArrayList<>(ledger.open().problem().pinned());
        for (int i = 0; i < ledger.open().needs(); i++) {
            Pattern pattern = ledger.pattern(i);
            if (pattern != null) {
                rows.addAll(pattern.rows(ledger.open()));
            }
        }
        return rows;
    }

    /** All that can be asked of the ledger, in words; the order of an offer's users is not part of it. */
    static String told(Ledger ledger) {
        OpenProblem open = ledger.open();
        return "score %s, %d rows changed, parts left %s, absorbing %s, gains %s, users %s"
                .formatted(
                        ledger.score(),
                        ledger.rowsChanged(),
                        IntStream.range(0, open.problem().candidates().size())
                                .mapToObj(c -> ledger.partsLeft(c, open.needOf(c)))
                                .toList(),
                        IntStream.range(0, open.needs())
                                .filter(ledger::canAbsorb)
                                .boxed()
                                .toList(),
                        IntStream.range(0, open.states())
                                .mapToObj(s -> ledger.gain(s, 1) + " and " + ledger.gain(s, 40))
                                .toList(),
                        IntStream.range(0, open.offers())
                                .mapToObj(j -> users(ledger, j))
                                .toList());
    }

    private static List<Integer> users(Ledger ledger, int offer) {
        return IntStream.range(0, ledger.users(offer))
                .mapToObj(n -> ledger.user(offer, n))
                .sorted()
                .collect(Collectors.toList());
    }

    /** The ledger keeps all rules, and all its sums are those of a new one with the same patterns and of the readable rules. */
    static void assertSound(Ledger ledger) {
        Problem problem = ledger.open().problem();
        Ledger fresh = new Ledger(ledger.open());
        for (int i = 0; i < ledger.open().needs(); i++) {
            Pattern pattern = ledger.pattern(i);
            if (pattern != null) {
                fresh.put(i, pattern);
            }
        }
        assertEquals(told(fresh), told(ledger));
        List<PlanRow> rows = rows(ledger);
        assertEquals(List.of(), Rules.besidePins(problem).breaches(rows));
        assertEquals(new Objective(problem).level1(rows), ledger.level1());
        assertEquals(new Objective(problem).level2(rows), ledger.level2());
    }
}

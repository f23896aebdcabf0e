package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.bound.Relaxation;

/** Whatever is tried, kept or undone, the ledger stays a plan that keeps all rules, and knows its own sums. */
class RuinAndRecreateTest {

    private static final int ATTEMPTS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void attemptsKeepAllRulesAndUndoingRestoresEverything(long seed) {
        Problem problem = seed % 2 == 0 ? RandomProblems.feasible(seed, 30, 8) : RandomProblems.overUsed(seed, 30, 8);
        OpenProblem open = new OpenProblem(problem);
        Random random = new Random(seed);
        Ledger ledger = Ledgers.partlyFilled(open, random);
        RuinAndRecreate trials = new RuinAndRecreate(
                ledger, new Relaxation(open).solve(30, () -> false), 0.01, new SplittableRandom(seed));
        int changed = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Pattern[] before = patterns(ledger);
            String toldBefore = Ledgers.told(ledger);
            trials.attempt();
            Ledgers.assertSound(ledger);
            assertKnowsItsChanges(ledger, trials.changes(), before);
            changed += toldBefore.equals(Ledgers.told(ledger)) ? 0 : 1;
            if (random.nextBoolean()) {
                trials.changes().clear();
            } else {
                trials.changes().undo();
                assertEquals(toldBefore, Ledgers.told(ledger));
            }
            assertEquals(0, trials.changes().size());
        }
        assertTrue(changed > 0, "attempts change something");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void changesOfManyAttemptsAreUndoneAtOnce(long seed) {
        OpenProblem open = new OpenProblem(RandomProblems.feasible(seed, 120, 30));
        Ledger ledger = Ledgers.partlyFilled(open, new Random(seed));
        RuinAndRecreate trials = new RuinAndRecreate(
                ledger, new Relaxation(open).solve(30, () -> false), 0.01, new SplittableRandom(seed));
        Changes kept = new Changes(ledger);
        String toldBefore = Ledgers.told(ledger);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            trials.attempt();
            kept.addAll(trials.changes());
            trials.changes().clear();
        }
        assertTrue(kept.size() > 16, "more than there was room for at first");
        kept.undo();

        Ledgers.assertSound(ledger);
        assertEquals(toldBefore, Ledgers.told(ledger));
    }

    /** Every need that has another pattern is among the changes, and none is said to be undone that is not. */
    private static void assertKnowsItsChanges(Ledger ledger, Changes changes, Pattern[] before) {
        Set<Integer> listed = new HashSet<>();
        for (int p = 0; p < changes.size(); p++) {
            int need = changes.need(p);
            assertTrue(listed.add(need), "a need is listed once");
            assertEquals(Objects.equals(before[need], ledger.pattern(need)), changes.isUndone(p));
        }
        for (int i = 0; i < before.length; i++) {
            assertEquals(listed.contains(i), changes.has(i));
            assertTrue(listed.contains(i) || Objects.equals(before[i], ledger.pattern(i)));
        }
    }

    private static Pattern[] patterns(Ledger ledger) {
        return IntStream.range(0, ledger.open().needs())
                .mapToObj(ledger::pattern)
                .toArray(Pattern[]::new);
    }
}

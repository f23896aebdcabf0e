package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.bound.Prices;
import org.switchboard.matching.engine.bound.Relaxation;

/** The best pattern against the list of all patterns that the readable rules still allow. */
class BestPatternTest {

    private static final double LEVEL_2_WEIGHT = 0.013;

    @Test
    void isTheBestOfAllThatStillFit() {
        int found = 0;
        int none = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Problem problem =
                    seed % 2 == 0 ? RandomProblems.feasible(seed, 14, 6) : RandomProblems.overUsed(seed, 14, 6);
            OpenProblem open = new OpenProblem(problem);
            Prices prices = new Relaxation(open).solve(30, () -> false);
            Ledger ledger = Ledgers.partlyFilled(open, random);
            BestPattern best = new BestPattern(ledger, prices, LEVEL_2_WEIGHT);
            for (int i = 0; i < open.needs(); i++) {
                if (ledger.offers(i) == 0) {
                    double most = mostWorth(ledger, prices, i);
                    double worth = best.find(i);
                    assertEquals(most, worth, 1e-9 * Math.max(1, Math.abs(most)), "seed " + seed + ", need " + i);
                    if (worth > Double.NEGATIVE_INFINITY) {
                        assertPutsWhatItFound(ledger, prices, best, i, worth);
                        found++;
                    } else {
                        none++;
                    }
                }
            }
        }
        assertTrue(found > 100 && none > 100, "some can be served and some cannot: " + found + ", " + none);
    }

    private static void assertPutsWhatItFound(Ledger ledger, Prices prices, BestPattern best, int need, double worth) {
        double level1 = ledger.level1();
        best.put(need);
        Pattern put = Objects.requireNonNull(ledger.pattern(need));
        Ledgers.assertSound(ledger);
        assertEquals(worth, ledger.level1() - level1 - price(ledger.open(), prices, need, put), 1e-6);
        ledger.takeAll(need);
    }

    private static double mostWorth(Ledger ledger, Prices prices, int need) {
        double most = Double.NEGATIVE_INFINITY;
        for (Pattern pattern : Openings.patterns(ledger.open(), need)) {
            if (Ledgers.fits(ledger, pattern)) {
                long before = ledger.level1();
                ledger.put(need, pattern);
                double worth = ledger.level1() - before - price(ledger.open(), prices, need, pattern);
                ledger.takeAll(need);
                most = Math.max(most, worth);
            }
        }
        return most;
    }

    /** What the pattern takes from others, less a little of what it is worth on level 2. */
    private static double price(OpenProblem open, Prices prices, int index, Pattern pattern) {
        Need need = open.need(index);
        double price = open.servedByPins(index) ? 0 : prices.absorption(need.state(), need.from(), need.to());
        for (int o = 0; o < pattern.offers(); o++) {
            int c = pattern.candidate(o);
            int j = open.offerOf(c);
            int parts = pattern.parts(o);
            double fit = open.problem().candidates().fit(c)
                    + (open.partsBefore(c) > 0 ? open.problem().changePenalty() : 0);
            double level2 =
                    parts * need.quartersPerPart() * fit - open.problem().fragPenalty();
            price += prices.slot(j) + parts * need.partCostUsd() * prices.moneyTo(j, need.state());
            price -= LEVEL_2_WEIGHT * level2;
        }
        return price;
    }
}

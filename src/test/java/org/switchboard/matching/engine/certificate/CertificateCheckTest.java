package org.switchboard.matching.engine.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.Multipliers;

class CertificateCheckTest {

    private static final int TINY_PROBLEMS = 1_200;

    /** Whatever the prices, and even where pins break limits, no plan is better than what is said to be proven. */
    @Test
    void noPlanOfATinyProblemExceedsWhatIsProven() {
        for (int seed = 0; seed < TINY_PROBLEMS; seed++) {
            Problem problem = tiny(seed);
            long best = Enumeration.bestLevel1(problem);
            Random random = new Random(seed);

            assertProven(problem, new Multipliers(problem, 1), best, "zero", seed);
            Multipliers sensible = sensible(problem, random, 1 + random.nextInt(1_000));
            assertProven(problem, sensible, best, "sensible", seed);
            tamper(problem, sensible, random);
            assertProven(problem, sensible, best, "tampered", seed);
            assertProven(problem, wild(problem, random), best, "wild", seed);
        }
    }

    private static void assertProven(Problem problem, Multipliers prices, long best, String kind, int seed) {
        long proven = CertificateCheck.provenBound(problem, prices);
        assertTrue(proven >= best, () -> kind + " prices of problem " + seed + " prove " + proven + " below " + best);
    }

    /** The bound is the formula's value itself, not something above it. */
    @Test
    void isExactlyTheFormula() {
        for (int seed = 0; seed < 400; seed++) {
            Problem problem = tiny(seed);
            Multipliers prices = sensible(problem, new Random(seed), 1 + seed);

            assertEquals(Formula.bound(problem, prices), CertificateCheck.provenBound(problem, prices), "seed " + seed);
        }
    }

    @Test
    void withoutPricesItProvesNoMoreThanTheTrivialBound() {
        int equal = 0;
        for (int seed = 0; seed < 300; seed++) {
            Problem problem = RandomProblems.feasible(seed, 20, 8);
            Certificate trivial = Certificate.trivial(problem);

            long proven = CertificateCheck.provenBound(problem, trivial.multipliers());

            assertTrue(proven <= trivial.bound(), proven + " is above " + trivial.bound());
            equal += proven == trivial.bound() ? 1 : 0;
        }
        assertTrue(equal > 0, "nothing in the way of any candidate: both are the same");
    }

    @Test
    void goodPricesProveTheBestPlanOptimal() {
        // one slot for two equal needs: its price is what the second one would be worth
        Problem problem = new ProblemDraft()
                .state(10, 1_000, 1_000)
                .need(400, 1, 2, false)
                .need(400, 1, 2, false)
                .offer(ProblemDraft.PLENTY, 0, ProblemDraft.PLENTY, 1, ProblemDraft.PLENTY)
                .allCandidates(50)
                .build();
        Multipliers prices = new Multipliers(problem, 1);
        prices.setSlot(0, 80);
        prices.setPart(0, 1, 80);
        prices.setPart(1, 1, 80);

        assertEquals(160, CertificateCheck.provenBound(problem, new Multipliers(problem, 1)));
        assertEquals(80, CertificateCheck.provenBound(problem, prices));
    }

    @Test
    void onlyWholePointsCount() {
        Problem problem = new ProblemDraft()
                .state(10, 1_000, 1_000)
                .need(400, 1, 1, false)
                .offer()
                .allCandidates(50)
                .build();
        Multipliers prices = new Multipliers(problem, 100);
        prices.setAbsorption(0, 0, 5);
        prices.setAbsorption(0, 1, 5);

        // 100 times (40 points), less 10 for absorbing the need, and 10 needs at 5 in each of two periods
        assertEquals((4_000 - 10 + 100) / 100, CertificateCheck.provenBound(problem, prices));
    }

    @Test
    void refusesPricesWhoseSumsLeaveTheRange() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 1, 1, false)
                .offer()
                .offer()
                .allCandidates(50)
                .build();
        Multipliers scale = new Multipliers(problem, Long.MAX_VALUE);
        Multipliers part = new Multipliers(problem, 1);
        part.setPart(0, 1, Long.MIN_VALUE);
        Multipliers slot = new Multipliers(problem, 1);
        slot.setSlot(0, Long.MAX_VALUE);
        slot.setSlot(1, Long.MAX_VALUE);

        for (Multipliers prices : new Multipliers[] {scale, part, slot}) {
            InvalidProblemException refused =
                    assertThrows(InvalidProblemException.class, () -> CertificateCheck.provenBound(problem, prices));
            assertTrue(refused.getMessage().contains("out of range"), refused::getMessage);
        }
    }

    private static Problem tiny(int seed) {
        return seed % 2 == 0 ? RandomProblems.feasible(seed, 4, 4) : RandomProblems.overUsed(seed, 4, 4);
    }

    /** Prices such as a search might hold: a part costs about what its coverage is worth, limits a little. */
    private static Multipliers sensible(Problem problem, Random random, long scale) {
        Multipliers prices = new Multipliers(problem, scale);
        CandidateTable candidates = problem.candidates();
        for (int i = 0; i < candidates.needs(); i++) {
            Need need = problem.needs().get(i);
            for (int c = candidates.first(i); c < candidates.end(i); c++) {
                for (int k = 1; k <= need.parts(); k++) {
                    long value = scale * k * need.weight() * need.quartersPerPart();
                    prices.setPart(c, k, value * random.nextInt(12) + random.nextInt(50) - 25);
                }
                prices.setStateCap(candidates.offer(c), need.state(), random.nextInt(3) == 0 ? random.nextInt(4) : 0);
            }
        }
        for (int j = 0; j < problem.offers().size(); j++) {
            prices.setSlot(j, random.nextInt(3) == 0 ? scale * random.nextInt(20) : 0);
        }
        for (int s = 0; s < problem.states().size(); s++) {
            for (int t = 0; t < problem.periods(); t++) {
                prices.setAbsorption(s, t, random.nextInt(3) == 0 ? scale * random.nextInt(10) : 0);
            }
        }
        return prices;
    }

    private static void tamper(Problem problem, Multipliers prices, Random random) {
        for (int times = 0; times < 3 && problem.candidates().size() > 0; times++) {
            int c = random.nextInt(problem.candidates().size());
            prices.setPart(c, 1 + random.nextInt(prices.mostParts(c)), random.nextInt(2_000_000) - 1_000_000);
        }
    }

    private static Multipliers wild(Problem problem, Random random) {
        Multipliers prices = new Multipliers(problem, 1 + random.nextInt(1_000_000));
        for (int c = 0; c < problem.candidates().size(); c++) {
            for (int k = 1; k <= prices.mostParts(c); k++) {
                prices.setPart(c, k, random.nextLong() >> (10 + random.nextInt(50)));
            }
        }
        prices.setSlot(0, random.nextInt(1_000_000_000));
        prices.setStateCap(1, 1, random.nextInt(1_000_000_000));
        return prices;
    }
}

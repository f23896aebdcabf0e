package org.switchboard.matching.engine.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.AllPlans;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.TinyProblems;

/** Every bound against the best of all plans. */
class BoundTest {

    private static final int PROBLEMS = 2_000;

    private static final LongSupplier NO_TIME_PASSES = () -> 0;

    @Test
    void noBoundIsBelowTheBestPlanAndItsMultipliersProveIt() {
        int closed = 0;
        for (int seed = 0; seed < PROBLEMS; seed++) {
            String which = "seed " + seed;
            Problem problem = TinyProblems.of(seed);
            long best = AllPlans.best(problem).figures().level1();
            Certificate trivial = Certificate.trivial(problem);
            Certificate found = searched(problem, 20);

            assertTrue(best <= found.bound(), () -> which + ": " + found.bound() + " is below the best, " + best);
            assertTrue(found.bound() <= trivial.bound(), which);
            long byFormula = PlainBound.of(problem, found.multipliers());
            assertTrue(best <= byFormula, which);
            assertTrue(byFormula <= found.bound(), () -> which + ": the multipliers prove no more than " + byFormula);
            assertTrue(PlainBound.of(problem, trivial.multipliers()) <= trivial.bound(), which);
            closed += found.bound() == best ? 1 : 0;
        }
        int proven = closed;
        assertTrue(proven > PROBLEMS * 9 / 10, () -> "only " + proven + " bounds are reached by the best plan");
    }

    @Test
    void noRoundOfPricesOrOfTheDecompositionIsBelowTheBestPlan() {
        for (int seed = 0; seed < 200; seed++) {
            String which = "seed " + seed;
            Problem problem = TinyProblems.of(seed);
            OpenProblem open = new OpenProblem(problem);
            long best = AllPlans.best(problem).figures().level1();
            Relaxation relaxation = new Relaxation(open);
            for (int rounds = 1; rounds <= 16; rounds *= 4) {
                Decomposition decomposition = new Decomposition(open, relaxation.solve(rounds, () -> false), null);
                double relaxed = relaxation.evaluate();
                assertTrue(relaxed >= best * (1 - 1e-12) - 1e-6, () -> which + ": " + relaxed + " is below " + best);
                for (int round = 0; round < 20; round++) {
                    long points = decomposition.points(decomposition.evaluate());
                    assertTrue(points >= best, () -> which + ": " + points + " is below " + best);
                    decomposition.move(0.3);
                }
            }
        }
    }

    @Test
    void whatIsUnderWayWhenItIsStoppedProvesNothing() {
        for (int seed = 0; seed < 100; seed++) {
            Problem problem = TinyProblems.of(seed);
            OpenProblem open = new OpenProblem(problem);
            AtomicReference<BoundSearch> search = new AtomicReference<>();
            LongSupplier stopsWhenAskedAgain = new LongSupplier() {
                private int asked;

                @Override
                public long getAsLong() {
                    if (asked++ > 0) {
                        search.get().stop();
                    }
                    return asked;
                }
            };
            search.set(new BoundSearch(
                    open,
                    new Relaxation(open).solve(5, () -> false),
                    null,
                    stopsWhenAskedAgain,
                    1_000_000,
                    BoundSearch.ANY_ROUNDS));
            search.get().run();

            long bound = search.get().certificate().bound();
            assertTrue(bound >= AllPlans.best(problem).figures().level1(), "seed " + seed);
            assertEquals(bound, search.get().bound());
        }
    }

    @Test
    void makesAsManyRoundsAsTheTimeAllows() {
        Problem problem = RandomProblems.feasible(2, 40, 10);
        AtomicLong soon = new AtomicLong();
        AtomicLong late = new AtomicLong();

        long loose =
                searchedUntil(problem, soon, 20_000, BoundSearch.ANY_ROUNDS).bound();
        long close =
                searchedUntil(problem, late, 400_000, BoundSearch.ANY_ROUNDS).bound();

        assertTrue(close < loose, () -> close + " is not below " + loose);
        assertEquals(400, late.get() / 1_000, 1);
    }

    @Test
    void farAsItsDeadlineIsItMakesNoMoreThanItsRoundsAndPacesThemSo() {
        Problem problem = RandomProblems.feasible(2, 40, 10);
        AtomicLong time = new AtomicLong();

        long bound = searchedUntil(problem, time, 3_600_000_000_000L, BoundSearch.ROUNDS)
                .bound();

        assertEquals(searched(problem, 20).bound(), bound);
        assertEquals(1 + BoundSearch.ROUNDS, time.get() / 1_000);
    }

    @Test
    void itsDeadlineEndsItBeforeItsRounds() {
        AtomicLong time = new AtomicLong();

        searchedUntil(RandomProblems.feasible(2, 40, 10), time, 50_000, BoundSearch.ROUNDS);

        assertEquals(50, time.get() / 1_000, 1);
    }

    @Test
    void theGapIsTheShareOfTheBoundThatIsMissing() {
        Multipliers any = new Multipliers(new ProblemDraft().build(), 1);

        assertEquals(0.25, new Certificate(400, any).gap(300));
        assertEquals(1, new Certificate(400, any).gap(0));
        assertEquals(0, new Certificate(400, any).gap(400));
        assertEquals(0, new Certificate(0, any).gap(0));
    }

    /** Every asking of the time takes a thousand nanoseconds. */
    private static Certificate searchedUntil(Problem problem, AtomicLong time, long deadline, int rounds) {
        OpenProblem open = new OpenProblem(problem);
        BoundSearch search = new BoundSearch(
                open, new Relaxation(open).solve(20, () -> false), null, () -> time.addAndGet(1_000), deadline, rounds);
        search.run();
        return search.certificate();
    }

    private static Certificate searched(Problem problem, int rounds) {
        OpenProblem open = new OpenProblem(problem);
        BoundSearch search = new BoundSearch(
                open,
                new Relaxation(open).solve(rounds, () -> false),
                null,
                NO_TIME_PASSES,
                Long.MAX_VALUE,
                BoundSearch.ROUNDS);
        search.run();
        return search.certificate();
    }
}

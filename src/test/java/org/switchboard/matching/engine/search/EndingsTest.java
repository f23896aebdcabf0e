package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.RandomProblems;

/** What ends a search, and what it then says of itself. */
class EndingsTest {

    private static final Problem PROBLEM = RandomProblems.feasible(31, 60, 15);

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void allStepsWereMade(int threads) {
        Solution solution = Searches.solve(
                PROBLEM, SolveOptions.of(SolveLimits.ofSteps(3_000), 1).withThreads(threads));

        assertEquals(Ending.STEPS, solution.ending());
        assertEquals(3_000, solution.steps());
        assertEquals(3_000, solution.laps().get(SolveOptions.LAPS - 1));
    }

    /** An hour that no search by steps is meant to take: every reading of the clock takes a millisecond. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theDeadlineOfASearchByStepsChangesNeitherItsPlanNorItsBound(int threads) {
        SolveLimits steps = SolveLimits.ofSteps(3_000);
        AtomicLong nanos = new AtomicLong();

        Solution free = Searches.solve(PROBLEM, SolveOptions.of(steps, 1).withThreads(threads));
        Solution limited = Searches.solve(
                PROBLEM,
                SolveOptions.of(steps.andSeconds(3_600), 1).withThreads(threads),
                () -> nanos.addAndGet(1_000_000));

        assertEquals(Ending.STEPS, limited.ending());
        assertEquals(free.plan().rows(), limited.plan().rows());
        assertEquals(free.certificate().bound(), limited.certificate().bound());
    }

    @Test
    void allStepsOfAScheduleWereMadeThoughMoreWereAllowed() {
        Solution solution = Searches.solve(
                PROBLEM, SolveOptions.of(SolveLimits.ofSteps(9_000), 1).repeating(evenLaps(2_000)));

        assertEquals(Ending.STEPS, solution.ending());
        assertEquals(2_000, solution.steps());
    }

    @Test
    void theGapIsReached() {
        SolveLimits limits = SolveLimits.ofSteps(5_000_000).andGapPercent(30);

        Solution solution = Searches.solve(PROBLEM, SolveOptions.of(limits, 1));

        assertEquals(Ending.GAP, solution.ending());
        assertTrue(solution.gap() <= 0.3);
        assertTrue(solution.steps() < 5_000_000);
    }

    @Test
    void nothingImprovesAnyMore() {
        SolveLimits limits = SolveLimits.ofSteps(5_000_000).andStepsUnimproved(1_000);

        Solution solution = Searches.solve(PROBLEM, SolveOptions.of(limits, 1));

        assertEquals(Ending.NO_IMPROVEMENT, solution.ending());
        assertTrue(solution.steps() >= 1_000 && solution.steps() < 500_000, () -> "took " + solution.steps());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theTimeIsOver(int threads) {
        SolveLimits limits = SolveLimits.ofSteps(Long.MAX_VALUE / 2).andSeconds(1);

        Solution solution = Searches.solve(PROBLEM, SolveOptions.of(limits, 1).withThreads(threads));

        assertEquals(Ending.TIME, solution.ending());
        assertTrue(solution.steps() > 0);
        assertTrue(solution.plan().figures().level1() <= solution.certificate().bound());
    }

    @Test
    void somebodyStopsIt() {
        AtomicReference<Matching> searching = new AtomicReference<>();
        Matching matching = new Matching(
                PROBLEM,
                SolveOptions.of(SolveLimits.ofSteps(Long.MAX_VALUE / 2), 1),
                progress -> searching.get().stop(),
                new RunningStopwatch());
        searching.set(matching);

        Solution solution = matching.solve();

        assertEquals(Ending.STOPPED, solution.ending());
        assertTrue(solution.plan().figures().feasible());
        assertTrue(solution.plan().figures().level1() <= solution.certificate().bound());
    }

    @Test
    void whereAllIsPinnedNothingIsToBeDecided() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 2, 3, true)
                .need(400, 1, 1, false)
                .offer()
                .offer(0, 0, 0, 0, 0)
                .candidate(0, 0, 70)
                .candidate(0, 1, 70)
                .candidate(1, 1, 70)
                .pinned(0, 0, 2)
                .build();

        assertNothingToDecide(problem);
        assertEquals(problem.pinned(), Searches.solve(problem, aMinute()).plan().rows());
    }

    @Test
    void whereThereIsNothingNothingIsToBeDecided() {
        assertNothingToDecide(new ProblemDraft().build());
        assertNothingToDecide(new ProblemDraft().state().need(400, 1, 1, true).build());
        assertNothingToDecide(new ProblemDraft().state().offer().build());
    }

    /** Though there is time for a million rounds of the bound. */
    @Test
    void whereAllIsPinnedAMinuteIsNotSpent() {
        ProblemDraft draft = new ProblemDraft().state().offer();
        for (int i = 0; i < 2_000; i++) {
            draft.need(400, 1, 1, false).candidate(i, 0, 50).pinned(i, 0, 1);
        }
        Problem problem = draft.build();

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertEquals(
                        Ending.NOTHING_TO_DECIDE,
                        Searches.solve(problem, aMinute(), () -> 0).ending()));
    }

    private static void assertNothingToDecide(Problem problem) {
        Solution solution = Searches.solve(problem, aMinute());

        assertEquals(Ending.NOTHING_TO_DECIDE, solution.ending());
        assertEquals(0, solution.steps());
        assertEquals(0, solution.gap());
    }

    private static SolveOptions aMinute() {
        return SolveOptions.of(SolveLimits.ofSeconds(60), 1);
    }

    /** What is reported is the best plan so far: level 1 never falls, and level 2 only where level 1 rises. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void reportsNeverTellOfAWorsePlan(long seed) {
        List<Progress> reports = new ArrayList<>();
        ProgressListener each = reports::add;
        Stopwatch everyReadingIsASecondLater = new Stopwatch() {
            private long asked;

            @Override
            public long elapsedNanos() {
                return asked++ * 1_000_000_000;
            }
        };
        new Matching(PROBLEM, SolveOptions.of(SolveLimits.ofSteps(20_000), seed), each, everyReadingIsASecondLater)
                .solve();

        assertTrue(reports.size() > 5);
        for (int r = 1; r < reports.size(); r++) {
            Progress before = reports.get(r - 1);
            Progress after = reports.get(r);
            assertTrue(after.level1() >= before.level1());
            assertTrue(after.level1() > before.level1() || after.level2() >= before.level2());
            assertTrue(after.bound() <= before.bound());
        }
    }

    /** The last tenth of the steps is for level 2. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void polishingGivesUpNothing(long seed) {
        long planned = 20_000;
        SolveOptions whole = SolveOptions.of(SolveLimits.ofSteps(planned), seed);
        SolveOptions unpolished =
                SolveOptions.of(SolveLimits.ofSteps(planned * 9 / 10), seed).repeating(evenLaps(planned));
        var before = Searches.solve(PROBLEM, unpolished).plan().figures();
        var after = Searches.solve(PROBLEM, whole).plan().figures();

        assertTrue(after.level1() >= before.level1());
        assertTrue(after.level1() > before.level1() || after.level2() >= before.level2());
    }

    @Test
    void polishingRaisesLevelTwo() {
        long gained = 0;
        for (long seed = 1; seed <= 4; seed++) {
            Problem problem = RandomProblems.feasible(seed, 300, 40);
            SolveOptions unpolished =
                    SolveOptions.of(SolveLimits.ofSteps(90_000), seed).repeating(evenLaps(100_000));
            long before = Searches.solve(problem, unpolished).plan().figures().level2();
            gained += Searches.solve(problem, SolveOptions.of(SolveLimits.ofSteps(100_000), seed))
                            .plan()
                            .figures()
                            .level2()
                    - before;
        }
        assertTrue(gained > 0);
    }

    private static List<Long> evenLaps(long steps) {
        return Schedule.ofTrials(1, steps).lapEnds();
    }
}

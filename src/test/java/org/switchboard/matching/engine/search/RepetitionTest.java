package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;

/** The same problem, seed, steps and laps give the same plan, whatever had ended the search and on however many threads. */
class RepetitionTest {

    private static final long SEED = 17;

    @Test
    void theSameStepsGiveTheSamePlanTwentyTimesOfTwenty() {
        Problem problem = RandomProblems.feasible(21, 60, 15);
        SolveOptions options = SolveOptions.of(SolveLimits.ofSteps(5_000), SEED);
        Solution first = Searches.solve(problem, options);

        for (int run = 0; run < 20; run++) {
            Solution again = Searches.solve(problem, options.withThreads(1 + run % 2));
            assertRepeated(first, again);
            assertEquals(first.certificate(), again.certificate());
        }
    }

    /** Early in the warm-up, in the middle of the improvement, and as soon as the polish is under way. */
    @ParameterizedTest
    @ValueSource(doubles = {40, 8, 5, 3, 2})
    void aSearchEndedByTheGapIsRepeatedByItsNumbers(double gapPercent) {
        Problem problem = RandomProblems.feasible(22, 80, 20);
        SolveLimits limits = SolveLimits.ofSteps(60_000).andGapPercent(gapPercent);
        Solution first = Searches.solve(problem, SolveOptions.of(limits, SEED));

        assertEquals(60_000, first.laps().get(SolveOptions.LAPS - 1));
        assertRepeated(first, Searches.solve(problem, Searches.repeating(first, SEED)));
    }

    @Test
    void aSearchByTimeThatEndsInItsFirstLapIsRepeatedByItsNumbers() {
        Problem problem = RandomProblems.feasible(22, 80, 20);
        SolveLimits limits = new SolveLimits(600, SolveLimits.NONE, 20_000, 0);
        Solution first = Searches.solve(problem, SolveOptions.of(limits, SEED));

        assertEquals(Ending.NO_IMPROVEMENT, first.ending());
        assertEquals(List.of(), first.laps());
        assertRepeated(first, Searches.solve(problem, Searches.repeating(first, SEED)));
    }

    /** Cut short in the warm-up or later, as the machine goes: its numbers say how far it came. */
    @ParameterizedTest
    @ValueSource(ints = {60, 400})
    void aSearchLedAndEndedByTheClockIsRepeatedByItsNumbers(int needs) {
        Problem problem = RandomProblems.feasible(23, needs, 20);
        Solution first = Searches.solve(problem, SolveOptions.of(SolveLimits.ofSeconds(1), SEED));

        assertEquals(Ending.TIME, first.ending());
        assertRepeated(first, Searches.solve(problem, Searches.repeating(first, SEED)));
    }

    private static void assertRepeated(Solution first, Solution again) {
        assertEquals(first.plan(), again.plan());
        assertEquals(first.steps(), again.steps());
        assertEquals(first.laps(), again.laps());
    }
}

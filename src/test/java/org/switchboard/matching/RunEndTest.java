package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.Figures;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.Multipliers;
import org.switchboard.matching.engine.search.Solution;
import org.switchboard.matching.engine.search.SolveLimits;

class RunEndTest {

    private static final SolveLimits TEN_SECONDS = SolveLimits.ofSeconds(10);
    private static final long SOON = 500;

    @Test
    void asLongAsNothingElseHappensTimeEndsASearch() {
        assertEquals(RunEnd.TIME, RunEnd.of(solution(70, 90), TEN_SECONDS, false, 10_000));
        assertEquals(RunEnd.TIME, RunEnd.of(solution(70, 90), TEN_SECONDS.andGapPercent(50), false, 10_001), "by then");
    }

    @Test
    void stepsEndASearchWhateverElseDoes() {
        SolveLimits limits = TEN_SECONDS.andSteps(70);

        assertEquals(RunEnd.STEPS, RunEnd.of(solution(70, 90), limits, false, SOON));
        assertEquals(RunEnd.STEPS, RunEnd.of(solution(71, 90), limits, true, 10_000));
        assertEquals(RunEnd.TIME, RunEnd.of(solution(69, 90), limits, false, 10_000));
    }

    @Test
    void aSearchThatIsToldToEndIsStopped() {
        assertEquals(RunEnd.STOPPED, RunEnd.of(solution(70, 90), TEN_SECONDS, true, SOON));
        assertEquals(RunEnd.STOPPED, RunEnd.of(solution(0, 90), TEN_SECONDS, true, SOON), "before its first step");
    }

    @Test
    void aSearchThatEndsByItselfIsNearEnoughOrFindsNothingBetter() {
        SolveLimits limits = TEN_SECONDS.andGapPercent(10).andStepsUnimproved(20);

        assertEquals(RunEnd.GAP, RunEnd.of(solution(70, 90), limits, false, SOON));
        assertEquals(RunEnd.NO_IMPROVEMENT, RunEnd.of(solution(70, 89), limits, false, SOON));
    }

    @Test
    void withoutAStepThereWasNothingToDecide() {
        assertEquals(RunEnd.NOTHING_TO_DECIDE, RunEnd.of(solution(0, 100), TEN_SECONDS, false, 0));
    }

    /** A plan that reaches so much of a bound of 100. */
    private static Solution solution(long steps, long level1) {
        Certificate certificate = new Certificate(100, new Multipliers(new ProblemDraft().build(), 1));
        return new Solution(new Plan(List.of(), new Figures(0, level1, 0)), certificate, steps, List.of(), List.of());
    }
}

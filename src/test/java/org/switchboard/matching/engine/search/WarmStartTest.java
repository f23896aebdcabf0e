package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.Altered;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.bound.EarlierPrices;
import org.switchboard.matching.engine.bound.Multipliers;

/** Solving again when little has changed: the plan and the prices of before spare most of the work. */
class WarmStartTest {

    private static final IntUnaryOperator SAME = i -> i;
    private static final int STEPS = 150_000;

    @Test
    void withinAFifthOfTheStepsTheGapIsAsSmallAgain() {
        Problem before = RandomProblems.feasible(41, 400, 60);
        Solution cold = Searches.solve(before, SolveOptions.of(SolveLimits.ofSteps(STEPS), 1));
        Problem after = withOneInAHundredDearer(before, cold);
        EarlierPrices prices =
                EarlierPrices.carriedOver(before, cold.certificate().multipliers(), after, SAME, SAME, SAME);

        Solution warm = Searches.solve(
                after,
                SolveOptions.of(SolveLimits.ofSteps(STEPS / 5), 1)
                        .startingFrom(after.previous(), SolveLimits.NONE)
                        .withPrices(prices));

        assertTrue(warm.gap() <= cold.gap() + 0.001, () -> warm.gap() + " after " + cold.gap());
    }

    @Test
    void pricesOfTheSameProblemComeOverUnchanged() {
        Problem problem = RandomProblems.feasible(42, 60, 15);
        Multipliers found = Searches.solve(problem, SolveOptions.of(SolveLimits.ofSteps(2_000), 1))
                .certificate()
                .multipliers();

        assertEquals(
                found,
                EarlierPrices.carriedOver(problem, found, problem, SAME, SAME, SAME)
                        .multipliers());
    }

    @Test
    void whatTheEarlierProblemLackedHasNoPrice() {
        Problem problem = RandomProblems.feasible(42, 60, 15);
        Multipliers found = Searches.solve(problem, SolveOptions.of(SolveLimits.ofSteps(2_000), 1))
                .certificate()
                .multipliers();

        Multipliers carried = EarlierPrices.carriedOver(
                        problem, found, problem, need -> need == 3 ? -1 : need, offer -> offer == 2 ? -1 : offer, SAME)
                .multipliers();

        CandidateTable candidates = problem.candidates();
        assertEquals(0, carried.slot(2));
        assertEquals(found.slot(1), carried.slot(1));
        for (int i = 0; i < problem.needs().size(); i++) {
            for (int c = candidates.first(i); c < candidates.end(i); c++) {
                boolean isNew = i == 3 || candidates.offer(c) == 2;
                assertEquals(isNew ? 0 : found.part(c, 1), carried.part(c, 1));
            }
        }
    }

    private static Problem withOneInAHundredDearer(Problem problem, Solution solved) {
        List<Need> needs = new ArrayList<>(problem.needs());
        for (int i = 0; i < needs.size(); i += 100) {
            Need need = needs.get(i);
            needs.set(
                    i,
                    new Need(
                            need.state(),
                            need.area(),
                            need.stage(),
                            need.type(),
                            need.costUsd() + need.parts(),
                            need.parts(),
                            need.weight(),
                            need.languages(),
                            need.from(),
                            need.to(),
                            need.partialOk(),
                            need.blockedProviders()));
        }
        return Altered.withPrevious(problem, needs, solved.plan().rows());
    }
}

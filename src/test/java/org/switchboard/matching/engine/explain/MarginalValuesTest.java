package org.switchboard.matching.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.explain.MarginalValues.MarginalValue;
import org.switchboard.matching.engine.search.RunningStopwatch;

class MarginalValuesTest {

    private static final long BUDGET = 100_000;
    private static final int NEEDS_OF_A_GROUP = 6;

    /**
     * Three groups, State by State: in the first heavy needs that nobody serves, in the second light ones, in the third
     * all is served already by an offer that has plenty left.
     */
    private static Problem threeGroups(long weight) {
        ProblemDraft draft = new ProblemDraft().offer();
        for (int g = 0; g < 3; g++) {
            draft.state(100, 1_000_000, 2_000_000);
        }
        for (int i = 0; i < 3 * NEEDS_OF_A_GROUP; i++) {
            int group = i / NEEDS_OF_A_GROUP;
            draft.need(group, 40_000, 2, group == 1 ? weight : 10 * weight, 0, 1, true);
            if (group == 2) {
                draft.candidate(i, 0, 50);
            }
        }
        return draft.build();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 100})
    void theOrderByEstimateIsTheOrderBySolvingAgain(long weight) {
        Explanations explanations = Explained.solved(threeGroups(weight));
        MarginalValues values = new MarginalValues(explanations.prices());

        List<MarginalValue> estimated = values.estimate(3, need -> need / NEEDS_OF_A_GROUP, BUDGET);
        List<Long> confirmed = IntStream.range(0, 3)
                .mapToObj(group -> values.confirm(group(group), BUDGET, new RunningStopwatch())
                        .level1())
                .toList();

        assertEquals(
                List.of(0, 1, 2),
                order(estimated.stream().map(MarginalValue::level1).toList()));
        assertEquals(
                List.of(0, 1, 2),
                order(confirmed.stream().map(Long::doubleValue).toList()));
        // five parts of 20,000 dollars, each of 2 quarters at the first slope
        assertEquals(5 * 2 * 10 * 10 * weight, estimated.get(0).level1(), 1e-6);
        assertEquals(5 * 2 * 10 * 10 * weight, confirmed.get(0));
        assertEquals(0, confirmed.get(2));
    }

    @Test
    void theSlopeOfTheStateFallsAsMoneyComesIn() {
        Problem problem = new ProblemDraft()
                .state(100, 20, 40)
                .need(0, 50_000, 1, 5, 0, 1, false)
                .need(0, 50_000, 1, 5, 0, 1, false)
                .need(0, 50_000, 1, 5, 0, 1, false)
                .build();

        MarginalValue value = new MarginalValues(Explained.of(problem).prices())
                .estimate(1, need -> 0, 125_000)
                .get(0);

        assertEquals(20 * 10 + 20 * 6 + 10 * 3, value.level1(), 1e-6);
        assertEquals(125_000, value.usd(), 1e-6);
        assertEquals(3, value.newly());
    }

    @Test
    void whatIsServedAlreadyIsWorthWhatItWouldSetFree() {
        Problem problem = new ProblemDraft()
                .state(100, 1_000, 2_000)
                .state(100, 1_000, 2_000)
                .need(0, 50_000, 1, 9, 0, 1, false)
                .need(1, 50_000, 1, 5, 0, 1, false)
                .offer(50_000, 0, 50_000, 9, 50_000)
                .allCandidates(50)
                .build();
        MarginalValues values =
                new MarginalValues(Explained.of(problem, new PlanRow(0, 0, 1)).prices());

        double takenOver = values.estimate(2, need -> need, BUDGET).get(0).level1();

        // the other State's need would come in for the money that becomes free
        assertTrue(takenOver > 0, "is " + takenOver);
        assertEquals(
                5 * 4 * 10,
                values.confirm(group(0, 0), BUDGET, new RunningStopwatch()).level1());
    }

    @Test
    void aGroupOfNobodyIsWorthNothing() {
        MarginalValues values =
                new MarginalValues(Explained.solved(threeGroups(1)).prices());

        assertEquals(
                new MarginalValue(1, 0, 0, 0),
                values.estimate(2, need -> -1, BUDGET).get(1));
    }

    private static BitSet group(int number) {
        return group(number * NEEDS_OF_A_GROUP, (number + 1) * NEEDS_OF_A_GROUP - 1);
    }

    private static BitSet group(int first, int last) {
        BitSet needs = new BitSet();
        needs.set(first, last + 1);
        return needs;
    }

    private static List<Integer> order(List<Double> values) {
        return IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer group) -> values.get(group))
                        .reversed())
                .toList();
    }
}

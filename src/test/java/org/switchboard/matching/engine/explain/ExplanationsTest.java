package org.switchboard.matching.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.Objective;
import org.switchboard.matching.engine.Place;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.Rules;
import org.switchboard.matching.engine.explain.UnmetExplanation.OutCompeted;
import org.switchboard.matching.engine.explain.UnmetExplanation.Verdict;

/** What is said of matches and unmet needs is what the plain definitions of objective and rules say. */
class ExplanationsTest {

    private static final long PLENTY = ProblemDraft.PLENTY;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatAMatchAddsIsTheDifferenceOfTheObjective(long seed) {
        Problem problem = RandomProblems.feasible(seed, 40, 12);
        Explanations explanations = Explained.solved(problem);
        Objective objective = new Objective(problem);
        List<PlanRow> rows = explanations.use().rows();
        assertFalse(rows.isEmpty());
        for (PlanRow row : rows) {
            MatchExplanation match = explanation(explanations, row);
            List<PlanRow> withoutRow = without(rows, List.of(row));
            List<PlanRow> withoutNeed = without(rows, explanations.use().ofNeed(row.need()));
            assertEquals(difference(objective, rows, withoutRow), match.adds());
            assertEquals(difference(objective, rows, withoutNeed), match.needAdds());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aRunnerUpWithoutObstaclesCanTakeThePlaceAndOneWithObstaclesCannot(long seed) {
        Problem problem = RandomProblems.feasible(seed, 40, 12);
        Explanations explanations = Explained.solved(problem);
        Objective objective = new Objective(problem);
        List<PlanRow> rows = explanations.use().rows();
        for (PlanRow row : rows) {
            for (RunnerUp other : explanation(explanations, row).runnersUp()) {
                List<PlanRow> exchanged = new ArrayList<>(without(rows, List.of(row)));
                exchanged.add(new PlanRow(row.need(), other.offer(), row.parts()));
                boolean feasible = Rules.besidePins(problem).breaches(exchanged).isEmpty();
                assertEquals(feasible, other.obstacles().isEmpty(), () -> row + " " + other);
                assertEquals(objective.level1(rows), objective.level1(exchanged));
                assertEquals(objective.level2(exchanged) - objective.level2(rows), other.level2Change());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void ifWhatWouldHaveToGiveGivesTheNeedComesInAndLevel1ChangesAsSaid(long seed) {
        Problem problem = RandomProblems.feasible(seed, 60, 8);
        Explanations explanations = Explained.solved(problem);
        Objective objective = new Objective(problem);
        List<PlanRow> rows = explanations.use().rows();
        int checked = 0;
        for (int need = 0; need < problem.needs().size(); need++) {
            if (explanations.use().isServed(need) || !explanations.hasCandidates(need)) {
                continue;
            }
            OutCompeted why = explanations.outCompeted(need);
            if (why.way().isEmpty()) {
                assertEquals(Verdict.CANNOT_BE_COVERED, why.verdict());
                continue;
            }
            List<PlanRow> gone = why.concessions().stream()
                    .flatMap(concession -> concession.rivals().stream())
                    .flatMap(rival -> explanations.use().ofNeed(rival.need()).stream())
                    .toList();
            List<PlanRow> then = new ArrayList<>(without(rows, gone));
            then.addAll(why.way());
            assertEquals(objective.level1(then) - objective.level1(rows), why.level1Change());
            boolean enough = why.concessions().stream().allMatch(Concession::enough);
            assertEquals(enough, Rules.besidePins(problem).breaches(then).isEmpty(), why::toString);
            assertEquals(why.obstacles().isEmpty(), why.verdict() != Verdict.LIMITS_BIND);
            checked++;
        }
        assertTrue(checked > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "BUDGET, 100, 100, 9, 1000, 9",
        "SLOTS, 1000, 100, 1, 1000, 9",
        "STATE_CAP, 1000, 100, 9, 100, 9",
        "ABSORPTION, 1000, 100, 9, 1000, 1",
    })
    void namesTheLimitThatBindsAndTheNeedThatHoldsIt(
            Limit limit, long budget, long ceiling, int slots, long cap, int absorption) {
        Problem problem = new ProblemDraft()
                .state(absorption, 10_000, 20_000)
                .need(0, 100, 1, 9, 0, 0, false)
                .need(0, 100, 1, 5, 0, 0, false)
                .offer(budget, 0, ceiling, slots, cap)
                .allCandidates(50)
                .build();

        OutCompeted why = Explained.of(problem, new PlanRow(0, 0, 1)).outCompeted(1);

        assertEquals(Verdict.LIMITS_BIND, why.verdict());
        assertEquals(
                List.of(limit), why.obstacles().stream().map(Obstacle::limit).toList());
        assertEquals(5 * 4 * 10, why.adds());
        Concession concession = why.concessions().get(0);
        assertEquals(
                List.of(0),
                concession.rivals().stream().map(Concession.Rival::need).toList());
        assertEquals(9 * 4 * 10, concession.rivals().get(0).adds());
        assertEquals((5 - 9) * 4 * 10, why.level1Change());
        assertTrue(concession.enough());
        assertTrue(why.price() >= why.adds(), why::toString);
    }

    @Test
    void whatPeopleHaveFixedNeverGives() {
        Problem problem = new ProblemDraft()
                .state()
                .need(100, 1, 9, false)
                .need(100, 1, 5, false)
                .need(100, 1, 7, false)
                .offer(200, 0, PLENTY, 9, PLENTY)
                .allCandidates(50)
                .pinned(0, 0, 1)
                .build();

        OutCompeted why = Explained.of(problem, new PlanRow(0, 0, 1), new PlanRow(2, 0, 1))
                .outCompeted(1);

        assertEquals(2, why.concessions().get(0).rivals().get(0).need());
        assertEquals((5 - 7) * 4 * 10, why.level1Change());
        MatchExplanation pinned = Explained.of(problem, new PlanRow(0, 0, 1), new PlanRow(2, 0, 1))
                .matches(0)
                .get(0);
        assertTrue(pinned.pinned());
        assertNull(pinned.price());
        assertTrue(pinned.runnersUp().isEmpty());
    }

    @Test
    void saysSoWhereNothingStandsInTheWay() {
        Problem problem = new ProblemDraft()
                .state()
                .need(100, 2, 9, true)
                .need(100, 1, 0, true)
                .offer()
                .allCandidates(50)
                .build();
        Explanations nothing = Explained.of(problem);

        assertEquals(Verdict.COULD_BE_ADDED, nothing.outCompeted(0).verdict());
        assertEquals(List.of(new PlanRow(0, 0, 2)), nothing.outCompeted(0).way());
        assertEquals(9 * 4 * 10, nothing.outCompeted(0).level1Change());
        assertEquals(Verdict.ADDS_NOTHING, nothing.outCompeted(1).verdict());
    }

    @Test
    void saysSoWhereNoSetOfOffersCoversTheWhole() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 4, 9, false)
                .offer(PLENTY, 0, 100, 9, PLENTY)
                .offer(PLENTY, 0, 200, 9, PLENTY)
                .allCandidates(50)
                .build();

        assertEquals(
                Verdict.CANNOT_BE_COVERED, Explained.of(problem).outCompeted(0).verdict());
    }

    @Test
    void offersTogetherAreAWay() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 4, 9, false)
                .offer(PLENTY, 0, 200, 9, PLENTY)
                .offer(PLENTY, 0, 200, 9, PLENTY)
                .allCandidates(50)
                .build();

        OutCompeted why = Explained.of(problem).outCompeted(0);

        assertEquals(Verdict.COULD_BE_ADDED, why.verdict());
        assertEquals(4, why.way().stream().mapToInt(PlanRow::parts).sum());
    }

    @Test
    void runnersUpAreNamedWithWhyTheyLost() {
        Problem problem = new ProblemDraft()
                .state()
                .need(100, 1, 9, false)
                .offer()
                .offer()
                .offer(PLENTY, 500, PLENTY, 9, PLENTY)
                .offer()
                .candidate(0, 0, 60)
                .candidate(0, 1, 40)
                .candidate(0, 2, 99)
                .candidate(0, 3, 60)
                .build();

        List<RunnerUp> others =
                Explained.of(problem, new PlanRow(0, 0, 1)).matches(0).get(0).runnersUp();

        assertEquals(List.of(3, 1, 2), others.stream().map(RunnerUp::offer).toList());
        assertEquals(
                List.of(RunnerUp.Reason.AS_GOOD, RunnerUp.Reason.LOWER_LEVEL_2, RunnerUp.Reason.LIMIT),
                others.stream().map(RunnerUp::reason).toList());
        assertEquals(-80, others.get(1).level2Change());
        assertEquals(Limit.FLOOR, others.get(2).obstacles().get(0).limit());
        assertEquals(new Place.AtMatch(0, 2), others.get(2).obstacles().get(0).place());
        assertNull(others.get(2).price());
        assertNotNull(others.get(1).price());
    }

    @Test
    void onlyUnmetNeedsWithCandidatesAreOutCompeted() {
        Problem problem = new ProblemDraft()
                .state()
                .need(100, 1, 9, false)
                .need(100, 1, 9, false)
                .offer()
                .candidate(0, 0, 50)
                .build();
        Explanations explanations = Explained.of(problem, new PlanRow(0, 0, 1));

        assertThrows(IllegalArgumentException.class, () -> explanations.outCompeted(0));
        assertThrows(IllegalArgumentException.class, () -> explanations.outCompeted(1));
    }

    /** Work is measured by what is allocated: counting the whole objective anew takes memory for every row. */
    @Test
    void explainingOneNeedTakesNoMoreWorkInALargePlanThanInASmallOne() {
        long small = mostAllocated(Explained.solved(RandomProblems.feasible(5, 100, 12)));
        long large = mostAllocated(Explained.solved(RandomProblems.feasible(5, 3_000, 360)));

        // a need has thirty times as many candidates there, and the plan thirty times as many rows: together 900
        assertTrue(large < 60 * small, small + " bytes, then " + large);
    }

    private static long mostAllocated(Explanations explanations) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long most = 0;
        for (int round = 0; round < 3; round++) {
            most = 0;
            for (int need = 0; need < 50; need++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                explain(explanations, need);
                most = Math.max(most, threads.getCurrentThreadAllocatedBytes() - before);
            }
        }
        return most;
    }

    private static void explain(Explanations explanations, int need) {
        if (explanations.use().isServed(need)) {
            explanations.matches(need);
        } else if (explanations.hasCandidates(need)) {
            explanations.outCompeted(need);
        }
    }

    private static MatchExplanation explanation(Explanations explanations, PlanRow row) {
        return explanations.matches(row.need()).stream()
                .filter(match -> match.row().equals(row))
                .findFirst()
                .orElseThrow();
    }

    private static List<PlanRow> without(List<PlanRow> rows, List<PlanRow> gone) {
        return IntStream.range(0, rows.size())
                .mapToObj(rows::get)
                .filter(row -> !gone.contains(row))
                .toList();
    }

    private static Added difference(Objective objective, List<PlanRow> with, List<PlanRow> without) {
        return new Added(
                objective.level1(with) - objective.level1(without), objective.level2(with) - objective.level2(without));
    }
}

package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.switchboard.matching.engine.Breach;
import org.switchboard.matching.engine.HardRule;
import org.switchboard.matching.engine.Objective;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.Rules;

/** The running sums of the search are the rules people read, after any number of moves. */
class RunningScoreTest {

    private static final Set<HardRule> LIMITS = EnumSet.of(
            HardRule.OFFER_BUDGET_IS_NOT_EXCEEDED,
            HardRule.OFFER_SERVES_NO_MORE_NEEDS_THAN_IT_MAY,
            HardRule.OFFER_STATE_CAP_IS_NOT_EXCEEDED,
            HardRule.STATE_ABSORBS_ITS_NEEDS_AT_ANY_TIME);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsThePlainDefinitionOverRandomMoves(long seed) {
        assertEquals(LIMITS, limitsBrokenByEqualMoves(RandomProblems.feasible(seed, 30, 8), seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsThePlainDefinitionOverRandomMovesBesideOverUse(long seed) {
        Set<HardRule> broken = limitsBrokenByEqualMoves(RandomProblems.overUsed(seed, 30, 8), seed);
        assertTrue(LIMITS.containsAll(broken), broken::toString);
    }

    /** Asserts that both scores are equal after every move, and says which rules the moves broke. */
    private static Set<HardRule> limitsBrokenByEqualMoves(Problem problem, long seed) {
        Random random = new Random(seed);
        Assignments assignments = Openings.of(problem);
        RunningScore running = new RunningScore();
        running.resetWorkingSolution(assignments);
        EnumSet<HardRule> met = EnumSet.noneOf(HardRule.class);
        for (int move = 0; move < 1_500; move++) {
            NeedAssignment need = assignments
                    .assignments()
                    .get(random.nextInt(assignments.assignments().size()));
            List<Pattern> patterns = patterns(assignments, need);
            int choice = random.nextInt(patterns.size() + 1);
            take(running, need, choice == patterns.size() ? null : patterns.get(choice));

            List<Breach> breaches = Rules.besidePins(problem).breaches(assignments.rows());
            breaches.forEach(breach -> met.add(breach.rule()));
            assertEquals(plainly(problem, assignments.rows(), breaches), running.calculateScore());
        }
        return met;
    }

    private static HardMediumSoftLongScore plainly(Problem problem, List<PlanRow> rows, List<Breach> breaches) {
        Objective objective = new Objective(problem);
        return HardMediumSoftLongScore.of(-breaches.size(), objective.level1(rows), objective.level2(rows));
    }

    @Test
    void startsAgainFromThePlanItIsGiven() {
        Problem problem = RandomProblems.feasible(9, 30, 8);
        Assignments assignments = Openings.of(problem);
        RunningScore running = new RunningScore();
        running.resetWorkingSolution(assignments);
        for (NeedAssignment need : assignments.assignments()) {
            patterns(assignments, need).stream().findFirst().ifPresent(first -> take(running, need, first));
        }

        RunningScore fresh = new RunningScore();
        fresh.resetWorkingSolution(assignments);

        assertEquals(running.calculateScore(), fresh.calculateScore());
    }

    @Test
    void countsABudgetOnceTwoNeedsExceedIt() {
        assertOneLimitBreaksWithTheSecondNeed(new ProblemDraft().state().offer(799, 0, 400, 9, 9_999));
    }

    @Test
    void countsAnOfferThatServesTooManyNeeds() {
        assertOneLimitBreaksWithTheSecondNeed(new ProblemDraft().state().offer(9_999, 0, 400, 1, 9_999));
    }

    @Test
    void countsAStateCapOnceTwoNeedsExceedIt() {
        assertOneLimitBreaksWithTheSecondNeed(new ProblemDraft().state().offer(9_999, 0, 400, 9, 799));
    }

    @Test
    void countsAPeriodInWhichAStateAbsorbsTooMuch() {
        assertOneLimitBreaksWithTheSecondNeed(new ProblemDraft().state(1, 9, 9).offer());
    }

    /** Two needs of State 0 that share exactly one period. */
    private static void assertOneLimitBreaksWithTheSecondNeed(ProblemDraft draft) {
        Problem problem = draft.need(0, 400, 1, 1, 0, 1, false)
                .need(0, 400, 1, 1, 1, 2, false)
                .allCandidates(50)
                .build();
        Assignments assignments = Openings.of(problem);
        RunningScore running = new RunningScore();
        running.resetWorkingSolution(assignments);
        NeedAssignment first = assignments.assignments().get(0);
        NeedAssignment second = assignments.assignments().get(1);

        take(running, first, patterns(assignments, first).get(0));
        assertTrue(running.calculateScore().isFeasible());
        take(running, second, patterns(assignments, second).get(0));
        assertEquals(-1, running.calculateScore().hardScore());
        take(running, first, null);
        assertTrue(running.calculateScore().isFeasible());
    }

    private static List<Pattern> patterns(Assignments assignments, NeedAssignment need) {
        return Openings.patterns(assignments.work().open(), need.need());
    }

    private static void take(RunningScore running, NeedAssignment need, Pattern pattern) {
        running.beforeVariableChanged(need, NeedAssignment.VARIABLE);
        need.setPattern(pattern);
        running.afterVariableChanged(need, NeedAssignment.VARIABLE);
    }
}

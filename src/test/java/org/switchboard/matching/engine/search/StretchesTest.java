package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.impl.score.director.InnerScoreDirector;
import org.optaplanner.core.impl.solver.DefaultSolverFactory;
import org.switchboard.matching.engine.Objective;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.Rules;
import org.switchboard.matching.engine.bound.Relaxation;

/** What many trials leave, handed out as one move: OptaPlanner's own director gets the score that the ledger had. */
class StretchesTest {

    private static final int STEPS = 20_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aMoveLeavesTheLedgerAloneAndGivesItsScoreWhenMade(long seed) {
        Problem problem = seed % 2 == 0 ? RandomProblems.feasible(seed, 60, 20) : RandomProblems.overUsed(seed, 60, 20);
        Assignments plan = opening(problem, SolveLimits.NONE);
        try (InnerScoreDirector<Assignments, HardMediumSoftLongScore> director = director()) {
            director.setWorkingSolution(plan);
            new PricedStart().changeWorkingSolution(director);
            int made = 0;
            for (Stretches stretches : List.of(new ImprovementMoves(), new PolishMoves())) {
                made += makeMoves(stretches, director, new Random(seed));
            }
            assertTrue(made > 0, "moves change something");
        }
    }

    /** Returns how many moves have changed the plan. */
    private static int makeMoves(
            Stretches stretches, InnerScoreDirector<Assignments, HardMediumSoftLongScore> director, Random random) {
        Ledger ledger = RunningScore.ledgerOf(director);
        Assignments plan = director.getWorkingSolution();
        Schedule schedule = plan.work().schedule();
        long end = schedule.done() + STEPS / 2;
        int made = 0;
        while (schedule.done() < end) {
            long before = schedule.done();
            String toldBefore = Ledgers.told(ledger);
            PatternMove move = next(stretches, director, random);
            assertEquals(toldBefore, Ledgers.told(ledger));
            if (move.isMoveDoable(director)) {
                move.doMoveOnly(director);
                assertEquals(ledger.score(), director.calculateScore());
                Ledgers.assertSound(ledger);
                assertEquals(Ledgers.rows(ledger), plan.rows());
                made++;
            }
            if (schedule.done() == before) {
                break;
            }
        }
        return made;
    }

    private static PatternMove next(Stretches stretches, ScoreDirector<Assignments> director, Random random) {
        Iterator<PatternMove> moves = stretches.createRandomMoveIterator(director, random);
        assertTrue(moves.hasNext());
        return moves.next();
    }

    /** OptaPlanner checks every step against a score from nothing and every move against its undoing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aWholeSearchPassesAllOfOptaPlannersOwnChecks(long seed) {
        Problem problem = seed % 2 == 0 ? RandomProblems.feasible(seed, 30, 8) : RandomProblems.overUsed(seed, 30, 8);
        SolverConfig config = config().withEnvironmentMode(EnvironmentMode.FULL_ASSERT)
                .withRandomSeed(seed)
                .withPhaseList(Phases.inOrder());

        Assignments solved =
                SolverFactory.<Assignments>create(config).buildSolver().solve(opening(problem, SolveLimits.NONE));

        List<PlanRow> rows = solved.rows();
        RunningScore fresh = new RunningScore();
        fresh.resetWorkingSolution(solved);
        assertEquals(List.of(), Rules.besidePins(problem).breaches(rows));
        assertEquals(
                HardMediumSoftLongScore.of(0, new Objective(problem).level1(rows), new Objective(problem).level2(rows)),
                fresh.calculateScore());
    }

    private static Assignments opening(Problem problem, long mostRowsChanged) {
        OpenProblem open = new OpenProblem(problem);
        Schedule schedule = Schedule.ofTrials(problem.needs().size(), STEPS);
        return Assignments.of(new Work(
                open, new Relaxation(open).solve(20, () -> false), 80, problem.previous(), mostRowsChanged, schedule));
    }

    private static InnerScoreDirector<Assignments, HardMediumSoftLongScore> director() {
        SolverFactory<Assignments> factory = SolverFactory.create(config().withPhaseList(Phases.inOrder()));
        InnerScoreDirector<Assignments, ?> director = ((DefaultSolverFactory<Assignments>) factory)
                .getScoreDirectorFactory()
                .buildScoreDirector();
        return scoring(director);
    }

    @SuppressWarnings("unchecked") // the running score is the only one there is
    private static InnerScoreDirector<Assignments, HardMediumSoftLongScore> scoring(
            InnerScoreDirector<Assignments, ?> director) {
        return (InnerScoreDirector<Assignments, HardMediumSoftLongScore>) Objects.requireNonNull(director);
    }

    private static SolverConfig config() {
        return new SolverConfig()
                .withSolutionClass(Assignments.class)
                .withEntityClasses(NeedAssignment.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(RunningScore.class));
    }
}

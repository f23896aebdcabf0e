package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.Breach;
import org.switchboard.matching.engine.HardRule;
import org.switchboard.matching.engine.Place;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.matching.engine.file.ProblemFile;
import org.switchboard.matching.engine.verification.Verifier;

class MatchingTest {

    private static final SolveLimits FEW_STEPS = SolveLimits.ofSteps(20_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void plansPassTheIndependentVerifierWithTheSameFigures(long seed) throws IOException {
        Problem problem = RandomProblems.feasible(seed, 60, 15);

        Solution solution = solve(problem, FEW_STEPS, seed);

        Verifier.Verdict verdict = verdict(problem, solution.plan());
        assertEquals(List.of(), verdict.violations());
        assertEquals(verdict.level1(), solution.plan().figures().level1());
        assertEquals(verdict.level2(), solution.plan().figures().level2());
        assertEquals(List.of(), solution.overUse());
        assertTrue(solution.plan().rows().containsAll(problem.pinned()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatPinsOverUseIsFlaggedAndNothingIsAddedToIt(long seed) throws IOException {
        Problem problem = RandomProblems.overUsed(seed, 60, 15);

        Solution solution = solve(problem, FEW_STEPS, seed);

        Verifier.Verdict verdict = verdict(problem, solution.plan());
        assertEquals(verdict.violations().size(), solution.overUse().size(), () -> verdict.violations()
                .toString());
        assertEquals(verdict.level1(), solution.plan().figures().level1());
        assertEquals(verdict.level2(), solution.plan().figures().level2());
        assertTrue(solution.plan().figures().feasible());
        assertTrue(solution.plan().rows().size() > problem.pinned().size());
    }

    @Test
    void aFullyUsedBudgetIsNamedAndLeftAlone() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 1, 1, false)
                .need(400, 1, 1, false)
                .offer(300, 0, 1_000, 5, 1_000)
                .allCandidates(50)
                .pinned(0, 0, 1)
                .build();

        Solution solution = solve(problem, FEW_STEPS, 1);

        assertEquals(List.of(new PlanRow(0, 0, 1)), solution.plan().rows());
        assertEquals(
                List.of(new Breach(HardRule.OFFER_BUDGET_IS_NOT_EXCEEDED, new Place.AtOffer(0), 400, 300)),
                solution.overUse());
    }

    @Test
    void theSameProblemSeedAndStepsGiveTheSamePlan() {
        Problem problem = RandomProblems.feasible(11, 80, 20);
        Solution first = solve(problem, FEW_STEPS, 5);

        for (int run = 0; run < 3; run++) {
            Solution again = solve(problem, FEW_STEPS, 5);
            assertEquals(first.plan(), again.plan());
            assertEquals(first.steps(), again.steps());
        }
    }

    @Test
    void anotherSeedSearchesElsewhere() {
        Problem problem = RandomProblems.feasible(11, 80, 20);

        assertNotEquals(
                solve(problem, FEW_STEPS, 5).plan(),
                solve(problem, FEW_STEPS, 6).plan());
    }

    @Test
    void findsTheBestPlanOfASmallProblem() {
        // one dollar too little for all three: the light need gives way, and the better fit goes to each
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 1, 4, false)
                .need(400, 1, 2, false)
                .need(400, 1, 1, false)
                .offer(400, 0, 400, 5, 400)
                .offer(799, 0, 400, 5, 799)
                .candidate(0, 0, 10)
                .candidate(0, 1, 90)
                .candidate(1, 0, 80)
                .candidate(1, 1, 20)
                .candidate(2, 0, 5)
                .candidate(2, 1, 5)
                .build();

        Solution solution = solve(problem, FEW_STEPS, 1);

        assertEquals(
                List.of(new PlanRow(0, 1, 1), new PlanRow(1, 0, 1)),
                solution.plan().rows());
        assertEquals(List.of(new UnmetNeed(2, true)), solution.unmet());
    }

    @Test
    void splitsANeedThatNoOfferCanPayAlone() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 4, 1, false)
                .offer(250, 0, 400, 5, 400)
                .offer(100, 0, 400, 5, 400)
                .offer(100, 0, 400, 5, 400)
                .allCandidates(50)
                .build();

        assertEquals(
                List.of(new PlanRow(0, 0, 2), new PlanRow(0, 1, 1), new PlanRow(0, 2, 1)),
                solve(problem, FEW_STEPS, 1).plan().rows());
    }

    @Test
    void aNeedWithFourPinnedOffersKeepsThemAll() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 4, 1, true)
                .offer()
                .offer()
                .offer()
                .offer()
                .allCandidates(50)
                .pinned(0, 0, 1)
                .pinned(0, 1, 1)
                .pinned(0, 2, 1)
                .pinned(0, 3, 1)
                .build();

        Solution solution = solve(problem, FEW_STEPS, 1);

        assertEquals(problem.pinned(), solution.plan().rows());
        assertEquals(0, solution.steps(), "nothing is left to decide");
    }

    @Test
    void anEmptyProblemEndsAtOnce() {
        Solution solution = solve(new ProblemDraft().build(), SolveLimits.ofSeconds(60), 1);

        assertEquals(List.of(), solution.plan().rows());
        assertEquals(List.of(), solution.unmet());
    }

    @Test
    void saysWhichUnmetNeedsHadNoCandidate() {
        Problem problem = new ProblemDraft()
                .state()
                .need(400, 1, 1, false)
                .need(400, 1, 1, false)
                .offer(100, 0, 400, 5, 400)
                .candidate(1, 0, 50)
                .build();

        assertEquals(
                List.of(new UnmetNeed(0, false), new UnmetNeed(1, true)),
                solve(problem, FEW_STEPS, 1).unmet());
    }

    @Test
    void amongEqualNeedsTheOneReceivedFirstIsServed() {
        ProblemDraft draft = new ProblemDraft().state();
        for (int i = 0; i < 5; i++) {
            draft.need(400, 1, 3, false);
        }
        Problem problem = draft.offer(400, 0, 400, 5, 400).allCandidates(50).build();

        for (int seed = 0; seed < 5; seed++) {
            assertEquals(
                    List.of(new PlanRow(0, 0, 1)),
                    solve(problem, SolveLimits.ofSteps(2_000), seed).plan().rows());
        }
    }

    @Test
    void endsWhenNothingImprovesAnyMore() {
        Problem problem = RandomProblems.feasible(3, 60, 15);

        Solution solution = solve(problem, SolveLimits.ofSteps(50_000_000).andStepsUnimproved(2_000), 1);

        assertTrue(solution.steps() < 5_000_000, () -> "took " + solution.steps());
    }

    @Test
    void keepsTheBestPlanWhenStoppedFromAnotherThread() {
        Problem problem = RandomProblems.feasible(4, 60, 15);
        CountDownLatch started = new CountDownLatch(1);
        Matching matching = new Matching(
                problem,
                SolveOptions.of(SolveLimits.ofSeconds(600), 1),
                progress -> started.countDown(),
                new RunningStopwatch());

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            CompletableFuture<Solution> result = CompletableFuture.supplyAsync(matching::solve);
            started.await();
            matching.stop();
            assertTrue(result.join().plan().figures().feasible());
        });
    }

    @Test
    void aMatchingStoppedBeforeItStartsEndsAtOnce() {
        Problem problem = RandomProblems.feasible(4, 60, 15);
        Matching matching = new Matching(
                problem,
                SolveOptions.of(SolveLimits.ofSeconds(600), 1),
                ProgressListener.SILENT,
                new RunningStopwatch());
        matching.stop();

        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertEquals(
                        problem.pinned().size(), matching.solve().plan().rows().size()));
    }

    @Test
    void reportsProgressThatEndsAtThePlan() {
        List<Progress> reports = new ArrayList<>();
        Problem problem = RandomProblems.feasible(5, 60, 15);

        Solution solution =
                new Matching(problem, SolveOptions.of(FEW_STEPS, 1), reports::add, new RunningStopwatch()).solve();

        assertFalse(reports.isEmpty());
        Progress last = reports.get(reports.size() - 1);
        assertEquals(solution.plan().figures().level1(), last.level1());
        assertEquals(solution.plan().figures().level2(), last.level2());
        assertEquals(solution.steps(), last.steps());
    }

    @Test
    void asksForALimit() {
        assertThrows(
                IllegalArgumentException.class, () -> new SolveLimits(SolveLimits.NONE, SolveLimits.NONE, 1_000, 0));
        assertThrows(IllegalArgumentException.class, () -> SolveLimits.ofSteps(0));
    }

    private static Solution solve(Problem problem, SolveLimits limits, long seed) {
        return new Matching(problem, SolveOptions.of(limits, seed), ProgressListener.SILENT, new RunningStopwatch())
                .solve();
    }

    private static Verifier.Verdict verdict(Problem problem, Plan plan) throws IOException {
        ByteArrayOutputStream problemFile = new ByteArrayOutputStream();
        ByteArrayOutputStream planFile = new ByteArrayOutputStream();
        ProblemFile.write(problem, problemFile);
        PlanFile.write(plan.rows(), planFile);
        return Verifier.verify(problemFile.toByteArray(), planFile.toByteArray());
    }
}

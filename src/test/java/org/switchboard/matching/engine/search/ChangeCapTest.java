package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.Altered;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;

/** Searches that start from the plan last put forward and may change only so much of it. */
class ChangeCapTest {

    private static final SolveLimits STEPS = SolveLimits.ofSteps(6_000);

    private record Pair(int need, int offer) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noMorePairsChangeThanMay(long seed) {
        Problem problem = withRoomToImprove(seed);
        long freely =
                changed(problem, solve(problem, SolveLimits.NONE, seed).plan().rows());
        long before = 0;
        for (long most : new long[] {1, 2, 5, 12}) {
            Solution solution = solve(problem, most, seed);
            long changed = changed(problem, solution.plan().rows());

            assertTrue(changed <= most, () -> changed + " have changed of " + most);
            assertTrue(solution.plan().rows().containsAll(problem.pinned()));
            before = Math.max(before, changed);
        }
        assertTrue(freely > 12 && before > 5, "the cap binds and is made use of: " + freely + ", " + before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whereNothingMayChangeThePlanComesBack(long seed) {
        Problem problem = withRoomToImprove(seed);

        assertEquals(
                Set.copyOf(problem.previous()),
                Set.copyOf(solve(problem, 0, seed).plan().rows()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void neverEndsBelowThePlanItStartsFrom(long seed) {
        Problem problem = withRoomToImprove(seed);
        List<PlanRow> start = Searches.solve(problem, SolveOptions.of(SolveLimits.ofSteps(40_000), seed))
                .plan()
                .rows();
        long level1 = Searches.solve(problem, SolveOptions.of(SolveLimits.ofSteps(40_000), seed))
                .plan()
                .figures()
                .level1();
        for (long steps : new long[] {1, 100, 5_000}) {
            Solution solution = Searches.solve(
                    problem, SolveOptions.of(SolveLimits.ofSteps(steps), seed).startingFrom(start, SolveLimits.NONE));

            assertTrue(solution.plan().figures().level1() >= level1);
        }
    }

    /** An offer is withdrawn: its rows cannot stand, and what else the needs it served had may go with them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void rowsThatCannotStandDoNotCountAgainstTheCap(long seed) {
        Problem before = withRoomToImprove(seed);
        int withdrawn = before.previous().get(0).offer();
        Problem problem = withdrawing(before, withdrawn);
        Set<Integer> touched = new HashSet<>();
        problem.previous().stream().filter(row -> row.offer() == withdrawn).forEach(row -> touched.add(row.need()));
        long alongside = problem.previous().stream()
                .filter(row -> row.offer() != withdrawn && touched.contains(row.need()))
                .count();

        for (long most : new long[] {0, 3}) {
            List<PlanRow> rows = solve(problem, most, seed).plan().rows();
            long changed = changed(problem, rows);

            assertTrue(rows.stream().noneMatch(row -> row.offer() == withdrawn));
            assertTrue(changed <= Math.max(most, alongside), () -> changed + " have changed of " + most);
        }
    }

    private static Solution solve(Problem problem, long mostRowsChanged, long seed) {
        return Searches.solve(problem, SolveOptions.of(STEPS, seed).startingFrom(problem.previous(), mostRowsChanged));
    }

    /** Pairs that have other parts than in the plan last put forward, beside those that cannot be any longer. */
    private static long changed(Problem problem, List<PlanRow> rows) {
        OpenProblem open = new OpenProblem(problem);
        Map<Pair, Integer> parts = new HashMap<>();
        problem.previous().forEach(row -> parts.merge(new Pair(row.need(), row.offer()), -row.parts(), Integer::sum));
        rows.forEach(row -> parts.merge(new Pair(row.need(), row.offer()), row.parts(), Integer::sum));
        problem.pinned().forEach(row -> parts.remove(new Pair(row.need(), row.offer())));
        return parts.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .filter(entry -> open.usable(problem.candidates()
                        .find(entry.getKey().need(), entry.getKey().offer())))
                .count();
    }

    /** The previous plan keeps all rules and is far from the best: a short search of half of the offers. */
    private static Problem withRoomToImprove(long seed) {
        Problem drawn = RandomProblems.feasible(seed, 60, 15);
        List<PlanRow> rows = Searches.solve(halved(drawn), SolveOptions.of(SolveLimits.ofSteps(100), seed))
                .plan()
                .rows();
        return Altered.withPrevious(drawn, rows);
    }

    /** Offers that pins use are left alone. */
    private static Problem halved(Problem problem) {
        Set<Integer> pinned = new HashSet<>();
        problem.pinned().forEach(row -> pinned.add(row.offer()));
        List<Offer> offers = new ArrayList<>(problem.offers());
        for (int j = 0; j < offers.size(); j += 2) {
            if (!pinned.contains(j)) {
                offers.set(j, withdrawn(offers.get(j)));
            }
        }
        return Altered.withPrevious(Altered.withOffers(problem, offers), List.of());
    }

    private static Problem withdrawing(Problem problem, int offer) {
        List<Offer> offers = new ArrayList<>(problem.offers());
        offers.set(offer, withdrawn(offers.get(offer)));
        return problem.with(
                offers,
                problem.candidates(),
                problem.pinned().stream().filter(row -> row.offer() != offer).toList());
    }

    private static Offer withdrawn(Offer offer) {
        return new Offer(
                offer.provider(),
                offer.areas(),
                offer.types(),
                offer.regions(),
                0,
                offer.floorUsd(),
                offer.ceilingUsd(),
                0,
                offer.perStateCapUsd(),
                offer.languages(),
                offer.from(),
                offer.to());
    }
}

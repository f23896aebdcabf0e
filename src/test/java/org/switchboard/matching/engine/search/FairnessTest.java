package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.AllPlans;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Figures;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.TinyProblems;

/** What is alike is treated alike by the search: exact where a plan is proven to be the best or all plans are listed. */
class FairnessTest {

    private static final int PROBLEMS = 200;
    private static final int NEEDS = 14;
    private static final int OFFERS = 5;

    @Test
    void tinyProblemsAreSolvedToTheBestOfAllPlans() {
        int alsoOnLevel2 = 0;
        for (int seed = 0; seed < PROBLEMS; seed++) {
            Problem problem = TinyProblems.of(seed);
            Figures best = AllPlans.best(problem).figures();
            Solution solution = Searches.solve(problem, options(1_000, seed));
            Figures found = solution.plan().figures();

            assertEquals(best.level1(), found.level1(), "seed " + seed);
            assertTrue(found.level2() <= best.level2(), "seed " + seed);
            assertTrue(found.level1() <= solution.certificate().bound(), "seed " + seed);
            alsoOnLevel2 += found.level2() == best.level2() ? 1 : 0;
        }
        int both = alsoOnLevel2;
        assertTrue(both >= PROBLEMS * 95 / 100, () -> "only " + both + " are the best on level 2 too");
    }

    @Test
    void exchangingAllOfTwoStatesChangesNothing() {
        assertNothingChanges((random, problem) -> {
            int[] states = inOrder(problem.states().size());
            int first = random.nextInt(states.length);
            int second = (first + 1 + random.nextInt(states.length - 1)) % states.length;
            states[first] = second;
            states[second] = first;
            return new Renaming(states, inOrder(NEEDS), inOrder(OFFERS));
        });
    }

    @Test
    void anotherOrderOfStatesNeedsAndOffersChangesNothing() {
        assertNothingChanges((random, problem) -> new Renaming(
                shuffled(random, problem.states().size()), shuffled(random, NEEDS), shuffled(random, OFFERS)));
    }

    private interface Drawing {
        Renaming draw(Random random, Problem problem);
    }

    /** On level 1 exactly where both plans are proven to be the best; on level 2, which has no bound, on the whole. */
    private static void assertNothingChanges(Drawing drawing) {
        int proven = 0;
        long level2 = 0;
        long level2Renamed = 0;
        for (int seed = 0; seed < PROBLEMS; seed++) {
            Problem problem = RandomProblems.feasible(1_000 + seed, NEEDS, OFFERS);
            Renaming renaming = drawing.draw(new Random(seed), problem);
            Problem renamed = renaming.of(problem);
            Solution one = Searches.solve(problem, options(2_000, seed));
            Solution other = Searches.solve(renamed, options(2_000, seed));

            List<PlanRow> carriedOver =
                    one.plan().rows().stream().map(renaming::of).toList();
            assertEquals(one.plan().figures(), Plan.of(renamed, carriedOver).figures());
            long level1 = one.plan().figures().level1();
            long level1Renamed = other.plan().figures().level1();
            assertTrue(level1Renamed <= one.certificate().bound(), "seed " + seed);
            assertTrue(level1 <= other.certificate().bound(), "seed " + seed);
            if (one.gap() == 0 && other.gap() == 0) {
                assertEquals(level1, level1Renamed, "seed " + seed);
                proven++;
                level2 += one.plan().figures().level2();
                level2Renamed += other.plan().figures().level2();
            }
        }
        int both = proven;
        assertTrue(both >= PROBLEMS * 6 / 10, () -> "only " + both + " pairs are proven");
        assertEquals(1, level2Renamed / (double) level2, 0.01);
    }

    private static SolveOptions options(long steps, long seed) {
        return SolveOptions.of(SolveLimits.ofSteps(steps), seed).withThreads(1);
    }

    /** New numbers for States, needs and offers. */
    private record Renaming(int[] states, int[] needs, int[] offers) {

        PlanRow of(PlanRow row) {
            return new PlanRow(needs[row.need()], offers[row.offer()], row.parts());
        }

        Problem of(Problem problem) {
            CandidateTable.Builder table = new CandidateTable.Builder(needs.length, offers.length);
            for (int i = 0; i < needs.length; i++) {
                problem.candidates()
                        .ofNeed(i)
                        .forEach(pair -> table.add(needs[pair.need()], offers[pair.offer()], pair.fit()));
            }
            return new Problem(
                    problem.periods(),
                    problem.slopes(),
                    problem.fragPenalty(),
                    problem.changePenalty(),
                    placed(problem.states(), states, state -> state),
                    placed(problem.needs(), needs, this::of),
                    placed(problem.offers(), offers, offer -> offer),
                    table.build(),
                    problem.previous().stream().map(this::of).toList(),
                    problem.pinned().stream().map(this::of).toList());
        }

        private Need of(Need need) {
            return new Need(
                    states[need.state()],
                    need.area(),
                    need.stage(),
                    need.type(),
                    need.costUsd(),
                    need.parts(),
                    need.weight(),
                    need.languages(),
                    need.from(),
                    need.to(),
                    need.partialOk(),
                    need.blockedProviders());
        }

        private static <T> List<T> placed(List<T> items, int[] places, UnaryOperator<T> renamed) {
            List<T> placed = new ArrayList<>(items);
            for (int i = 0; i < places.length; i++) {
                placed.set(places[i], renamed.apply(items.get(i)));
            }
            return placed;
        }
    }

    private static int[] inOrder(int size) {
        return IntStream.range(0, size).toArray();
    }

    private static int[] shuffled(Random random, int size) {
        List<Integer> order =
                new ArrayList<>(Arrays.stream(inOrder(size)).boxed().toList());
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}

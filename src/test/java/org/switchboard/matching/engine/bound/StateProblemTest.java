package org.switchboard.matching.engine.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.ProblemDraft;

/** What a State can keep at given costs against the list of all it could cover. */
class StateProblemTest {

    private static final int[] PARTS = {1, 2, 4};

    private final CheapestParts cheapest = new CheapestParts();

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 9, 1_000, 5_000_000})
    void findsTheMostThatTheStateCanKeep(long mostWeight) {
        Random random = new Random(mostWeight);
        int exactByLooking = 0;
        for (int round = 0; round < 400; round++) {
            long scale = random.nextBoolean() ? 1 : 1_000_000;
            long mostBand = 4 * mostWeight;
            OpenProblem open =
                    problem(random, mostWeight, random.nextLong(1 + mostBand), random.nextLong(1 + mostBand));
            StateProblem state = new StateProblem(open, scale);
            double[][] costs = setCosts(random, open, state, scale);

            double kept = state.solve(0);

            assertEquals(most(open, costs, scale, 0, 0, 0), kept, "round " + round);
            assertEquals(kept, worthOfChosen(open, state, costs, scale), "round " + round);
            assertTrue(state.relaxed() >= kept - 0.5, "round " + round);
            exactByLooking += state.relaxed() > kept + 1 ? 1 : 0;
        }
        assertTrue(exactByLooking > 0, "some are not solved by a slope alone");
    }

    /** Bands may end far beyond what all needs of the State could reach. */
    @ParameterizedTest
    @ValueSource(longs = {1L << 40, 1L << 50, Long.MAX_VALUE / 2})
    void findsTheMostWhereBandsAreWide(long mostBand) {
        Random random = new Random(mostBand);
        for (int round = 0; round < 400; round++) {
            OpenProblem open = problem(random, 100, random.nextInt(800), random.nextLong(mostBand));
            StateProblem state = new StateProblem(open, 1_000_000);
            double[][] costs = setCosts(random, open, state, 1_000_000);

            double kept = state.solve(0);

            assertEquals(most(open, costs, 1_000_000, 0, 0, 0), kept, "round " + round);
            assertTrue(state.relaxed() >= kept - 0.5, "round " + round);
        }
    }

    private static OpenProblem problem(Random random, long mostWeight, long b1, long secondBand) {
        int needs = 1 + random.nextInt(5);
        ProblemDraft draft = new ProblemDraft().state(9, b1, b1 + secondBand);
        for (int i = 0; i < needs; i++) {
            draft.need(400, PARTS[random.nextInt(3)], random.nextLong(1 + mostWeight), random.nextBoolean());
        }
        draft.offer().offer().allCandidates(50);
        int pins = random.nextInt(2);
        for (int i = 0; i < Math.min(pins, needs); i++) {
            draft.pinned(i, 0, 1);
        }
        return new OpenProblem(draft.build());
    }

    /** Costs around what coverage is worth, some below zero and some that cannot be had. */
    private double[][] setCosts(Random random, OpenProblem open, StateProblem state, long scale) {
        double[][] costs = new double[open.needs()][];
        for (int i = 0; i < open.needs(); i++) {
            Need need = open.need(i);
            double worth = 10.0 * scale * need.weight() * need.quartersPerPart();
            double absorption = Math.rint(random.nextInt(3) * worth / 10);
            double[] prices = new double[4];
            cheapest.clear(open.openParts(i));
            for (int parts = 1; parts <= open.openParts(i); parts++) {
                prices[parts - 1] = Math.rint(worth * parts * (random.nextDouble() * 1.3 - 0.2));
                if (random.nextInt(8) > 0) {
                    cheapest.offer(parts, parts, parts, prices, 0);
                }
            }
            state.setCosts(i, cheapest, absorption);
            costs[i] = new double[open.openParts(i) + 1];
            for (int parts = 1; parts <= open.openParts(i); parts++) {
                costs[i][parts] =
                        parts < open.leastToAdd(i) ? Double.POSITIVE_INFINITY : cheapest.cost(parts) + absorption;
            }
        }
        return costs;
    }

    private static double most(OpenProblem open, double[][] costs, long scale, int need, long covered, double paid) {
        if (need == open.needs()) {
            return (double) (scale * open.value(0, covered)) - paid;
        }
        double most = Double.NEGATIVE_INFINITY;
        long perPart = open.need(need).weight() * open.need(need).quartersPerPart();
        for (int parts = 0; parts < costs[need].length; parts++) {
            if (costs[need][parts] < Double.POSITIVE_INFINITY) {
                most = Math.max(
                        most, most(open, costs, scale, need + 1, covered + parts * perPart, paid + costs[need][parts]));
            }
        }
        return most;
    }

    private static double worthOfChosen(OpenProblem open, StateProblem state, double[][] costs, long scale) {
        long covered = 0;
        double paid = 0;
        for (int i = 0; i < open.needs(); i++) {
            int parts = state.chosen(i);
            covered += parts * open.need(i).weight() * open.need(i).quartersPerPart();
            paid += costs[i][parts];
        }
        return (double) (scale * open.value(0, covered)) - paid;
    }
}

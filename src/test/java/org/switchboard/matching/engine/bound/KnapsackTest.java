package org.switchboard.matching.engine.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The knapsack against the list of all choices. */
class KnapsackTest {

    private static final int NO_CUT = 1_000_000;

    private record Size(int label, long weight, long value) {}

    /** Items with their sizes, and how much fits. */
    private record Filling(List<List<Size>> items, long capacity) {

        static Filling random(Random random, long mostValue) {
            List<List<Size>> items = new ArrayList<>();
            int label = 0;
            long weightOfAll = 1;
            for (int i = random.nextInt(8); i > 0; i--) {
                List<Size> sizes = new ArrayList<>();
                for (int s = 1 + random.nextInt(4); s > 0; s--) {
                    Size size = new Size(7 + label++, 1 + random.nextInt(30), 1 + random.nextLong(mostValue));
                    sizes.add(size);
                    weightOfAll += size.weight() / 2;
                }
                items.add(sizes);
            }
            return new Filling(items, random.nextLong(weightOfAll));
        }

        /** Every size is worth the same per unit of weight, so that quotients of doubles decide about ties. */
        static Filling proportional(Random random, long mostValue) {
            long perUnit = 1 + random.nextLong(mostValue / 30);
            Filling any = random(random, mostValue);
            List<List<Size>> items = any.items().stream()
                    .map(sizes -> sizes.stream()
                            .map(size ->
                                    new Size(size.label(), size.weight(), perUnit * size.weight() - random.nextInt(2)))
                            .filter(size -> size.value() > 0)
                            .toList())
                    .filter(sizes -> !sizes.isEmpty())
                    .toList();
            return new Filling(items, any.capacity());
        }

        long most() {
            return most(0, capacity);
        }

        private long most(int item, long left) {
            if (item == items.size()) {
                return 0;
            }
            long most = most(item + 1, left);
            for (Size size : items.get(item)) {
                if (size.weight() <= left) {
                    most = Math.max(most, size.value() + most(item + 1, left - size.weight()));
                }
            }
            return most;
        }

        double solveWith(Knapsack knapsack) {
            knapsack.clear();
            for (List<Size> sizes : items) {
                knapsack.item();
                sizes.forEach(size -> knapsack.size(size.label(), size.weight(), size.value()));
            }
            return knapsack.solve(capacity);
        }

        /** What the choice that the knapsack hands out is worth; fails where it does not fit. */
        long worthOfTaken(Knapsack knapsack) {
            assertEquals(items.size(), knapsack.items());
            long weight = 0;
            long value = 0;
            for (int i = 0; i < items.size(); i++) {
                int label = knapsack.taken(i);
                if (label >= 0) {
                    Size size = items.get(i).stream()
                            .filter(one -> one.label() == label)
                            .findFirst()
                            .orElseThrow();
                    weight += size.weight();
                    value += size.value();
                }
            }
            assertTrue(weight <= capacity, () -> "more than fits into " + this);
            return value;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 50, 1_000_000, 1L << 46})
    void findsTheMostValueThatFits(long mostValue) {
        Knapsack knapsack = new Knapsack(NO_CUT, 0);
        Random random = new Random(mostValue);
        for (int round = 0; round < 400; round++) {
            Filling filling = Filling.random(random, mostValue);

            double bound = filling.solveWith(knapsack);

            assertEquals(filling.most(), bound, filling::toString);
            assertEquals(filling.most(), filling.worthOfTaken(knapsack), filling::toString);
        }
    }

    /** Rounding of quotients must not make the bound of a branch too low by even one. */
    @ParameterizedTest
    @ValueSource(longs = {50, 1_000_000, 1L << 40, 1L << 46})
    void findsTheMostValueWhereAllAreWorthNearlyTheSamePerUnit(long mostValue) {
        Knapsack knapsack = new Knapsack(NO_CUT, 0);
        Random random = new Random(mostValue);
        for (int round = 0; round < 1_000; round++) {
            Filling filling = Filling.proportional(random, mostValue);

            assertEquals(filling.most(), filling.solveWith(knapsack), filling::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void isNeverBelowTheMostWhenCutOff(int branches) {
        Knapsack knapsack = new Knapsack(branches, 0);
        Random random = new Random(branches);
        int loose = 0;
        for (int round = 0; round < 400; round++) {
            Filling filling = Filling.random(random, round % 2 == 0 ? 20 : 1_000_000);
            long most = filling.most();

            double bound = filling.solveWith(knapsack);

            assertTrue(bound >= most, () -> bound + " is below " + most + " of " + filling);
            assertTrue(filling.worthOfTaken(knapsack) <= most);
            loose += bound > most ? 1 : 0;
        }
        assertTrue(loose > 0, "some are cut off before they are exact");
    }

    @Test
    void leavesNoMoreOpenThanTheTolerance() {
        Knapsack knapsack = new Knapsack(NO_CUT, 0.05);
        Random random = new Random(5);
        int loose = 0;
        for (int round = 0; round < 400; round++) {
            Filling filling = Filling.random(random, 1_000);
            long most = filling.most();

            double bound = filling.solveWith(knapsack);

            assertTrue(bound >= most, () -> bound + " is below " + most + " of " + filling);
            assertTrue(bound <= most * 1.05, () -> bound + " is far above " + most + " of " + filling);
            assertTrue(filling.worthOfTaken(knapsack) <= most);
            loose += bound > most ? 1 : 0;
        }
        assertTrue(loose > 0, "some are left open");
    }

    @Test
    void holdsMoreItemsThanItBeganWith() {
        Knapsack knapsack = new Knapsack(NO_CUT, 0);
        knapsack.clear();
        for (int item = 0; item < 500; item++) {
            knapsack.item();
            knapsack.size(2 * item, 2, 5);
            knapsack.size(2 * item + 1, 1, 3);
        }

        assertEquals(500 * 5, knapsack.solve(1_000));
        for (int item = 0; item < 500; item++) {
            assertEquals(2 * item, knapsack.taken(item));
        }
    }
}

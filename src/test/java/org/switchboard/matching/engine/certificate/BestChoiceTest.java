package org.switchboard.matching.engine.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.Slopes;
import org.switchboard.matching.engine.State;

class BestChoiceTest {

    @Test
    void isExactForCoverageInBands() {
        Random random = new Random(1);
        for (int round = 0; round < 3_000; round++) {
            Items items = items(random, 1 + random.nextInt(6), 60, true);
            State state = state(random, 120);
            ConcaveValue value = ConcaveValue.ofCoverage(
                    new Slopes(10, 6, random.nextInt(4)), state, random.nextInt(100), 1 + random.nextInt(50));

            assertEquals(enumerated(items, value), BestChoice.worth(items, value), "round " + round);
        }
    }

    @Test
    void isExactUnderABudget() {
        Random random = new Random(2);
        for (int round = 0; round < 3_000; round++) {
            long budget = 61 + random.nextInt(200);
            Items items = items(random, 1 + random.nextInt(6), 60, false);
            ConcaveValue value = ConcaveValue.upTo(budget);

            assertEquals(enumerated(items, value), BestChoice.worth(items, value), "round " + round);
        }
    }

    @Test
    void isExactForLargeAmountsToo() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            Items items = items(random, 6, 1_000_000_000, false);
            ConcaveValue budget = ConcaveValue.upTo(1_000_000_001L + random.nextInt(2_000_000_000));
            State state = state(random, 2_000_000_000);
            ConcaveValue coverage = ConcaveValue.ofCoverage(new Slopes(3, 2, 1), state, 7, 2);

            assertEquals(enumerated(items, budget), BestChoice.worth(items, budget), "budget, round " + round);
            assertEquals(enumerated(items, coverage), BestChoice.worth(items, coverage), "coverage, round " + round);
        }
    }

    @Test
    void nothingToChooseIsWorthWhatNothingIsWorth() {
        assertEquals(0, BestChoice.worth(new Items(), ConcaveValue.upTo(0)));
        assertEquals(
                2 * (10 * 3 + 6),
                BestChoice.worth(
                        new Items(), ConcaveValue.ofCoverage(new Slopes(10, 6, 3), new State(0, 1, 3, 9), 4, 2)));
    }

    @Test
    void aChoiceTooWideToFinishGivesABoundThatHoldsAndIsClose() {
        // sizes without a common measure and values that hardly differ from them: no partial choice is the better one
        Random random = new Random(4);
        Items items = new Items();
        long total = 0;
        for (int item = 0; item < 400; item++) {
            long size = 1_000_000_000L + random.nextInt(1_000_000_000);
            items.open();
            items.option(size, size + random.nextInt(100_000_000));
            total += size;
        }
        long budget = total / 2;

        long worth = BestChoice.worth(items, ConcaveValue.upTo(budget));

        long greedy = greedy(items, budget);
        assertTrue(worth >= greedy, worth + " is below a choice worth " + greedy);
        assertTrue(worth - greedy < greedy / 100, worth + " is far above " + greedy);
    }

    @Test
    void refusesNumbersThatLeaveTheRange() {
        Items items = new Items();
        items.open();
        items.option(1, Long.MAX_VALUE);
        assertThrows(ArithmeticException.class, () -> BestChoice.worth(items, ConcaveValue.upTo(1)));

        Items negative = new Items();
        negative.open();
        negative.option(1, Long.MIN_VALUE);
        assertThrows(ArithmeticException.class, () -> BestChoice.worth(negative, ConcaveValue.upTo(1)));
    }

    private static Items items(Random random, int count, int largest, boolean anySign) {
        Items items = new Items();
        for (int item = 0; item < count; item++) {
            items.open();
            int options = random.nextInt(5);
            for (int o = 0; o < options; o++) {
                long size = random.nextInt(largest);
                // around what the size is worth, so that the choice is not plain
                items.option(size, random.nextInt(largest) + size - (anySign ? largest * 4L : 0));
            }
        }
        return items;
    }

    private static State state(Random random, int largest) {
        long b1 = random.nextInt(largest);
        return new State(0, 1, b1, b1 + random.nextInt(largest));
    }

    private static long enumerated(Items items, ConcaveValue ofSize) {
        return enumerated(items, ofSize, 0, 0, 0);
    }

    private static long enumerated(Items items, ConcaveValue ofSize, int item, long size, long value) {
        if (size > ofSize.limit()) {
            return Long.MIN_VALUE;
        }
        if (item == items.count()) {
            return value + ofSize.of(size);
        }
        long most = enumerated(items, ofSize, item + 1, size, value);
        for (int o = items.first(item); o < items.end(item); o++) {
            most = Math.max(most, enumerated(items, ofSize, item + 1, size + items.size(o), value + items.value(o)));
        }
        return most;
    }

    /** What fits when the most valuable sizes go first. */
    private static long greedy(Items items, long budget) {
        long[] left = {budget};
        return IntStream.range(0, items.count())
                .map(items::first)
                .boxed()
                .sorted(Comparator.comparingDouble(o -> -items.value(o) / (double) items.size(o)))
                .filter(o -> items.size(o) <= left[0])
                .peek(o -> left[0] -= items.size(o))
                .mapToLong(items::value)
                .sum();
    }
}

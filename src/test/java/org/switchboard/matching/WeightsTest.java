package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.need.NeedView;
import org.switchboard.need.Priority;

class WeightsTest {

    @ParameterizedTest
    @CsvSource({
        "0,   400000, 200",
        "0.5, 400000, 400",
        "1,   400000, 800",
        "0,   25000,  200",
        "0.5, 25000,  100",
        "1,   25000,  50",
        "0.5, 100000, 200",
        "0.5, 1,      1",
        "1,   1,      0",
    })
    void aNeedAloneWeighsItsPriorityTimesAPowerOfItsCost(double exponent, long cost, long weight) {
        assertArrayEquals(
                new long[] {weight},
                weights(exponent, NeedDraft.of("KEN", "1").cost(cost).view()));
    }

    @Test
    void needsOfOneStateThemeAndKindShareTheWeightOfTheirTotal() {
        // together 400,000: twice what 100,000 weighs
        assertArrayEquals(
                new long[] {100, 300},
                weights(
                        0.5,
                        NeedDraft.of("KEN", "1").cost(100_000).view(),
                        NeedDraft.of("KEN", "2").cost(300_000).view()));
    }

    @Test
    void anotherStateThemeOrKindIsAnotherGroup() {
        NeedView first = NeedDraft.of("KEN", "1").view();
        for (NeedDraft other : List.of(
                NeedDraft.of("UGA", "2"),
                NeedDraft.of("KEN", "2").theme("LEG"),
                NeedDraft.of("KEN", "2").theme("FIN.FIU"),
                NeedDraft.of("KEN", "2").kind("EQUIPMENT"))) {
            assertArrayEquals(new long[] {200, 200}, weights(0.5, first, other.view()));
        }
        for (NeedDraft alike :
                List.of(NeedDraft.of("KEN", "2"), NeedDraft.of("KEN", "2").stage("C"))) {
            assertArrayEquals(new long[] {141, 142}, sorted(weights(0.5, first, alike.view())));
        }
    }

    @Test
    void countsWhatTheExpertsHaveVerified() {
        for (Priority verified : Priority.values()) {
            for (Priority stated : Priority.values()) {
                assertArrayEquals(
                        new long[] {100L * verified.weight()},
                        weights(
                                0.5,
                                NeedDraft.of("KEN", "1")
                                        .stated(stated)
                                        .verified(verified)
                                        .view()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LOW, 100", "MEDIUM, 200", "HIGH, 200", "CRITICAL, 200"})
    void countsWhatOnlyTheStateSaysAsMediumAtTheMost(Priority stated, long weight) {
        assertArrayEquals(
                new long[] {weight},
                weights(0.5, NeedDraft.of("KEN", "1").stated(stated).view()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.5, 1})
    void splittingChangesTheSumOfWeightsNotAtAll(double exponent) {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<NeedView> others = someNeeds(random, random.nextInt(4));
            // halves of a hundredth, where rounding could go either way, are frequent among multiples of 500
            long cost = 500L * (1 + random.nextInt(2_000));
            Priority priority = Priority.values()[random.nextInt(4)];
            NeedView whole =
                    NeedDraft.of("KEN", "whole").cost(cost).verified(priority).view();
            long before = sum(exponent, with(others, List.of(whole)));
            for (int parts : new int[] {2, 4, 10}) {
                assertEquals(
                        before,
                        sum(exponent, with(others, split(random, cost, parts, priority))),
                        () -> cost + " into " + parts);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void inflatingAllCostsRaisesTheWeightsByAPowerOfTheFactorOnly(double exponent) {
        Random random = new Random(8);
        for (int round = 0; round < 200; round++) {
            List<NeedView> honest = someNeeds(random, 1 + random.nextInt(4));
            int factor = 2 + random.nextInt(9);
            List<NeedView> inflated = honest.stream()
                    .map(need -> need("inflated " + need.id(), need.costUsd() * factor, need.verifiedPriority()))
                    .toList();
            double power = Math.pow(factor, exponent);
            assertEquals(power * sum(exponent, honest), sum(exponent, inflated), 2 * (power + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void inflatingOneCostRaisesItsWeightByNoMoreThanItsPriceAndTheSumByLess(double exponent) {
        Random random = new Random(8);
        for (int round = 0; round < 200; round++) {
            Priority priority = Priority.values()[random.nextInt(4)];
            List<NeedView> others = split(random, 1_000 + random.nextInt(1_000_000), 3, priority);
            long cost = 10_000 + random.nextInt(1_000_000);
            int factor = 2 + random.nextInt(9);
            List<NeedView> honest = with(others, List.of(need("1", cost, priority)));
            List<NeedView> inflated = with(others, List.of(need("1", cost * factor, priority)));
            int place = others.size();
            long before = new Weights(exponent).of(honest)[place];
            long after = new Weights(exponent).of(inflated)[place];
            assertTrue(after <= factor * (before + 1), () -> before + " became " + after);
            double power = Math.pow(factor, exponent);
            assertTrue(sum(exponent, inflated) <= power * sum(exponent, honest) + power + 1);
        }
    }

    @Test
    void paddingTheListNeverRaisesTheWeightOfTheRest() {
        Random random = new Random(9);
        for (int round = 0; round < 200; round++) {
            List<NeedView> needs = someNeeds(random, 1 + random.nextInt(4));
            NeedView padding = need("padding", 1 + random.nextInt(2_000_000), Priority.values()[random.nextInt(4)]);
            long[] before = new Weights(0.5).of(needs);
            long[] after = new Weights(0.5).of(with(needs, List.of(padding)));
            for (int i = 0; i < needs.size(); i++) {
                assertTrue(after[i] <= before[i] + 1, "hundredths are rounded, nothing more");
            }
        }
    }

    @Test
    void theOrderOfTheListMovesNothingButHundredths() {
        Random random = new Random(10);
        List<NeedView> needs = someNeeds(random, 40);
        long[] before = new Weights(0.5).of(needs);
        List<Integer> order = IntStream.range(0, needs.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(order, random);
            long[] after = new Weights(0.5).of(order.stream().map(needs::get).toList());
            for (int i = 0; i < order.size(); i++) {
                assertEquals(before[order.get(i)], after[i], 1);
            }
            assertEquals(Arrays.stream(before).sum(), Arrays.stream(after).sum());
        }
    }

    @Test
    void amongEqualRemaindersTheEarlierGetsTheHundredth() {
        // 100 hundredths among three
        NeedView[] alike = IntStream.range(0, 3)
                .mapToObj(i -> need("n" + i, 25_000, Priority.LOW))
                .toArray(NeedView[]::new);
        assertArrayEquals(new long[] {34, 33, 33}, weights(0, alike));
    }

    @Test
    void noNeedsWeighNothing() {
        assertEquals(0, weights(0.5).length);
    }

    private static long[] weights(double exponent, NeedView... needs) {
        return new Weights(exponent).of(List.of(needs));
    }

    private static long sum(double exponent, List<NeedView> needs) {
        return Arrays.stream(new Weights(exponent).of(needs)).sum();
    }

    private static long[] sorted(long[] values) {
        return Arrays.stream(values).sorted().toArray();
    }

    private static NeedView need(String reference, long cost, Priority verified) {
        return NeedDraft.of("KEN", reference).cost(cost).verified(verified).view();
    }

    private static List<NeedView> someNeeds(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> need(
                        new UUID(random.nextLong(), i).toString(),
                        500L * (1 + random.nextInt(1_000)),
                        Priority.values()[random.nextInt(4)]))
                .toList();
    }

    private static List<NeedView> split(Random random, long cost, int parts, Priority priority) {
        List<NeedView> pieces = new ArrayList<>();
        long left = cost;
        for (int i = 1; i < parts; i++) {
            long piece = 1 + (long) (random.nextDouble() * (left - parts));
            pieces.add(need("piece " + i, piece, priority));
            left -= piece;
        }
        pieces.add(need("last piece", left, priority));
        return pieces;
    }

    private static List<NeedView> with(List<NeedView> needs, List<NeedView> further) {
        List<NeedView> all = new ArrayList<>(needs);
        all.addAll(further);
        return all;
    }
}

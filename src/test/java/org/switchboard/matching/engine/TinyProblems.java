package org.switchboard.matching.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Seeded problems so small that all their plans can be listed. Among many seeds everything that the format allows comes
 * up: limits of zero, weights of zero and of a million, bands of no width and without end, equal slopes, pins of every kind.
 */
public final class TinyProblems {

    public static final long A_MILLION = 1_000_000;

    private static final int PERIODS = 3;
    private static final int[] PARTS = {1, 1, 2, 2, 4};
    private static final List<Slopes> SLOPES = List.of(
            new Slopes(10, 6, 3),
            new Slopes(10, 6, 3),
            new Slopes(10, 6, 3),
            new Slopes(7, 7, 7),
            new Slopes(5, 5, 0),
            new Slopes(3, 0, 0));

    private enum Pins {
        NONE,
        WITHIN_LIMITS,
        OF_ANY_KIND
    }

    private final Random random;
    private final long mostWeight;
    private final boolean mayBeZero;

    private TinyProblems(long seed) {
        random = new Random(seed);
        mostWeight = pick(List.of(3L, 9L, 9L, A_MILLION));
        mayBeZero = random.nextInt(3) == 0;
    }

    /** With pins of any kind, or none. */
    public static Problem of(long seed) {
        TinyProblems tiny = new TinyProblems(seed);
        return tiny.problem(tiny.pick(List.of(Pins.values())));
    }

    /** Nothing is pinned. */
    public static Problem free(long seed) {
        return new TinyProblems(seed).problem(Pins.NONE);
    }

    private Problem problem(Pins pins) {
        int stateCount = 1 + random.nextInt(2);
        int needCount = 2 + random.nextInt(3);
        int offerCount = 1 + random.nextInt(3);
        List<State> states = list(stateCount, s -> state());
        List<Need> needs = list(needCount, i -> need(stateCount));
        List<Offer> offers = list(offerCount, j -> offer());
        CandidateTable.Builder table = new CandidateTable.Builder(needCount, offerCount);
        List<PlanRow> possible = new ArrayList<>();
        for (int i = 0; i < needCount; i++) {
            for (int j = 0; j < offerCount; j++) {
                if (random.nextInt(5) > 1) {
                    table.add(i, j, random.nextInt(101));
                    possible.add(
                            new PlanRow(i, j, 1 + random.nextInt(needs.get(i).parts())));
                }
            }
        }
        Problem free = new Problem(
                PERIODS,
                pick(SLOPES),
                random.nextInt(60),
                random.nextInt(40),
                states,
                needs,
                offers,
                table.build(),
                someOf(possible, 3),
                List.of());
        return switch (pins) {
            case NONE -> free;
            case WITHIN_LIMITS -> Altered.withPinned(free, RandomProblems.keepingLimits(free, someOf(possible, 3)));
            case OF_ANY_KIND -> Altered.withPinned(free, someOf(possible, 3));
        };
    }

    private State state() {
        long b1 = pick(List.of(0L, mostWeight, 4 * mostWeight, random.nextLong(1 + 8 * mostWeight)));
        long width = pick(List.of(0L, mostWeight, random.nextLong(1 + 8 * mostWeight)));
        return new State(0, zeroOr(1 + random.nextInt(3)), b1, b1 + width);
    }

    private Need need(int states) {
        int parts = PARTS[random.nextInt(PARTS.length)];
        int from = random.nextInt(PERIODS);
        return new Need(
                random.nextInt(states),
                0,
                'A',
                0,
                4L * (1 + random.nextInt(20)),
                parts,
                zeroOr((int) (1 + random.nextLong(mostWeight))),
                Ids.none(),
                from,
                from + random.nextInt(PERIODS - from),
                random.nextBoolean(),
                Ids.none());
    }

    private Offer offer() {
        long floor = random.nextBoolean() ? 0 : random.nextInt(30);
        return new Offer(
                0,
                Ids.none(),
                Ids.none(),
                Ids.none(),
                zeroOr(20 + random.nextInt(120)),
                floor,
                floor + zeroOr(10 + random.nextInt(70)),
                zeroOr(1 + random.nextInt(3)),
                zeroOr(20 + random.nextInt(100)),
                Ids.none(),
                0,
                PERIODS - 1);
    }

    private int zeroOr(int otherwise) {
        return mayBeZero && random.nextInt(4) == 0 ? 0 : otherwise;
    }

    private List<PlanRow> someOf(List<PlanRow> rows, int oneIn) {
        return rows.stream().filter(row -> random.nextInt(oneIn) == 0).toList();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static <T> List<T> list(int size, IntFunction<T> maker) {
        return IntStream.range(0, size).mapToObj(maker).toList();
    }
}

package org.switchboard.matching.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Seeded random problems in which every limit binds somewhere. */
public final class RandomProblems {

    private static final int PERIODS = 5;
    private static final int STATES = 6;
    private static final int[] PARTS = {1, 2, 4};

    private final Random random;

    private RandomProblems(long seed) {
        random = new Random(seed);
    }

    /** Some rows are pinned, and keep every limit. */
    public static Problem feasible(long seed, int needs, int offers) {
        return new RandomProblems(seed).problem(needs, offers, true);
    }

    /** Some rows are pinned without a look at any limit. */
    public static Problem overUsed(long seed, int needs, int offers) {
        return new RandomProblems(seed).problem(needs, offers, false);
    }

    private Problem problem(int needCount, int offerCount, boolean pinsKeepLimits) {
        List<State> states = list(STATES, s -> {
            long b1 = random.nextInt(40);
            return new State(s % 3, 1 + random.nextInt(Math.max(2, needCount / 10)), b1, b1 + random.nextInt(60));
        });
        List<Need> needs = list(needCount, i -> need());
        List<Offer> offers = list(offerCount, j -> offer());
        CandidateTable.Builder table = new CandidateTable.Builder(needCount, offerCount);
        List<PlanRow> possible = new ArrayList<>();
        for (int i = 0; i < needCount; i++) {
            for (int j = 0; j < offerCount; j++) {
                if (random.nextInt(3) == 0) {
                    table.add(i, j, random.nextInt(101));
                    possible.add(
                            new PlanRow(i, j, 1 + random.nextInt(needs.get(i).parts())));
                }
            }
        }
        CandidateTable candidates = table.build();
        List<PlanRow> previous = someOf(possible, 8);
        Problem free = new Problem(
                PERIODS, new Slopes(10, 6, 3), 40, 20, states, needs, offers, candidates, previous, List.of());
        List<PlanRow> pinned = someOf(possible, 15);
        return Altered.withPinned(free, pinsKeepLimits ? keepingLimits(free, pinned) : pinned);
    }

    static List<PlanRow> keepingLimits(Problem problem, List<PlanRow> rows) {
        List<PlanRow> kept = new ArrayList<>();
        for (PlanRow row : rows) {
            kept.add(row);
            if (!Rules.asWritten(problem).breaches(kept).isEmpty()) {
                kept.remove(row);
            }
        }
        return kept;
    }

    private List<PlanRow> someOf(List<PlanRow> rows, int oneIn) {
        return rows.stream().filter(row -> random.nextInt(oneIn) == 0).toList();
    }

    private Need need() {
        int parts = PARTS[random.nextInt(3)];
        int from = random.nextInt(PERIODS);
        return new Need(
                random.nextInt(STATES),
                random.nextInt(4),
                (char) ('A' + random.nextInt(3)),
                random.nextInt(4),
                4L * (5 + random.nextInt(96)),
                parts,
                1 + random.nextInt(9),
                Ids.of(random.nextInt(6), random.nextInt(6)),
                from,
                from + random.nextInt(PERIODS - from),
                random.nextBoolean(),
                random.nextInt(4) == 0 ? Ids.of(random.nextInt(9)) : Ids.none());
    }

    private Offer offer() {
        long budget = 200 + random.nextInt(1_000);
        long floor = random.nextInt(80);
        return new Offer(
                random.nextInt(9),
                Ids.of(random.nextInt(4)),
                Ids.of(random.nextInt(4)),
                Ids.of(random.nextInt(3)),
                budget,
                floor,
                floor + 50 + random.nextInt(400),
                1 + random.nextInt(4),
                100 + random.nextInt(600),
                Ids.of(random.nextInt(6)),
                0,
                PERIODS - 1);
    }

    private static <T> List<T> list(int size, IntFunction<T> maker) {
        return IntStream.range(0, size).mapToObj(maker).toList();
    }
}

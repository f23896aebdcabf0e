package org.switchboard.bench;

import java.util.Map;
import java.util.OptionalLong;

/** The lowest bounds on level 1 that long runs have ever proven, for instances of the generator without pins. */
final class BestKnownBounds {

    private record Instance(Size size, long seed) {}

    private static final Map<Instance, Long> LEVEL_1 = Map.of(
            new Instance(Size.S, 2), 20_592L,
            new Instance(Size.S, 3), 21_301L,
            new Instance(Size.M, 2), 161_365L,
            new Instance(Size.M, 3), 162_073L,
            new Instance(Size.L, 2), 1_493_683L,
            new Instance(Size.L, 3), 1_488_584L);

    private BestKnownBounds() {}

    static OptionalLong of(Size size, long seed) {
        Long bound = LEVEL_1.get(new Instance(size, seed));
        return bound == null ? OptionalLong.empty() : OptionalLong.of(bound);
    }
}

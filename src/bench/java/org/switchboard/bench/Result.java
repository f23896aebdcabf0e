package org.switchboard.bench;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.Bench.Verdict;

/**
 * What one contestant did with one instance.
 *
 * @param verdict of the independent verifier on its plan; null if it left none
 * @param bound on level 1 that it has proven itself; empty if none
 */
record Result(String title, Usage usage, @Nullable Verdict verdict, OptionalLong bound) {

    private static final double PERCENT = 100.0;

    boolean hasPlan() {
        return verdict != null;
    }

    /** How far below a bound the level 1 of its plan is, in percent of the bound. */
    OptionalDouble gapPercent(OptionalLong someBound) {
        if (verdict == null || someBound.isEmpty()) {
            return OptionalDouble.empty();
        }
        long most = someBound.getAsLong();
        return OptionalDouble.of(PERCENT * (most - verdict.level1()) / most);
    }
}

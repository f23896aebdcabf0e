package org.switchboard.bench;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What all contestants did with one instance. */
record HeatResults(Size size, long seed, List<Result> results) {

    /** The lowest bound on level 1 that any of them has proven now, or anyone before; empty if none has. */
    OptionalLong bestBound() {
        LongStream now = results.stream().flatMapToLong(result -> result.bound().stream());
        return LongStream.concat(now, BestKnownBounds.of(size, seed).stream()).min();
    }
}

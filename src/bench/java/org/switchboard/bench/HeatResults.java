package org.switchboard.bench;

import java.util.List;
import java.util.OptionalLong;

/** What all contestants did with one instance. */
record HeatResults(Size size, long seed, List<Result> results) {

    /** The lowest bound on level 1 that any of them has proven; empty if none has. */
    OptionalLong bestBound() {
        return results.stream().flatMapToLong(result -> result.bound().stream()).min();
    }
}

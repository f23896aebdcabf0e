package org.switchboard.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.switchboard.matching.engine.Ids;

/** Gives numbers to codes in the order in which they are met, so that the engine never sees a name. */
final class Numbering {

    private final Map<String, Integer> numbers = new HashMap<>();

    int of(String code) {
        return numbers.computeIfAbsent(code, unseen -> numbers.size());
    }

    Ids of(Collection<String> codes) {
        return Ids.of(codes.stream().mapToInt(this::of).toArray());
    }
}

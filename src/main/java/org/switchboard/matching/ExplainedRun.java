package org.switchboard.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.matching.engine.explain.Explanations;

/**
 * A plan made ready to be explained, with whom its numbers stand for. It holds nothing of what a reader may see.
 *
 * @param needIds by their number in the problem
 * @param offerIds by their number in the problem
 * @param usd exact dollars that the plan gives each need
 * @param needNumbers the numbers of the needs by their ids
 */
record ExplainedRun(
        Explanations explanations,
        List<UUID> needIds,
        List<UUID> offerIds,
        Map<UUID, Long> usd,
        Map<UUID, Integer> needNumbers) {

    static ExplainedRun of(Explanations explanations, List<UUID> needIds, List<UUID> offerIds, Map<UUID, Long> usd) {
        Map<UUID, Integer> numbers = new HashMap<>();
        needIds.forEach(id -> numbers.put(id, numbers.size()));
        return new ExplainedRun(
                explanations, List.copyOf(needIds), List.copyOf(offerIds), Map.copyOf(usd), Map.copyOf(numbers));
    }

    /** The number of a need in the problem; empty where the run did not know it. */
    Optional<Integer> number(UUID need) {
        return Optional.ofNullable(needNumbers.get(need));
    }
}

package org.switchboard.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.explain.Explanations;

/**
 * A plan made ready to be explained, with whom its numbers stand for. It holds nothing of what a reader may see.
 *
 * @param needIds by their number in the problem
 * @param offerIds by their number in the problem
 * @param usdOfMatches exact dollars that the plan gives, by need and offer
 * @param needNumbers the numbers of the needs by their ids
 */
record ExplainedRun(
        Explanations explanations,
        List<UUID> needIds,
        List<UUID> offerIds,
        Map<UUID, Map<UUID, Long>> usdOfMatches,
        Map<UUID, Integer> needNumbers) {

    static ExplainedRun of(
            Explanations explanations,
            List<UUID> needIds,
            List<UUID> offerIds,
            Map<UUID, Map<UUID, Long>> usdOfMatches) {
        Map<UUID, Integer> numbers = new HashMap<>();
        needIds.forEach(id -> numbers.put(id, numbers.size()));
        return new ExplainedRun(
                explanations,
                List.copyOf(needIds),
                List.copyOf(offerIds),
                Map.copyOf(usdOfMatches),
                Map.copyOf(numbers));
    }

    /** Exact dollars of a match. */
    long usd(PlanRow row) {
        Map<UUID, Long> ofNeed = Objects.requireNonNull(usdOfMatches.get(needIds.get(row.need())));
        return Objects.requireNonNull(ofNeed.get(offerIds.get(row.offer())));
    }

    /** Exact dollars that the plan gives each need that it helps. */
    Map<UUID, Long> usdOfNeeds() {
        return usdOfMatches.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, need -> need.getValue().values().stream()
                        .mapToLong(usd -> usd)
                        .sum()));
    }

    /** The number of a need in the problem; empty where the run did not know it. */
    Optional<Integer> number(UUID need) {
        return Optional.ofNullable(needNumbers.get(need));
    }
}

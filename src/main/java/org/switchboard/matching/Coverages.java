package org.switchboard.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.switchboard.need.NeedView;

/**
 * What a plan covers, of all that was asked.
 *
 * @param asked needs that the plan's reader may see
 * @param planned dollars by need, of the needs that the plan helps
 */
record Coverages(Collection<NeedView> asked, Map<UUID, Long> planned) {

    PlanView.Coverage total() {
        return of(null, asked);
    }

    /** @param codes under which a need counts */
    List<PlanView.Coverage> by(Function<NeedView, Collection<String>> codes) {
        return ByCode.lines(asked, codes, this::of);
    }

    private PlanView.Coverage of(@Nullable String code, Collection<NeedView> needs) {
        return new PlanView.Coverage(
                code,
                needs.size(),
                (int) needs.stream()
                        .filter(need -> planned.containsKey(need.id()))
                        .count(),
                needs.stream().mapToLong(NeedView::costUsd).sum(),
                needs.stream()
                        .mapToLong(need -> planned.getOrDefault(need.id(), 0L))
                        .sum());
    }
}

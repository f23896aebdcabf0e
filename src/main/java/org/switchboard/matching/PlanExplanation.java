package org.switchboard.matching;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.explain.PlanSummary;
import org.switchboard.need.NeedView;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.State;

/**
 * Puts names to what the engine says of a plan, and counts what it covers of the needs that its reader may see.
 */
record PlanExplanation(ExplainedItems items, ReferenceData reference) {

    ExplanationView.OfPlan of(PlanSummary summary) {
        return new ExplanationView.OfPlan(
                summary.level1(),
                summary.level2(),
                summary.bound(),
                summary.closeness().sharePercent().doubleValue(),
                by(need -> Stream.of(state(need).region())),
                by(need -> Stream.of(
                        reference.areaOf(need.content().theme()).orElseThrow().code())),
                by(need -> Stream.of(need.content().stage())),
                by(need -> groups(state(need))),
                by(need -> Stream.of(need.state())),
                summary.largestUnmet().stream()
                        .flatMap(
                                unmet -> items
                                        .need(unmet.need())
                                        .map(need -> new ExplanationView.UnmetLine(need, unmet.adds()))
                                        .stream())
                        .toList());
    }

    PlanView.Coverage total() {
        return coverage(null, List.copyOf(items.needs().values()));
    }

    private List<PlanView.Coverage> by(Function<NeedView, Stream<String>> codes) {
        record Counted(String code, NeedView need) {}
        return items.needs().values().stream()
                .flatMap(need -> codes.apply(need).map(code -> new Counted(code, need)))
                .collect(Collectors.groupingBy(
                        Counted::code, TreeMap::new, Collectors.mapping(Counted::need, Collectors.toList())))
                .entrySet()
                .stream()
                .map(group -> coverage(group.getKey(), group.getValue()))
                .toList();
    }

    private PlanView.Coverage coverage(@Nullable String code, List<NeedView> needs) {
        return new PlanView.Coverage(
                code,
                needs.size(),
                (int) needs.stream()
                        .filter(need -> items.run().usd().containsKey(need.id()))
                        .count(),
                needs.stream().mapToLong(NeedView::costUsd).sum(),
                needs.stream()
                        .mapToLong(need -> items.run().usd().getOrDefault(need.id(), 0L))
                        .sum());
    }

    private State state(NeedView need) {
        return reference.state(need.state()).orElseThrow();
    }

    private static Stream<String> groups(State state) {
        return Stream.of(state.ldc() ? "LDC" : "", state.lldc() ? "LLDC" : "", state.sids() ? "SIDS" : "")
                .filter(code -> !code.isEmpty());
    }
}

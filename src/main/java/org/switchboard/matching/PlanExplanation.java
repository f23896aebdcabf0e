package org.switchboard.matching;

import java.util.List;
import org.switchboard.matching.engine.explain.PlanSummary;
import org.switchboard.need.NeedView;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.State;

/**
 * Puts names to what the engine says of a plan, and counts what it covers of the needs that its reader may see.
 */
record PlanExplanation(ExplainedItems items, ReferenceData reference) {

    ExplanationView.OfPlan of(PlanSummary summary) {
        Coverages coverages = coverages();
        return new ExplanationView.OfPlan(
                summary.level1(),
                summary.level2(),
                summary.bound(),
                summary.closeness().sharePercent().doubleValue(),
                coverages.by(need -> List.of(state(need).region())),
                coverages.by(need -> List.of(
                        reference.areaOf(need.content().theme()).orElseThrow().code())),
                coverages.by(need -> List.of(need.content().stage())),
                coverages.by(need -> state(need).specialGroups()),
                coverages.by(need -> List.of(need.state())),
                summary.largestUnmet().stream()
                        .flatMap(
                                unmet -> items
                                        .need(unmet.need())
                                        .map(need -> new ExplanationView.UnmetLine(need, unmet.adds()))
                                        .stream())
                        .toList());
    }

    PlanView.Coverage total() {
        return coverages().total();
    }

    private Coverages coverages() {
        return new Coverages(items.needs().values(), items.run().usdOfNeeds());
    }

    private State state(NeedView need) {
        return reference.state(need.state()).orElseThrow();
    }
}

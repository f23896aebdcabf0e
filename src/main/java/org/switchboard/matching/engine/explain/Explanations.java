package org.switchboard.matching.engine.explain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.explain.UnmetExplanation.OutCompeted;

/**
 * Explains one plan. Made once for a plan; each question about a need then costs as much as the need has candidates. Any
 * number of threads may ask.
 */
public final class Explanations {

    private final Plan plan;
    private final Certificate certificate;
    private final PlanUse use;
    private final PlanPrices prices;
    private final Matches matches;
    private final UnmetNeeds unmetNeeds;

    /**
     * @param open the problem that the plan is for
     * @param certificate that was made for the same problem
     */
    public Explanations(OpenProblem open, Plan plan, Certificate certificate) {
        this.plan = plan;
        this.certificate = certificate;
        this.use = new PlanUse(open.problem(), plan.rows());
        this.prices = new PlanPrices(open, use, certificate.multipliers());
        this.matches = new Matches(prices);
        this.unmetNeeds = new UnmetNeeds(prices);
    }

    public PlanUse use() {
        return use;
    }

    public PlanPrices prices() {
        return prices;
    }

    /** The matches of a need, by offer; none where it is unmet. */
    public List<MatchExplanation> matches(int need) {
        return use.ofNeed(need).stream().map(matches::explain).toList();
    }

    /** Whether any offer keeps all rules for the need. */
    public boolean hasCandidates(int need) {
        OpenProblem open = prices.open();
        return open.first(need) < open.end(need);
    }

    /**
     * Why a need that has candidates has no row.
     *
     * @throws IllegalArgumentException if it has a row, or no candidates
     */
    public OutCompeted outCompeted(int need) {
        if (use.isServed(need) || !hasCandidates(need)) {
            throw new IllegalArgumentException("need " + need + " is served, or has no candidates");
        }
        return unmetNeeds.explain(need);
    }

    /** @param mostUnmet how many unmet needs to name */
    public PlanSummary summary(int mostUnmet) {
        return new PlanSummary(
                plan.figures().level1(), plan.figures().level2(), certificate.bound(), largestUnmet(mostUnmet));
    }

    private List<PlanSummary.UnmetValue> largestUnmet(int most) {
        return IntStream.range(0, use.problem().needs().size())
                .filter(need -> !use.isServed(need))
                .mapToObj(need -> new PlanSummary.UnmetValue(
                        need,
                        use.level1Change(need, use.problem().needs().get(need).parts())))
                .sorted(Comparator.comparingLong(PlanSummary.UnmetValue::adds)
                        .reversed()
                        .thenComparingInt(PlanSummary.UnmetValue::need))
                .limit(most)
                .toList();
    }
}

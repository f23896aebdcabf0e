package org.switchboard.matching.engine.explain;

import java.util.BitSet;
import java.util.List;
import org.switchboard.matching.engine.Candidate;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.candidate.OfferTerms;
import org.switchboard.matching.engine.search.Stopwatch;

/**
 * Finds out whether a need would be met once a named change is made: it makes the change and solves again from the plan.
 * The needs that the offer serves and those of the same State that are served may move; everything else stays, so what is
 * found is a plan of the whole problem.
 */
public final class Remedies {

    private static final long STEPS = 5_000;

    private final PlanPrices prices;
    private final PlanUse use;
    private final Stopwatch stopwatch;

    /** @param stopwatch that the search asks for; it decides nothing */
    public Remedies(PlanPrices prices, Stopwatch stopwatch) {
        this.prices = prices;
        this.use = prices.use();
        this.stopwatch = stopwatch;
    }

    /**
     * What came of a change.
     *
     * @param rows of the need in the new plan; empty where it is still out-competed
     * @param level1Change of the plan, in points
     */
    public record Outcome(List<PlanRow> rows, long level1Change) {

        public Outcome {
            rows = List.copyOf(rows);
        }

        public boolean isMet() {
            return !rows.isEmpty();
        }
    }

    /**
     * Makes the change of a near miss, and solves again.
     *
     * @param need its number in the problem
     * @param offer its number in the problem, which need not be that in {@link NearMiss#offer()}
     */
    public Outcome of(int need, int offer, NearMiss miss) {
        Problem problem = use.problem();
        Problem changed = Resolving.withOffer(
                problem,
                offer,
                terms(problem.offers().get(offer), miss.amendment().offer()),
                List.of(new Candidate(need, offer, miss.fit())));
        Plan plan = new Resolving(prices, stopwatch).solve(changed, movable(need, offer), STEPS);
        List<PlanRow> rows =
                plan.rows().stream().filter(row -> row.need() == need).toList();
        return new Outcome(rows, plan.figures().level1() - level1());
    }

    private long level1() {
        Problem problem = use.problem();
        long sum = 0;
        for (int s = 0; s < problem.states().size(); s++) {
            sum += problem.slopes().valueOf(use.coverage(s), problem.states().get(s));
        }
        return sum;
    }

    private BitSet movable(int need, int offer) {
        BitSet movable = new BitSet();
        movable.set(need);
        use.ofOffer(offer).forEach(row -> movable.set(row.need()));
        use.ofState(use.problem().needs().get(need).state()).forEach(row -> movable.set(row.need()));
        return movable;
    }

    /** Of an offer's terms a change can move the money; the rest is what makes candidates, and there is one more of those. */
    private static Offer terms(Offer offer, OfferTerms amended) {
        return new Offer(
                offer.provider(),
                offer.areas(),
                offer.types(),
                offer.regions(),
                amended.budgetUsd(),
                amended.floorUsd(),
                amended.ceilingUsd(),
                offer.maxNeeds(),
                amended.perStateCapUsd(),
                offer.languages(),
                offer.from(),
                offer.to());
    }
}

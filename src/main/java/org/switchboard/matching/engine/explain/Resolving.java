package org.switchboard.matching.engine.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Candidate;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.EarlierPrices;
import org.switchboard.matching.engine.search.Matching;
import org.switchboard.matching.engine.search.SolveLimits;
import org.switchboard.matching.engine.search.SolveOptions;
import org.switchboard.matching.engine.search.Stopwatch;

/**
 * Solves a changed problem again, briefly and from a plan that there is: the same problem, plan and steps give the same
 * answer. Needs that may not move keep their rows, so a few steps are enough for the rest.
 */
final class Resolving {

    private static final long SEED = 1;

    private final PlanPrices prices;
    private final List<PlanRow> rows;
    private final Stopwatch stopwatch;

    /**
     * @param prices around the plan to start from
     * @param stopwatch asked for by the search; no second decides anything, as it ends by steps
     */
    Resolving(PlanPrices prices, Stopwatch stopwatch) {
        this.prices = prices;
        this.rows = prices.use().rows();
        this.stopwatch = stopwatch;
    }

    /**
     * The best plan found in so many steps.
     *
     * @param movable needs whose rows may change; all others keep theirs, or their lack of any
     */
    Plan solve(Problem changed, BitSet movable, long steps) {
        Problem local = around(changed, movable);
        List<PlanRow> start = rows.stream()
                .filter(row -> !local.pinned().contains(row) && movable.get(row.need()))
                .toList();
        SolveOptions options = SolveOptions.of(SolveLimits.ofSteps(steps), SEED)
                .withThreads(1)
                .startingFrom(start, SolveLimits.NONE)
                .withPrices(pricesFor(local));
        AtomicReference<@Nullable Matching> search = new AtomicReference<>();
        Matching matching = new Matching(
                local,
                options,
                progress -> {
                    // after its last step the search would go on to prove a bound, which nobody asks for here
                    Matching under = search.get();
                    if (under != null && progress.steps() >= steps) {
                        under.stop();
                    }
                },
                stopwatch);
        search.set(matching);
        return matching.solve().plan();
    }

    /** Offers that the plan does not know come after those that it knows. */
    private EarlierPrices pricesFor(Problem local) {
        int known = prices.open().offers();
        return EarlierPrices.carriedOver(
                prices.open().problem(),
                prices.multipliers(),
                local,
                need -> need,
                offer -> offer < known ? offer : -1,
                state -> state);
    }

    /** The problem in which everything but the movable needs is settled. */
    private Problem around(Problem problem, BitSet movable) {
        List<PlanRow> settled = new ArrayList<>(problem.pinned());
        rows.stream()
                .filter(row -> !movable.get(row.need()) && !problem.pinned().contains(row))
                .forEach(settled::add);
        CandidateTable all = problem.candidates();
        CandidateTable.Builder left = new CandidateTable.Builder(
                problem.needs().size(), problem.offers().size());
        for (int i = movable.nextSetBit(0); i >= 0; i = movable.nextSetBit(i + 1)) {
            for (int c = all.first(i); c < all.end(i); c++) {
                left.add(i, all.offer(c), all.fit(c));
            }
        }
        for (PlanRow row : settled) {
            if (!movable.get(row.need())) {
                left.add(row.need(), row.offer(), all.fit(all.find(row.need(), row.offer())));
            }
        }
        return problem.with(problem.offers(), left.build(), settled);
    }

    /** The problem with an offer on other terms, or after the last one more. */
    static Problem withOffer(Problem problem, int number, Offer terms, List<Candidate> moreCandidates) {
        List<Offer> offers = new ArrayList<>(problem.offers());
        if (number == offers.size()) {
            offers.add(terms);
        } else {
            offers.set(number, terms);
        }
        CandidateTable all = problem.candidates();
        CandidateTable.Builder table =
                new CandidateTable.Builder(problem.needs().size(), offers.size());
        for (int i = 0; i < all.needs(); i++) {
            for (int c = all.first(i); c < all.end(i); c++) {
                table.add(i, all.offer(c), all.fit(c));
            }
        }
        moreCandidates.forEach(more -> table.add(more.need(), more.offer(), more.fit()));
        return problem.with(offers, table.build(), problem.pinned());
    }
}

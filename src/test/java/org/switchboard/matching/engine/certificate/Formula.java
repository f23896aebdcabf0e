package org.switchboard.matching.engine.certificate;

import java.util.ArrayList;
import java.util.List;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Multipliers;

/** The formula of the bound to the letter, each maximum by going through everything. For tiny problems. */
final class Formula {

    private final Problem problem;
    private final Multipliers prices;

    private Formula(Problem problem, Multipliers prices) {
        this.problem = problem;
        this.prices = prices;
    }

    static long bound(Problem problem, Multipliers prices) {
        return Math.floorDiv(new Formula(problem, prices).dual(), prices.scale());
    }

    private long dual() {
        long dual = 0;
        for (int j = 0; j < problem.offers().size(); j++) {
            dual += prices.slot(j) * slotsLeft(j) + collected(j, matches(j), 0, budgetLeft(j));
            for (int s = 0; s < problem.states().size(); s++) {
                dual += prices.stateCap(j, s) * capLeft(j, s);
            }
        }
        for (int s = 0; s < problem.states().size(); s++) {
            for (int t = 0; t < problem.periods(); t++) {
                dual += prices.absorption(s, t) * absorptionLeft(s, t);
            }
            dual += kept(s, 0, pinnedCoverage(s), 0);
        }
        return dual;
    }

    /** A candidate of an offer, by need and index. */
    private record Match(int need, int candidate) {}

    private List<Match> matches(int offer) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < problem.needs().size(); i++) {
            int c = problem.candidates().find(i, offer);
            if (c >= 0) {
                matches.add(new Match(i, c));
            }
        }
        return matches;
    }

    private long collected(int offer, List<Match> matches, int from, long budget) {
        if (from == matches.size()) {
            return 0;
        }
        Match match = matches.get(from);
        Need need = problem.needs().get(match.need());
        long most = collected(offer, matches, from + 1, budget);
        for (int k = 1; k <= need.parts(); k++) {
            long usd = k * need.partCostUsd();
            if (isAvailable(match.need(), match.candidate(), k) && usd <= budget) {
                long price = prices.part(match.candidate(), k)
                        - prices.slot(offer)
                        - prices.stateCap(offer, need.state()) * usd;
                most = Math.max(most, price + collected(offer, matches, from + 1, budget - usd));
            }
        }
        return most;
    }

    private long kept(int state, int need, long coverage, long paid) {
        if (need == problem.needs().size()) {
            return prices.scale()
                            * problem.slopes()
                                    .valueOf(coverage, problem.states().get(state))
                    - paid;
        }
        long most = kept(state, need + 1, coverage, paid);
        if (problem.needs().get(need).state() == state && open(need) > 0) {
            most = Math.max(most, keptWith(state, need, problem.candidates().first(need), 0, coverage, paid));
        }
        return most;
    }

    private long keptWith(int state, int index, int candidate, int parts, long coverage, long paid) {
        CandidateTable candidates = problem.candidates();
        Need need = problem.needs().get(index);
        if (candidate == candidates.end(index)) {
            boolean whole = parts == open(index);
            return parts > 0 && (whole || need.partialOk())
                    ? kept(
                            state,
                            index + 1,
                            coverage + parts * need.weight() * need.quartersPerPart(),
                            paid + absorbing(index))
                    : Long.MIN_VALUE;
        }
        long most = keptWith(state, index, candidate + 1, parts, coverage, paid);
        for (int k = 1; k <= open(index) - parts; k++) {
            if (isAvailable(index, candidate, k)) {
                long price = prices.part(candidate, k);
                most = Math.max(most, keptWith(state, index, candidate + 1, parts + k, coverage, paid + price));
            }
        }
        return most;
    }

    private long absorbing(int index) {
        Need need = problem.needs().get(index);
        long price = 0;
        for (int t = need.from(); t <= need.to() && !isPinned(index); t++) {
            price += prices.absorption(need.state(), t);
        }
        return price;
    }

    private boolean isAvailable(int index, int candidate, int parts) {
        Need need = problem.needs().get(index);
        int j = problem.candidates().offer(candidate);
        Offer offer = problem.offers().get(j);
        long usd = parts * need.partCostUsd();
        boolean pinned = problem.pinned().stream().anyMatch(row -> row.need() == index && row.offer() == j);
        return !pinned
                && slotsLeft(j) > 0
                && parts <= open(index)
                && usd >= offer.floorUsd()
                && usd <= Math.min(offer.ceilingUsd(), Math.min(budgetLeft(j), capLeft(j, need.state())));
    }

    private int open(int index) {
        Need need = problem.needs().get(index);
        int open = need.parts();
        for (PlanRow row : problem.pinned()) {
            open -= row.need() == index ? row.parts() : 0;
        }
        for (int t = need.from(); t <= need.to() && !isPinned(index); t++) {
            open = absorptionLeft(need.state(), t) > 0 ? open : 0;
        }
        return Math.max(0, open);
    }

    private boolean isPinned(int index) {
        return problem.pinned().stream().anyMatch(row -> row.need() == index);
    }

    private long slotsLeft(int offer) {
        long used =
                problem.pinned().stream().filter(row -> row.offer() == offer).count();
        return Math.max(0, problem.offers().get(offer).maxNeeds() - used);
    }

    private long budgetLeft(int offer) {
        long used = problem.pinned().stream()
                .filter(row -> row.offer() == offer)
                .mapToLong(this::usd)
                .sum();
        return Math.max(0, problem.offers().get(offer).budgetUsd() - used);
    }

    private long capLeft(int offer, int state) {
        long used = problem.pinned().stream()
                .filter(row ->
                        row.offer() == offer && problem.needs().get(row.need()).state() == state)
                .mapToLong(this::usd)
                .sum();
        return Math.max(0, problem.offers().get(offer).perStateCapUsd() - used);
    }

    private long absorptionLeft(int state, int period) {
        long used = problem.pinned().stream()
                .mapToInt(PlanRow::need)
                .distinct()
                .mapToObj(index -> problem.needs().get(index))
                .filter(need -> need.state() == state && need.from() <= period && period <= need.to())
                .count();
        return Math.max(0, problem.states().get(state).absorption() - used);
    }

    private long pinnedCoverage(int state) {
        return problem.pinned().stream()
                .filter(row -> problem.needs().get(row.need()).state() == state)
                .mapToLong(row -> row.parts()
                        * problem.needs().get(row.need()).weight()
                        * problem.needs().get(row.need()).quartersPerPart())
                .sum();
    }

    private long usd(PlanRow row) {
        return row.parts() * problem.needs().get(row.need()).partCostUsd();
    }
}

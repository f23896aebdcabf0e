package org.switchboard.matching.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.bound.CheapestParts;
import org.switchboard.matching.engine.explain.UnmetExplanation.OutCompeted;
import org.switchboard.matching.engine.explain.UnmetExplanation.Verdict;

/** Explains needs that have candidates but no row. */
final class UnmetNeeds {

    private static final int MOST_PARTS = 4;

    private final PlanPrices prices;
    private final PlanUse use;
    private final OpenProblem open;
    private final Obstacles obstacles;

    UnmetNeeds(PlanPrices prices) {
        this.prices = prices;
        this.use = prices.use();
        this.open = prices.open();
        this.obstacles = new Obstacles(prices);
    }

    /** Rows that could serve a need, and what the proof says that they are worth elsewhere. */
    private record Way(List<PlanRow> rows, double price) {

        static final Way NONE = new Way(List.of(), 0);

        int parts() {
            return rows.stream().mapToInt(PlanRow::parts).sum();
        }
    }

    OutCompeted explain(int need) {
        List<Obstacle> absorption = obstacles.ofAbsorption(need);
        Way free = absorption.isEmpty() ? best(need, obstacles::partsPossible) : Way.NONE;
        if (!free.rows().isEmpty()) {
            boolean helps = use.level1Change(need, free.parts()) > 0;
            return plain(need, helps ? Verdict.COULD_BE_ADDED : Verdict.ADDS_NOTHING, free, List.of());
        }
        Way way = best(need, open::mostParts);
        if (way.rows().isEmpty()) {
            return plain(need, Verdict.CANNOT_BE_COVERED, way, inTheWayOfAny(need, absorption));
        }
        return outCompeted(need, way, absorption);
    }

    private OutCompeted plain(int need, Verdict verdict, Way way, List<Obstacle> inTheWay) {
        long adds = use.level1Change(need, way.parts());
        return new OutCompeted(verdict, way.rows(), adds, way.price(), inTheWay, List.of(), adds);
    }

    private OutCompeted outCompeted(int need, Way way, List<Obstacle> absorption) {
        List<Obstacle> inTheWay = new ArrayList<>(absorption);
        for (PlanRow row : way.rows()) {
            inTheWay.addAll(obstacles.ofCandidate(open.problem().candidates().find(need, row.offer()), row.parts()));
        }
        Concessions concessions = new Concessions(use);
        List<Concession> asked = inTheWay.stream().map(concessions::ask).toList();
        return new OutCompeted(
                Verdict.LIMITS_BIND,
                way.rows(),
                use.level1Change(need, way.parts()),
                way.price(),
                inTheWay,
                asked,
                concessions.level1Change(need, way.rows()));
    }

    /** What keeps each offer from giving the fewest parts that it may. */
    private List<Obstacle> inTheWayOfAny(int need, List<Obstacle> absorption) {
        List<Obstacle> found = new ArrayList<>(absorption);
        for (int c = open.first(need); c < open.end(need); c++) {
            int least = Math.min(open.leastParts(c), open.need(need).parts());
            found.addAll(obstacles.ofCandidate(c, least));
        }
        return found;
    }

    /** The way that adds most beyond its price, each candidate giving no more parts than {@code most} says. */
    private Way best(int need, IntUnaryOperator most) {
        CheapestParts cheapest = cheapest(need, most);
        Way best = Way.NONE;
        double highest = Double.NEGATIVE_INFINITY;
        for (int m = Math.max(1, open.leastToAdd(need)); m <= open.openParts(need); m++) {
            double price = cheapest.cost(m) + prices.absorption(need);
            double worth = use.level1Change(need, m) - price;
            if (worth > highest) {
                highest = worth;
                best = new Way(rows(need, m, cheapest), price);
            }
        }
        return best;
    }

    private CheapestParts cheapest(int need, IntUnaryOperator most) {
        double[] parts = new double[MOST_PARTS];
        CheapestParts cheapest = new CheapestParts();
        cheapest.clear(open.openParts(need));
        for (int c = open.first(need); c < open.end(need); c++) {
            int up = most.applyAsInt(c);
            for (int k = open.leastParts(c); k <= up; k++) {
                parts[k - 1] = prices.parts(c, k);
            }
            if (up > 0) {
                cheapest.offer(c, open.leastParts(c), up, parts, 0);
            }
        }
        return cheapest;
    }

    private List<PlanRow> rows(int need, int parts, CheapestParts cheapest) {
        List<PlanRow> rows = new ArrayList<>();
        for (int o = 0; o < cheapest.offers(parts); o++) {
            rows.add(new PlanRow(need, open.offerOf(cheapest.candidate(parts, o)), cheapest.parts(parts, o)));
        }
        return rows;
    }
}

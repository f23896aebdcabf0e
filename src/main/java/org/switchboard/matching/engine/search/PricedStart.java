package org.switchboard.matching.engine.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;

/**
 * The plan that a search begins with: first the rows it is to start from, as far as they still keep all rules, then
 * whatever need is worth most beyond its price, one after the other.
 */
public final class PricedStart implements CustomPhaseCommand<Assignments> {

    private record Waiting(int need, double worth) {}

    private record Pair(int need, int offer) {
        static Pair of(PlanRow row) {
            return new Pair(row.need(), row.offer());
        }
    }

    @Override
    public void changeWorkingSolution(ScoreDirector<Assignments> director) {
        Assignments plan = director.getWorkingSolution();
        Ledger ledger = new Ledger(plan.work().open());
        takeOver(plan.work().start(), ledger);
        serve(plan.work(), ledger);
        for (NeedAssignment assignment : plan.assignments()) {
            if (ledger.offers(assignment.need()) > 0) {
                director.beforeVariableChanged(assignment, NeedAssignment.VARIABLE);
                assignment.setPattern(ledger.pattern(assignment.need()));
                director.afterVariableChanged(assignment, NeedAssignment.VARIABLE);
            }
        }
        director.triggerVariableListeners();
    }

    private static void takeOver(List<PlanRow> rows, Ledger ledger) {
        Set<Pair> pinned =
                ledger.open().problem().pinned().stream().map(Pair::of).collect(Collectors.toSet());
        Map<Integer, List<PlanRow>> byNeed = new TreeMap<>();
        rows.stream().filter(row -> !pinned.contains(Pair.of(row))).forEach(row -> byNeed.computeIfAbsent(
                        row.need(), need -> new ArrayList<>())
                .add(row));
        byNeed.forEach((need, itsRows) -> takeOver(need, itsRows, ledger));
    }

    private static void takeOver(int need, List<PlanRow> rows, Ledger ledger) {
        OpenProblem open = ledger.open();
        int sum = 0;
        for (PlanRow row : rows) {
            int c = open.problem().candidates().find(need, row.offer());
            if (c < 0 || row.parts() < open.leastParts(c) || row.parts() > ledger.partsLeft(c, need)) {
                return;
            }
            sum += row.parts();
        }
        if (sum < open.leastToAdd(need) || sum > open.openParts(need) || !ledger.canAbsorb(need)) {
            return;
        }
        rows.stream()
                .sorted(Comparator.comparingInt(PlanRow::offer))
                .forEach(row -> ledger.give(need, open.problem().candidates().find(need, row.offer()), row.parts()));
    }

    /** A need whose worth has fallen since it was put in the queue goes back to its place. */
    private static void serve(Work work, Ledger ledger) {
        BestPattern best = new BestPattern(ledger, work.prices(), new Improvement(work).level2Weight());
        PriorityQueue<Waiting> queue = new PriorityQueue<>(
                Comparator.comparingDouble(Waiting::worth).reversed().thenComparingInt(Waiting::need));
        for (int i = 0; i < work.open().needs(); i++) {
            enqueue(i, ledger, best, queue);
        }
        while (!queue.isEmpty()) {
            Waiting first = queue.remove();
            double worth = best.find(first.need());
            boolean fell = !queue.isEmpty() && worth < queue.element().worth();
            if (worth == Double.NEGATIVE_INFINITY) {
                continue;
            }
            if (fell) {
                queue.add(new Waiting(first.need(), worth));
            } else {
                put(first.need(), work, ledger, best);
            }
        }
    }

    private static void enqueue(int need, Ledger ledger, BestPattern best, PriorityQueue<Waiting> queue) {
        if (ledger.offers(need) == 0) {
            double worth = best.find(need);
            if (worth > Double.NEGATIVE_INFINITY) {
                queue.add(new Waiting(need, worth));
            }
        }
    }

    private static void put(int need, Work work, Ledger ledger, BestPattern best) {
        long before = ledger.rowsChanged();
        best.put(need);
        if (ledger.rowsChanged() > Math.max(before, work.mostRowsChanged())) {
            ledger.takeAll(need);
        }
    }
}

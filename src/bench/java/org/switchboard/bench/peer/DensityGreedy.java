package org.switchboard.bench.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.switchboard.matching.engine.Candidate;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.State;

/**
 * Always serves the need that adds most to level 1 per dollar, as its State stands by then: from the offer that fits best of
 * those that can pay for all of it, or else from those that can pay for most.
 */
final class DensityGreedy implements PeerSolver {

    /** @param perDollar points of level 1 that all parts of the need add, by its cost */
    private record Prospect(int need, double perDollar) {}

    private static final Comparator<Prospect> BEST_FIRST =
            Comparator.comparingDouble(Prospect::perDollar).reversed().thenComparingInt(Prospect::need);

    @Override
    public Answer solve(Problem problem, Deadline deadline, long seed) {
        Room room = new Room(problem);
        long[] coverage = new long[problem.states().size()];
        PriorityQueue<Prospect> queue = new PriorityQueue<>(BEST_FIRST);
        for (int need = 0; need < problem.needs().size(); need++) {
            queue.add(prospect(problem, coverage, need));
        }
        List<PlanRow> plan = new ArrayList<>();
        while (!queue.isEmpty()) {
            Prospect first = queue.poll();
            Prospect now = prospect(problem, coverage, first.need());
            if (now.perDollar() < first.perDollar()) {
                queue.add(now);
                continue;
            }
            List<PlanRow> rows = rows(problem, room, first.need());
            if (!rows.isEmpty()) {
                Need need = problem.needs().get(first.need());
                room.take(rows);
                coverage[need.state()] += need.weight() * need.quartersPerPart() * parts(rows);
                plan.addAll(rows);
            }
        }
        return Answer.withoutBound(plan);
    }

    private static Prospect prospect(Problem problem, long[] coverage, int index) {
        Need need = problem.needs().get(index);
        State state = problem.states().get(need.state());
        long before = coverage[need.state()];
        long after = before + need.weight() * need.quartersPerPart() * need.parts();
        long added = problem.slopes().valueOf(after, state) - problem.slopes().valueOf(before, state);
        return new Prospect(index, (double) added / need.costUsd());
    }

    /** As many parts of the need as there is room for; none where that would not help. */
    private static List<PlanRow> rows(Problem problem, Room room, int index) {
        Need need = problem.needs().get(index);
        if (!room.canBeAbsorbed(need)) {
            return List.of();
        }
        Comparator<Candidate> mostPartsThenFit = Comparator.<Candidate>comparingInt(
                        candidate -> room.range(index, candidate.offer()).most())
                .thenComparingInt(Candidate::fit)
                .reversed();
        List<Candidate> candidates = problem.candidates()
                .ofNeed(index)
                .filter(candidate -> !room.range(index, candidate.offer()).isEmpty())
                .sorted(mostPartsThenFit)
                .toList();
        List<PlanRow> rows = new ArrayList<>();
        int open = need.parts();
        for (Candidate candidate : candidates) {
            PartRange range = room.range(index, candidate.offer());
            if (open > 0 && range.least() <= open) {
                int parts = Math.min(open, range.most());
                rows.add(new PlanRow(index, candidate.offer(), parts));
                open -= parts;
            }
        }
        return open == 0 || need.partialOk() ? rows : List.of();
    }

    private static int parts(List<PlanRow> rows) {
        return rows.stream().mapToInt(PlanRow::parts).sum();
    }
}

package org.switchboard.matching.engine.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;

/** What the plan last put forward gave, by need, and how much of it the pinned rows keep. */
final class Kept {

    private final Problem problem;
    private final Map<Integer, List<PlanRow>> previousByNeed = new HashMap<>();

    Kept(Problem problem) {
        this.problem = problem;
        for (PlanRow row : problem.previous()) {
            previousByNeed
                    .computeIfAbsent(row.need(), need -> new ArrayList<>())
                    .add(row);
        }
    }

    /** Parts of the need that the offer gave before; 0 where it gave none. */
    int partsBefore(int need, int offer) {
        for (PlanRow row : previousByNeed.getOrDefault(need, List.of())) {
            if (row.offer() == offer) {
                return row.parts();
            }
        }
        return 0;
    }

    long quartersLostByPinsAlone() {
        long lost = 0;
        for (PlanRow row : problem.previous()) {
            lost += (long) row.parts() * quartersPerPart(row);
        }
        for (PlanRow row : problem.pinned()) {
            lost -= (long) Math.min(row.parts(), partsBefore(row.need(), row.offer())) * quartersPerPart(row);
        }
        return lost;
    }

    private int quartersPerPart(PlanRow row) {
        return problem.needs().get(row.need()).quartersPerPart();
    }
}

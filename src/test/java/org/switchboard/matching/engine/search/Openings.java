package org.switchboard.matching.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Relaxation;

/** What a search of a small problem begins with, and every pattern that could stand alone beside the pinned rows. */
final class Openings {

    private Openings() {}

    static Assignments of(Problem problem) {
        OpenProblem open = new OpenProblem(problem);
        Schedule schedule = Schedule.ofTrials(problem.needs().size(), 1_000);
        return Assignments.of(
                new Work(open, new Relaxation(open).solve(20, () -> false), 80, List.of(), SolveLimits.NONE, schedule));
    }

    static List<Pattern> patterns(OpenProblem open, int need) {
        List<Pattern> patterns = new ArrayList<>();
        extend(open, need, open.first(need), new int[0], 0, patterns);
        return patterns;
    }

    private static void extend(OpenProblem open, int need, int from, int[] cells, int parts, List<Pattern> made) {
        if (parts > 0 && parts >= open.leastToAdd(need)) {
            made.add(new Pattern(cells));
        }
        for (int c = from; c < open.end(need); c++) {
            int most = Math.min(open.mostParts(c), open.openParts(need) - parts);
            for (int k = open.leastParts(c); k <= most; k++) {
                int[] longer = Arrays.copyOf(cells, cells.length + 2);
                longer[cells.length] = c;
                longer[cells.length + 1] = k;
                extend(open, need, c + 1, longer, parts + k, made);
            }
        }
    }
}

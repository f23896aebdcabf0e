package org.switchboard.matching.engine.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.PlanRow;

/**
 * Why a plan holds a match.
 *
 * @param usd whole dollars, by whole parts
 * @param fit 0 to 100
 * @param pinned whether people have fixed it, so that nothing was chosen
 * @param partsBefore that the same offer gave the need in the plan last put forward
 * @param adds what the plan would lose without this row
 * @param needAdds what it would lose without all rows of the need
 * @param price what the State pays the offer, in points of level 1; null for a pinned row
 * @param runnersUp other offers for the need, those that came closest first
 */
public record MatchExplanation(
        PlanRow row,
        long usd,
        int fit,
        boolean pinned,
        int partsBefore,
        Added adds,
        Added needAdds,
        @Nullable Double price,
        List<RunnerUp> runnersUp) {

    public MatchExplanation {
        runnersUp = List.copyOf(runnersUp);
    }
}

package org.switchboard.matching.engine.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer that could have taken the place of a match.
 *
 * @param fit 0 to 100
 * @param price what the State would pay it for the same parts, in points of level 1; null where it could not give them at all
 * @param dearerBy by how many points that is more than the match is paid; null where either has no price
 * @param obstacles limits that the rest of the plan leaves too little of
 * @param level2Change what exchanging the two would do to level 2; level 1 stays, as the same parts are covered
 */
public record RunnerUp(
        int offer,
        int fit,
        @Nullable Double price,
        @Nullable Double dearerBy,
        List<Obstacle> obstacles,
        long level2Change) {

    public RunnerUp {
        obstacles = List.copyOf(obstacles);
    }

    /** Why it lost, by the first reason that decides. */
    public enum Reason {
        /** A limit stands in its way. */
        LIMIT,
        /** Level 2 would fall: it fits less well, or the plan would change more. */
        LOWER_LEVEL_2,
        /** What it has is worth more elsewhere. */
        DEARER,
        /** Nothing: the two can be exchanged at no loss. */
        AS_GOOD
    }

    public Reason reason() {
        if (!obstacles.isEmpty()) {
            return Reason.LIMIT;
        }
        if (level2Change < 0) {
            return Reason.LOWER_LEVEL_2;
        }
        return dearerBy != null && dearerBy > 0 ? Reason.DEARER : Reason.AS_GOOD;
    }
}

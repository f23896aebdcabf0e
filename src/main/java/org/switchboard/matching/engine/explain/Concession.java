package org.switchboard.matching.engine.explain;

import java.util.List;

/**
 * What would have to give for one limit to let a need in: of the needs that use it, those that add least for what they free.
 *
 * @param rivals the least of them that free enough; empty where those of other limits free enough already
 * @param enough whether what may give way at all is enough: what people have fixed may not
 */
public record Concession(Obstacle obstacle, List<Rival> rivals, boolean enough) {

    public Concession {
        rivals = List.copyOf(rivals);
    }

    /**
     * A served need that uses the limit.
     *
     * @param frees dollars, slots or places of the limit
     * @param adds points of level 1 that the plan would lose without it, all else as it is
     */
    public record Rival(int need, long frees, long adds) {}
}

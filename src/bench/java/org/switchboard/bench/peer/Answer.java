package org.switchboard.bench.peer;

import java.util.List;
import java.util.OptionalLong;
import org.switchboard.matching.engine.PlanRow;

/**
 * A plan, which may break rules where its solver does not hold them.
 *
 * @param bound on level 1; empty if none is proven
 */
public record Answer(List<PlanRow> rows, OptionalLong bound) {

    public static Answer withoutBound(List<PlanRow> rows) {
        return new Answer(rows, OptionalLong.empty());
    }
}

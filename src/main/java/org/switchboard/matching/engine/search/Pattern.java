package org.switchboard.matching.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.switchboard.matching.engine.PlanRow;

/**
 * One way to serve a need beside its pinned rows: at most three further offers and the parts each pays for. A pattern
 * keeps floor, ceiling, all-or-nothing and full cover by the way it is made, so the search never meets those walls.
 */
public final class Pattern {

    /** Offer, parts, offer, parts, ... in one array, because there are millions of patterns. */
    private final int[] cells;

    private final int parts;
    private final long level2Gain;

    /**
     * @param cells offer, parts, offer, parts, ...
     * @param level2Gain what level 2 gains when the need takes this pattern instead of none
     */
    Pattern(int[] cells, long level2Gain) {
        this.cells = cells;
        this.level2Gain = level2Gain;
        int sum = 0;
        for (int i = 1; i < cells.length; i += 2) {
            sum += cells[i];
        }
        this.parts = sum;
    }

    int offers() {
        return cells.length / 2;
    }

    int offer(int position) {
        return cells[2 * position];
    }

    int parts(int position) {
        return cells[2 * position + 1];
    }

    /** Parts that all its offers pay for together. */
    int parts() {
        return parts;
    }

    long level2Gain() {
        return level2Gain;
    }

    boolean uses(int offer) {
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i] == offer) {
                return true;
            }
        }
        return false;
    }

    List<PlanRow> rowsFor(int need) {
        List<PlanRow> rows = new ArrayList<>(offers());
        for (int i = 0; i < offers(); i++) {
            rows.add(new PlanRow(need, offer(i), parts(i)));
        }
        return rows;
    }

    @Override
    public String toString() {
        return Arrays.toString(cells);
    }
}

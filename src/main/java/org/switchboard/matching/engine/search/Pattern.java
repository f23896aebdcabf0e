package org.switchboard.matching.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;

/**
 * One way to serve a need beside its pinned rows: which of its candidates give how many parts. A pattern keeps floor,
 * ceiling, all-or-nothing and full cover by the way it is made, so the search never meets those walls.
 */
public final class Pattern {

    /** Candidate, parts, candidate, parts, … in one array, because there are very many patterns. */
    private final int[] cells;

    Pattern(int[] cells) {
        this.cells = cells;
    }

    int offers() {
        return cells.length / 2;
    }

    int candidate(int position) {
        return cells[2 * position];
    }

    int parts(int position) {
        return cells[2 * position + 1];
    }

    List<PlanRow> rows(OpenProblem open) {
        List<PlanRow> rows = new ArrayList<>(offers());
        for (int o = 0; o < offers(); o++) {
            rows.add(new PlanRow(open.needOf(candidate(o)), open.offerOf(candidate(o)), parts(o)));
        }
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern that && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return Arrays.toString(cells);
    }
}

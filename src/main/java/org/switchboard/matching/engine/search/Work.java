package org.switchboard.matching.engine.search;

import java.util.List;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.bound.Prices;

/**
 * What the phases of one search share.
 *
 * @param meanValue points of level 1 that a need is worth on average; temperatures are shares of it
 * @param start rows to begin with; empty to begin from prices alone
 * @param mostRowsChanged how many pairs may have other parts than in the plan last put forward
 */
record Work(
        OpenProblem open,
        Prices prices,
        double meanValue,
        List<PlanRow> start,
        long mostRowsChanged,
        Schedule schedule) {}

package org.switchboard.matching.engine;

/**
 * How good a plan is, in exact integers: fewer hard violations first, then level 1, then level 2.
 *
 * @param hardViolations limits broken by more than the pinned rows alone break them
 * @param level1 concave value of the weighted coverage, summed over States
 * @param level2 fit, less the charges for further providers and for changes
 */
public record Figures(long hardViolations, long level1, long level2) {

    public boolean feasible() {
        return hardViolations == 0;
    }
}

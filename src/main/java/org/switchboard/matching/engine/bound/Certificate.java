package org.switchboard.matching.engine.bound;

import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Problem;

/**
 * A proof that no plan reaches more than {@code bound} on level 1: whoever puts the multipliers into the formula that
 * {@link Multipliers} states gets a number that is no larger.
 */
public record Certificate(long bound, Multipliers multipliers) {

    /** The bound of all prices zero: every need that has a candidate is served whole, or further where pins go further. */
    public static Certificate trivial(Problem problem) {
        int[] pinnedParts = new int[problem.needs().size()];
        problem.pinned().forEach(row -> pinnedParts[row.need()] += row.parts());
        long[] coverage = new long[problem.states().size()];
        for (int i = 0; i < problem.needs().size(); i++) {
            if (problem.candidates().first(i) < problem.candidates().end(i)) {
                Need need = problem.needs().get(i);
                int parts = Math.max(need.parts(), pinnedParts[i]);
                coverage[need.state()] += parts * need.quartersPerPart() * need.weight();
            }
        }
        long bound = 0;
        for (int s = 0; s < coverage.length; s++) {
            bound += problem.slopes().valueOf(coverage[s], problem.states().get(s));
        }
        return new Certificate(bound, new Multipliers(problem, 1));
    }

    /** How far a plan may be from the best possible, as a share of the bound; 0 where the bound is reached. */
    public double gap(long level1) {
        return bound <= 0 ? 0 : Math.max(0, bound - level1) / (double) bound;
    }
}

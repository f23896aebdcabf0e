package org.switchboard.matching.engine.explain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.switchboard.matching.engine.candidate.CandidateRule;

/**
 * An offer that fails few rules.
 *
 * @param offer by its place among the offers that were looked at
 * @param broken the rules that it breaks
 * @param cost of changing what breaks them, by the stated table: only for putting changes in order
 * @param amendment the smallest change that admits it
 * @param fit 0 to 100, after the change
 */
public record NearMiss(int offer, Set<CandidateRule> broken, int cost, Amendment amendment, int fit) {

    public NearMiss {
        // in the order of the rules, so that two readers are told the same sentence
        broken = Collections.unmodifiableSet(EnumSet.copyOf(broken));
    }

    /** The version of the table of costs. */
    public static int costsVersion() {
        return RuleChange.VERSION;
    }
}

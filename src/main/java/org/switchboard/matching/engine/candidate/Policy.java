package org.switchboard.matching.engine.candidate;

import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.Slopes;

/**
 * The constants of the engine that people decide on.
 *
 * @param fitWeights points of each part of a fit
 * @param slopes value of weighted coverage in the three bands of a State
 * @param fragPenalty level-2 charge for every further provider of one need
 * @param changePenalty level-2 charge for every quarter moved away from the plan last put forward
 */
public record Policy(FitWeights fitWeights, Slopes slopes, long fragPenalty, long changePenalty) {

    /** The constants of {@code assist-match/1}. */
    public static final Policy DEFAULT = new Policy(FitWeights.DEFAULT, new Slopes(10, 6, 3), 40, 20);

    public Policy {
        if (fragPenalty < 0 || changePenalty < 0) {
            throw new InvalidProblemException("policy", "penalties must not be negative");
        }
    }
}

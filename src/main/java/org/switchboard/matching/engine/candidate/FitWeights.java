package org.switchboard.matching.engine.candidate;

import org.switchboard.matching.engine.InvalidProblemException;

/** How many of the hundred points of a fit each criterion can give. */
public record FitWeights(int languages, int period, int specificity, int pastWork, int stage) {

    public static final FitWeights DEFAULT = new FitWeights(25, 25, 25, 15, 10);

    public FitWeights {
        long sum = (long) languages + period + specificity + pastWork + stage;
        if (Math.min(Math.min(languages, period), Math.min(specificity, Math.min(pastWork, stage))) < 0 || sum != 100) {
            throw new InvalidProblemException("fit weights", "must not be negative and must sum to 100, sum to " + sum);
        }
    }

    public int of(FitCriterion criterion) {
        return switch (criterion) {
            case LANGUAGES -> languages;
            case PERIOD -> period;
            case SPECIFICITY -> specificity;
            case PAST_WORK -> pastWork;
            case STAGE -> stage;
        };
    }
}

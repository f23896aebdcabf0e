package org.switchboard.matching.engine.candidate;

/** What the fit of a candidate is made of. */
public enum FitCriterion {
    /** The share of the need's languages that the offer has. */
    LANGUAGES,
    /** The share of the need's days in which the offer runs. */
    PERIOD,
    /** How particularly the offer is meant for this theme and this State. */
    SPECIFICITY,
    /** How well both sides rated past work of this provider with this State. */
    PAST_WORK,
    /** Whether the offer prefers the need's stage, or has no preference. */
    STAGE
}

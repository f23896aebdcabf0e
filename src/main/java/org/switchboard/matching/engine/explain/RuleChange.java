package org.switchboard.matching.engine.explain;

import org.switchboard.matching.engine.candidate.CandidateRule;

/**
 * What it takes to change what breaks a rule, as a number by which changes are put in order: how much has to be given up, and
 * by how many. The table is version 1; a change to any number is a new version, because stored explanations rest on it.
 */
enum RuleChange {
    /** Two dates are agreed between the two sides; nothing else moves. */
    PERIODS(CandidateRule.PERIODS_OVERLAP, 2),
    /** The State lets one more provider know of its need; it can take that back. */
    RELEASE(CandidateRule.RELEASED, 2),
    /** Interpreters and translation: money, but no change of purpose. */
    LANGUAGE(CandidateRule.COMMON_LANGUAGE, 3),
    /** The provider moves a ceiling or floor, or the State cuts the need otherwise. */
    AMOUNT(CandidateRule.AMOUNT_FITS, 3),
    /** An assessment has to be made; what it finds is open. */
    DUE_DILIGENCE(CandidateRule.DUE_DILIGENCE_RECORDED, 4),
    /** The provider does another kind of work than it set out to do. */
    KIND(CandidateRule.KIND_COVERED, 5),
    /** The provider's mandate or programme has to take in another State. */
    ELIGIBILITY(CandidateRule.STATE_ELIGIBLE, 6),
    /** The programme would be about something else. */
    THEME(CandidateRule.THEME_COVERED, 8),
    /** A suspended or unfunded programme has to be taken up again. */
    ACTIVE(CandidateRule.OFFER_ACTIVE, 8),
    /** The State has to ask again. */
    OPEN(CandidateRule.NEED_OPEN, 8),
    /** The State has to think again of a provider. */
    BLOCKED(CandidateRule.PROVIDER_NOT_BLOCKED, 10),
    /** The provider has to think again of a State. */
    EXCLUDED(CandidateRule.STATE_NOT_EXCLUDED, 10);

    static final int VERSION = 1;

    private final CandidateRule rule;
    private final int cost;

    RuleChange(CandidateRule rule, int cost) {
        this.rule = rule;
        this.cost = cost;
    }

    static int costOf(CandidateRule rule) {
        for (RuleChange change : values()) {
            if (change.rule == rule) {
                return change.cost;
            }
        }
        throw new IllegalStateException("no cost is stated for " + rule);
    }
}

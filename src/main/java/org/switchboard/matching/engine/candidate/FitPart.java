package org.switchboard.matching.engine.candidate;

/** One part of a fit: so many points of as many as the policy gives to the criterion. */
public record FitPart(FitCriterion criterion, int points, int of) {}

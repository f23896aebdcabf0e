package org.switchboard.matching.engine.search;

/** A need for which the plan holds no row, and whether any offer was a candidate for it. */
public record UnmetNeed(int need, boolean hadCandidates) {}

package org.switchboard.matching.engine;

/** An offer that may serve a need, and how well it fits: 0 to 100. */
public record Candidate(int need, int offer, int fit) {}

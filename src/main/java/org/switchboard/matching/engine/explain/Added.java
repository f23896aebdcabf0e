package org.switchboard.matching.engine.explain;

/** What something adds to both levels of the objective: the figures of the plan with it, less those without it. */
public record Added(long level1, long level2) {}

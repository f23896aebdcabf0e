package org.switchboard.matching.engine.search;

/** How far a search has come: the best plan so far, the best bound proven so far, the plans tried, and the time since its start. */
public record Progress(long level1, long level2, long bound, long steps, long elapsedMillis) {}

package org.switchboard.matching.engine.search;

/** One leg of a search: what it is after, and when it is over. */
interface Leg {

    boolean isOver();

    /** Points of level 1 that one of level 2 counts for when a pattern is chosen. */
    double level2Weight();

    /**
     * Whether what a trial has changed is to stay.
     *
     * @param gain1 on level 1
     * @param gain2 on level 2
     * @param chance a random number from 0 to 1
     */
    boolean stays(long gain1, long gain2, double chance);
}

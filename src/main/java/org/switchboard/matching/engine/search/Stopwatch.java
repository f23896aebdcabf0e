package org.switchboard.matching.engine.search;

/** Tells how long a search has been under way. The engine has no clock of its own: whoever asks for a search brings one. */
@FunctionalInterface
public interface Stopwatch {

    /** Since the moment from which the seconds of a search count. */
    long elapsedNanos();
}

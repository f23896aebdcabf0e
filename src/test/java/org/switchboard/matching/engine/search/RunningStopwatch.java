package org.switchboard.matching.engine.search;

/** Runs from the moment it is made. */
public final class RunningStopwatch implements Stopwatch {

    private final long start = System.nanoTime();

    @Override
    public long elapsedNanos() {
        return System.nanoTime() - start;
    }
}

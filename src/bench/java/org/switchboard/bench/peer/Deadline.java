package org.switchboard.bench.peer;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** When a peer must be done with searching so that its process ends in its time, plan written. */
public final class Deadline {

    private static final long MILLIS_PER_SECOND = 1_000;

    /** Kept free for starting Java, which its clock does not show, for writing the plan and for the exit. */
    private static final long MILLIS_FOR_START_AND_EXIT = 300;

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** @param seconds from the start of this process to its exit */
    static Deadline afterStart(int seconds) {
        return new Deadline(ManagementFactory.getRuntimeMXBean().getStartTime()
                + seconds * MILLIS_PER_SECOND
                - MILLIS_FOR_START_AND_EXIT);
    }

    /** What is left; at least one, because no solver takes less. */
    public long millisLeft() {
        return Math.max(1, end - System.currentTimeMillis());
    }

    /** Does something when the time is over, for solvers that count from later than the process; nobody waits for it. */
    public void whenOver(Runnable end) {
        CompletableFuture.delayedExecutor(millisLeft(), TimeUnit.MILLISECONDS).execute(end);
    }
}

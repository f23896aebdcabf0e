package org.switchboard.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become true, and fails when it has not in time. */
public record Deadline(Duration patience) {

    private static final Duration PAUSE = Duration.ofMillis(50);

    public static Deadline seconds(long seconds) {
        return new Deadline(Duration.ofSeconds(seconds));
    }

    public void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + patience.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}

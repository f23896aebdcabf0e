package org.switchboard.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Time as the user of a command sees it: the start of Java itself is part of it. */
public final class ProcessTime {

    private ProcessTime() {}

    /** Nanoseconds since the start of this process; since now where the system does not tell when that was. */
    public static LongSupplier sinceStart() {
        Instant now = Instant.now();
        long before = ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, now).toNanos())
                .orElse(0L);
        long reading = System.nanoTime();
        return () -> Math.max(0, before) + System.nanoTime() - reading;
    }
}

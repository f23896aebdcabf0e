package org.switchboard.shared;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Time as the user of a command sees it: the start of Java itself is part of it. */
public final class ProcessTime {

    private ProcessTime() {}

    /** Nanoseconds since the start of this process. */
    public static LongSupplier sinceStart() {
        long before = TimeUnit.MILLISECONDS.toNanos(
                ManagementFactory.getRuntimeMXBean().getUptime());
        long reading = System.nanoTime();
        return () -> before + System.nanoTime() - reading;
    }
}

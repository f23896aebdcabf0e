package org.switchboard.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/** What figures were measured on, without which they say nothing. */
final class Machine {

    private Machine() {}

    /** In one line; the load tells whether others were at work as the benchmark began. */
    static String inWords() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s %s, %d processors, Java %s, load %.1f before the first run",
                system.getName(),
                system.getArch(),
                system.getAvailableProcessors(),
                Runtime.version(),
                system.getSystemLoadAverage());
    }
}

package org.switchboard.shared;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Hands out the one clock; a test puts its own in its place. */
final class Clocks {

    /** Ticks in microseconds, as the database keeps them, so that what was written reads back equal. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}

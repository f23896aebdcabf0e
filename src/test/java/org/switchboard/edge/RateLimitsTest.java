package org.switchboard.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final long PER_MINUTE = 60;

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimits limits = new RateLimits(100, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void minutesRequestsMayComeAtOnceAndThenAsManyAsFlowIn() {
        assertEquals(PER_MINUTE, passingOf("a", 200));

        assertEquals(Duration.ofSeconds(1), limits.take("a", PER_MINUTE), "when the next one will have flowed in");
        pass(Duration.ofMillis(999));
        assertEquals(Duration.ofMillis(1), limits.take("a", PER_MINUTE));
        pass(Duration.ofMillis(1));
        assertEquals(1, passingOf("a", 5));
        pass(Duration.ofSeconds(10));
        assertEquals(10, passingOf("a", 50));
    }

    @Test
    void oneCallerDoesNotSpendTheRequestsOfAnother() {
        assertEquals(PER_MINUTE, passingOf("a", 100));
        assertEquals(PER_MINUTE, passingOf("b", 100));
        assertTrue(limits.take("a", PER_MINUTE).toNanos() > 0);
    }

    @Test
    void refusalsDoNotLengthenTheWait() {
        assertEquals(PER_MINUTE, passingOf("a", 10_000));
        pass(Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, limits.take("a", PER_MINUTE));
    }

    @Test
    void memoryHoldsSoManyCallersAndNoMore() {
        IntStream.range(0, 10_000).forEach(i -> limits.take("caller " + i, PER_MINUTE));
        assertEquals(100, limits.callers());
        pass(Duration.ofMinutes(2));
        assertEquals(0, limits.callers(), "whose buckets are full again are forgotten");
    }

    private long passingOf(String caller, int requests) {
        return IntStream.range(0, requests)
                .filter(i -> limits.take(caller, PER_MINUTE).isZero())
                .count();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}

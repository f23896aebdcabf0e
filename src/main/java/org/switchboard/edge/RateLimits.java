package org.switchboard.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Counts what each caller asks, in this process. A caller has a bucket with the requests of one minute, which fills again
 * all the time: all of them may come at once, and then as many as flow in.
 *
 * <p>A bucket that nobody touched for a minute is full, which is the same as none; so it is forgotten, and memory holds
 * the callers of one minute, up to a limit.
 */
final class RateLimits {

    private static final Duration UNTIL_FULL = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets;
    private final TimeMeter time;

    /** @param callers that are kept in mind at most */
    RateLimits(long callers, TimeMeter time) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(callers)
                .expireAfterAccess(UNTIL_FULL)
                .ticker(time::currentTimeNanos)
                // what is dropped is dropped at once, by whoever comes next: no threads of its own
                .executor(Runnable::run)
                .build();
        this.time = time;
    }

    /** Takes one request out of the caller's bucket; zero if there was one, else how long until there will be. */
    Duration take(String caller, long perMinute) {
        return Duration.ofNanos(buckets.get(caller, unknown -> full(perMinute))
                .tryConsumeAndReturnRemaining(1)
                .getNanosToWaitForRefill());
    }

    private Bucket full(long perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, UNTIL_FULL))
                .withCustomTimePrecision(time)
                .build();
    }

    long callers() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}

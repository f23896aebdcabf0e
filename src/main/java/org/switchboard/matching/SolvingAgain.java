package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.switchboard.matching.engine.search.Stopwatch;
import org.switchboard.shared.Refusal;

/** Solving again takes a processor for some seconds, and is asked for by a mere look: one at a time may. */
@ApplicationScoped
class SolvingAgain {

    private final Semaphore places = new Semaphore(1);

    /** @throws Refusal.Busy while another is under way */
    <T> T alone(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new Refusal.Busy("Something else is being solved again. Ask once more in a few seconds.");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    static Stopwatch stopwatch() {
        long start = System.nanoTime();
        return () -> System.nanoTime() - start;
    }
}

package org.switchboard.matching.engine.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.RandomProblems;

class RelaxationTest {

    private final OpenProblem open = new OpenProblem(RandomProblems.feasible(3, 40, 10));

    /** It asks after each round whether it may go on, so it is asked once less than it makes rounds. */
    @ParameterizedTest
    @CsvSource({"30, 1, 1", "30, 7, 7", "30, 100, 29", "1, 1, 0"})
    void itEndsAfterItsRoundsOrOnceItIsEnough(int rounds, int enoughWhenAsked, int asked) {
        AtomicInteger times = new AtomicInteger();

        new Relaxation(open).solve(rounds, () -> times.incrementAndGet() == enoughWhenAsked);

        assertEquals(asked, times.get());
    }
}

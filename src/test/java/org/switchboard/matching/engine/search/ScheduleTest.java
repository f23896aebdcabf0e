package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.bound.Relaxation;

/** The way of a search: by steps, or by a stopwatch that the tests move on. */
class ScheduleTest {

    private static final long NONE = SolveLimits.NONE;
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void stepsAreSharedBetweenTheLegs() {
        Schedule schedule = Schedule.ofTrials(50, 1_000);

        countTo(schedule, 899);
        assertFalse(schedule.improvementDone());
        countTo(schedule, 900);
        assertTrue(schedule.improvementDone());
        assertEquals(0, schedule.shareOfPolish());
        countTo(schedule, 950);
        assertEquals(0.5, schedule.shareOfPolish());
        countTo(schedule, 999);
        assertFalse(schedule.polishDone());
        countTo(schedule, 1_000);
        assertTrue(schedule.polishDone());
    }

    @Test
    void itCoolsDownAfterTheFirstLapAndEvenly() {
        Schedule schedule = Schedule.ofTrials(50, 1_000);

        countTo(schedule, 50);
        assertEquals(0, schedule.shareOfImprovement());
        countTo(schedule, 475);
        assertEquals(0.5, schedule.shareOfImprovement());
        countTo(schedule, 900);
        assertEquals(1, schedule.shareOfImprovement());
    }

    @Test
    void stepsThatTwentyDoesNotDivideAreSharedToo() {
        assertEquals(
                List.of(0L, 0L, 1L, 1L, 1L, 2L, 2L, 2L, 3L, 3L, 3L, 4L, 4L, 4L, 5L, 5L, 5L, 6L, 6L, 7L),
                Schedule.ofTrials(50, 7).lapEnds());
        assertEquals(
                Long.MAX_VALUE - 1,
                Schedule.ofTrials(50, Long.MAX_VALUE - 1).lapEnds().get(19));
    }

    @Test
    void endsWhereAnEarlierSearchEndedHoweverLongItsWay() {
        Schedule schedule = Schedule.repeating(50, Schedule.ofTrials(50, 1_000).lapEnds(), 300);

        countTo(schedule, 299);
        assertFalse(schedule.improvementDone());
        countTo(schedule, 300);
        assertTrue(schedule.improvementDone());
        assertTrue(schedule.polishDone());
    }

    @Test
    void lapsEndAfterEachTwentiethOfTheTimeThatIsLeftAtTheFirstTrial() {
        nanos.set(10 * SECOND);
        Schedule schedule = Schedule.byTime(10_000, nanos::get, 110 * SECOND);

        // 98 of the 100 seconds are for laps, which are 4.9 seconds each
        count(schedule, 49, 100_000_000);
        assertEquals(List.of(), schedule.lapEnds());
        count(schedule, 1, 100_000_000);
        assertEquals(List.of(50L), schedule.lapEnds());
        assertEquals(50 * 20 / 10_000.0, schedule.trialsPerNeed());
        count(schedule, 950, 100_000_000);
        assertTrue(schedule.polishDone());
        assertEquals(20, schedule.lapEnds().size());
    }

    @Test
    void laterLapsOfAFasterSearchAreLonger() {
        Schedule schedule = Schedule.byTime(10_000, nanos::get, 100 * SECOND);

        count(schedule, 500, 20_000_000);
        long slow = schedule.lapEnds().get(0);
        count(schedule, 5_000, 2_000_000);

        int laps = schedule.lapEnds().size();
        assertTrue(schedule.lapEnds().get(laps - 1) - schedule.lapEnds().get(laps - 2) > 5 * slow);
    }

    @Test
    void isNeverLongerThanIsOfAnyUse() {
        Schedule schedule = Schedule.byTime(2, nanos::get, Long.MAX_VALUE / 2);

        count(schedule, 2 * 20_000 - 1, 1);
        assertFalse(schedule.polishDone());
        count(schedule, 1, 1);
        assertTrue(schedule.polishDone());
    }

    @Test
    void isOverAtOnceWhereThereIsNoTime() {
        Schedule schedule = Schedule.byTime(1_000, nanos::get, 0);

        count(schedule, 50, 1);

        assertTrue(schedule.polishDone());
    }

    /** Which trials stay must not depend on the clock, or the numbers that a plan records would not give it again. */
    @ParameterizedTest
    @CsvSource({"60, 20", "300, 20", "1000, 50", "1500, 100", "4000, 30"})
    void aSearchLedByTimeIsRepeatedFromItsLapsAndSteps(int needs, long deadlineMillis) {
        Schedule byTime = Schedule.byTime(needs, nanos::get, deadlineMillis * 1_000_000);
        List<String> first = decisions(byTime, 1_000_000);
        assertTrue(byTime.polishDone());

        Schedule bySteps = Schedule.repeating(needs, byTime.lapEnds(), byTime.done());
        assertEquals(first, decisions(bySteps, 1_000_000));
        assertTrue(bySteps.polishDone());
    }

    /** The search is ended while it is still under way, as when the gap is reached early. */
    @ParameterizedTest
    @ValueSource(longs = {1_000, 20_000, 150_000})
    void aSearchThatEndsOnItsWayIsRepeatedToo(long made) {
        Schedule byTime = Schedule.byTime(400, nanos::get, 20_000_000);
        List<String> first = decisions(byTime, made);
        assertEquals(made, byTime.done());

        Schedule bySteps = Schedule.repeating(400, byTime.lapEnds(), byTime.done());
        assertEquals(first, decisions(bySteps, made));
    }

    /** Which leg a search is in and how large a loss it takes, at every thousandth trial. */
    private List<String> decisions(Schedule schedule, long most) {
        OpenProblem open = new OpenProblem(new ProblemDraft().build());
        Work work = new Work(open, new Relaxation(open).solve(1, () -> false), 1_000, List.of(), NONE, schedule);
        Improvement improvement = new Improvement(work);
        Polish polish = new Polish(work);
        List<String> decisions = new ArrayList<>();
        while (!schedule.polishDone() && schedule.done() < most) {
            Leg leg = improvement.isOver() ? polish : improvement;
            if (schedule.done() % 1_000 == 0) {
                decisions.add(leg.getClass().getSimpleName() + " takes a loss of " + largestLoss(leg));
            }
            count(schedule, 1, 100);
        }
        return decisions;
    }

    private static long largestLoss(Leg leg) {
        long loss = 0;
        while (leg.stays(leg instanceof Polish ? 0 : -loss - 1, -loss - 1, 0.5)) {
            loss++;
        }
        return loss;
    }

    private void count(Schedule schedule, long trials, long nanosEach) {
        for (long n = 0; n < trials; n++) {
            nanos.addAndGet(nanosEach);
            schedule.count();
        }
    }

    private static void countTo(Schedule schedule, long done) {
        while (schedule.done() < done) {
            schedule.count();
        }
    }
}

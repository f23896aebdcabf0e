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
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.bound.Relaxation;

/** The plan of a search: from steps, or from the time by a stopwatch that the tests move on. */
class ScheduleTest {

    private static final long NONE = SolveLimits.NONE;
    private static final Stopwatch UNUSED = () -> {
        throw new AssertionError("only a search by time reads the stopwatch");
    };

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void stepsAreSharedBetweenTheLegs() {
        Schedule schedule = new Schedule(50, 1_000, 1_000, UNUSED, NONE);

        assertEquals(1_000, schedule.planned());
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
    void aTenthOfTheStepsIsForWarmingUp() {
        Schedule schedule = new Schedule(50, 1_000, 1_000, UNUSED, NONE);

        countTo(schedule, 100);
        assertEquals(0, schedule.shareOfImprovement());
        countTo(schedule, 500);
        assertEquals(0.5, schedule.shareOfImprovement());
        countTo(schedule, 900);
        assertEquals(1, schedule.shareOfImprovement());
    }

    @Test
    void endsWhereAnEarlierSearchEndedWhateverThatHadPlanned() {
        Schedule schedule = new Schedule(50, 1_000, 300, UNUSED, NONE);

        countTo(schedule, 299);
        assertFalse(schedule.improvementDone());
        countTo(schedule, 300);
        assertTrue(schedule.improvementDone());
        assertTrue(schedule.polishDone());
        assertEquals(1_000, schedule.planned());
    }

    @Test
    void plansByTheSpeedOfTheSecondHalfOfTheWarmUp() {
        long second = 1_000_000_000;
        Schedule schedule = new Schedule(10_000, NONE, NONE, nanos::get, 60 * second);

        count(schedule, 100_000, 40_000);
        assertEquals(NONE, schedule.planned());
        count(schedule, 99_999, 10_000);
        assertEquals(NONE, schedule.planned());
        assertEquals(20_000, schedule.trialsPerNeed(), "as if the search could be as long as one may be");
        count(schedule, 1, 10_000);

        // 5 seconds have passed, and 100,000 trials a second are made now
        assertEquals(200_000 + (long) (55 * 100_000 * 0.92), schedule.planned());
    }

    @Test
    void aSmallProblemIsPlannedAtOnce() {
        assertEquals(50 * 20_000, new Schedule(50, NONE, NONE, UNUSED, 1).planned());
        assertEquals(NONE, new Schedule(51, NONE, NONE, UNUSED, 1).planned());
    }

    @Test
    void isNeverLongerThanIsOfAnyUse() {
        Schedule schedule = new Schedule(100, NONE, NONE, nanos::get, Long.MAX_VALUE / 2);
        count(schedule, 100_000, 1_000);

        assertEquals(100 * 20_000, schedule.planned());
    }

    @Test
    void aWarmUpIsATenthAtMostHoweverLittleTimeIsLeft() {
        Schedule schedule = new Schedule(1_000, NONE, NONE, nanos::get, 1);
        count(schedule, 100_000, 1_000_000);

        assertEquals(1_000_000, schedule.planned());
    }

    /** Which trials stay must not depend on the clock, or the numbers that a plan records would not give it again. */
    @ParameterizedTest
    @CsvSource({"60, 2000", "300, 20", "1000, 1000", "1500, 100", "4000, 300", "20000, 60"})
    void aSearchPlannedByTimeIsRepeatedFromTheStepsPlannedAndMade(int needs, long deadlineMillis) {
        Schedule byTime = new Schedule(needs, NONE, NONE, nanos::get, deadlineMillis * 1_000_000);
        List<String> first = decisions(byTime, 1_000_000);

        Schedule bySteps = new Schedule(needs, byTime.plannedToRepeat(), byTime.done(), UNUSED, NONE);
        assertEquals(first, decisions(bySteps, 1_000_000));
        assertTrue(bySteps.polishDone());
    }

    /** The search is ended while it still warms up, as when the gap is reached early. */
    @Test
    void aSearchThatEndsBeforeItHasPlannedIsRepeatedToo() {
        Schedule byTime = new Schedule(400, NONE, NONE, nanos::get, NONE);
        List<String> first = decisions(byTime, 20_000);

        Schedule bySteps = new Schedule(400, byTime.plannedToRepeat(), byTime.done(), UNUSED, NONE);
        assertEquals(first, decisions(bySteps, 20_000));
    }

    /** Which leg a search is in and how large a loss it takes, at every thousandth trial. */
    private List<String> decisions(Schedule schedule, long most) {
        OpenProblem open = new OpenProblem(new ProblemDraft().build());
        Work work = new Work(open, new Relaxation(open).solve(1), 1_000, List.of(), NONE, schedule);
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

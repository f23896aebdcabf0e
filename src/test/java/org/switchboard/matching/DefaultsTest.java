package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultsTest {

    @Test
    void aRunOfWhichNothingIsSaidLooksForTenSecondsWithTheFirstSeed() {
        CreateRun run = empty();

        assertEquals(10, run.seconds(3600));
        assertEquals(5, run.seconds(5), "the longest that the service allows");
        assertNull(run.steps(), "no limit");
        assertNull(run.policy(), "the one in force");
        assertEquals(1, run.seed());
    }

    @Test
    void aRunThatEndsByStepsHasNoUsualTime() {
        CreateRun bySteps =
                new CreateRun(null, 500L, null, null, null, null, null, null, null, null, null, null, null, null);
        CreateRun byGap =
                new CreateRun(null, null, 0.5, null, null, null, null, null, null, null, null, null, null, null);
        assertEquals(3600, bySteps.seconds(3600));
        assertEquals(10, byGap.seconds(3600), "nobody waits for an hour because a gap cannot be reached");
    }

    @Test
    void aRunOfWhichNothingIsSaidAsksForNoChanges() {
        assertEquals(RunAdjustments.NONE, RunAdjustments.of(empty()));
        assertEquals(7, CreateRun.ofSeconds(7).seconds(3600));
    }

    private static CreateRun empty() {
        return new CreateRun(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void whatIsSaidOfARunStands() {
        CreateRun run = new CreateRun(3, 500L, null, null, 2, 0L, null, null, null, null, null, null, null, null);

        assertEquals(3, run.seconds(3600));
        assertEquals(500, run.steps());
        assertEquals(2, run.policy());
        assertEquals(0, run.seed());
    }

    @Test
    void aPolicyHasNoOwnFiguresOfStatesAndNoThemesOfDueDiligenceUnlessItSaysSo() {
        PolicyContent policy = new PolicyContent(
                new PolicyContent.FitPoints(20, 20, 20, 20, 20), List.of(3, 2, 1), 1, 2, 0.0, 1, null, 0, 0, null);

        assertEquals(Map.of(), policy.absorptionOfStates());
        assertEquals(List.of(), policy.dueDiligenceThemes());
    }

    @Test
    void theFirstPolicyIsTheOneOfTheDesign() {
        PolicyContent policy = PolicyContent.initial();

        assertEquals(100, policy.fitWeights().sum());
        assertEquals(List.of(10, 6, 3), policy.slopes());
        assertEquals(0.5, policy.costExponent());
        assertEquals(40, policy.furtherProviderCharge());
        assertEquals(20, policy.changeCharge());
        assertTrue(policy.band1() <= policy.band2());
    }
}

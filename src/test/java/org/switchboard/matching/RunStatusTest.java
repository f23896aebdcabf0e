package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.switchboard.shared.Refusal;

class RunStatusTest {

    @Test
    void everyPairOfStatusesIsAllowedOrRefusedAsItsLifeSays() {
        Set<String> allowed = new TreeSet<>();
        for (RunStatus from : RunStatus.values()) {
            for (RunStatus to : RunStatus.values()) {
                if (from.leadsTo(to)) {
                    allowed.add(from + " " + to);
                    assertEquals(to, from.to(to));
                } else {
                    Refusal.Conflict refused = assertThrows(Refusal.Conflict.class, () -> from.to(to));
                    assertEquals(
                            ("A run that is " + from + " cannot become " + to + ".").toLowerCase(),
                            refused.words().toLowerCase());
                }
            }
        }
        assertEquals(
                Set.of(
                        "QUEUED SOLVING",
                        "QUEUED FAILED",
                        "QUEUED CANCELLED",
                        "SOLVING QUEUED",
                        "SOLVING SOLVED",
                        "SOLVING FAILED",
                        "SOLVING CANCELLED"),
                allowed);
    }

    @Test
    void aRunEndsSolvedFailedOrCancelled() {
        Set<RunStatus> ends = new TreeSet<>();
        for (RunStatus status : RunStatus.values()) {
            if (status.isEnd()) {
                ends.add(status);
            }
        }
        assertEquals(Set.of(RunStatus.SOLVED, RunStatus.FAILED, RunStatus.CANCELLED), ends);
    }
}

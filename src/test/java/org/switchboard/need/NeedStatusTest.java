package org.switchboard.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.need.NeedStatus.ACKNOWLEDGED;
import static org.switchboard.need.NeedStatus.CLOSED;
import static org.switchboard.need.NeedStatus.DELIVERED;
import static org.switchboard.need.NeedStatus.DRAFT;
import static org.switchboard.need.NeedStatus.IN_DELIVERY;
import static org.switchboard.need.NeedStatus.MATCHED;
import static org.switchboard.need.NeedStatus.OPEN;
import static org.switchboard.need.NeedStatus.RETURNED;
import static org.switchboard.need.NeedStatus.SUBMITTED;
import static org.switchboard.need.NeedStatus.WITHDRAWN;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchboard.shared.Refusal;

class NeedStatusTest {

    /** The life of a need. What has been delivered is no longer live: it cannot be withdrawn. */
    private static final Map<NeedStatus, Set<NeedStatus>> LIFE = Map.of(
            DRAFT, Set.of(SUBMITTED, WITHDRAWN),
            SUBMITTED, Set.of(ACKNOWLEDGED, RETURNED, WITHDRAWN),
            RETURNED, Set.of(SUBMITTED, WITHDRAWN),
            ACKNOWLEDGED, Set.of(OPEN, WITHDRAWN),
            OPEN, Set.of(MATCHED, WITHDRAWN),
            MATCHED, Set.of(IN_DELIVERY, OPEN, WITHDRAWN),
            IN_DELIVERY, Set.of(DELIVERED, OPEN, WITHDRAWN),
            DELIVERED, Set.of(CLOSED),
            CLOSED, Set.of(),
            WITHDRAWN, Set.of());

    @Test
    void lifeLeadsWhereItShouldAndNowhereElse() {
        for (NeedStatus from : NeedStatus.values()) {
            for (NeedStatus to : NeedStatus.values()) {
                boolean legal = LIFE.get(from).contains(to);
                assertEquals(legal, from.leadsTo(to), from + " to " + to);
                if (legal) {
                    assertEquals(to, from.to(to));
                } else {
                    Refusal.Conflict refusal = assertThrows(Refusal.Conflict.class, () -> from.to(to));
                    LIFE.get(from).forEach(next -> assertTrue(refusal.words().contains(next.words()), refusal.words()));
                }
            }
        }
    }

    @Test
    void contentStandsOnceMatched() {
        List.of(DRAFT, SUBMITTED, RETURNED, ACKNOWLEDGED, OPEN).forEach(status -> assertTrue(status.isEditable()));
        List.of(MATCHED, IN_DELIVERY, DELIVERED, CLOSED, WITHDRAWN).forEach(status -> assertTrue(!status.isEditable()));
    }

    @Test
    void whatIsAskedForNowCounts() {
        assertEquals(
                Set.of(SUBMITTED, ACKNOWLEDGED, OPEN, MATCHED, IN_DELIVERY, DELIVERED, CLOSED), NeedStatus.counted());
    }
}

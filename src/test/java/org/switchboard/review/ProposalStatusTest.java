package org.switchboard.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.review.ProposalStatus.AWAITS_PROVIDER;
import static org.switchboard.review.ProposalStatus.AWAITS_RECIPIENT;
import static org.switchboard.review.ProposalStatus.BEFORE_COMMITTEE;
import static org.switchboard.review.ProposalStatus.CLOSED;
import static org.switchboard.review.ProposalStatus.CONFIRMED;
import static org.switchboard.review.ProposalStatus.DECLINED;
import static org.switchboard.review.ProposalStatus.DELIVERED;
import static org.switchboard.review.ProposalStatus.HELD;
import static org.switchboard.review.ProposalStatus.IN_DELIVERY;
import static org.switchboard.review.ProposalStatus.LAPSED;
import static org.switchboard.review.ProposalStatus.OBJECTED;
import static org.switchboard.review.ProposalStatus.SUPERSEDED;
import static org.switchboard.review.ProposalStatus.WITHDRAWN;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.switchboard.shared.Refusal;

class ProposalStatusTest {

    private static final Map<ProposalStatus, Set<ProposalStatus>> LIFE = Map.of(
            BEFORE_COMMITTEE, Set.of(HELD, AWAITS_RECIPIENT, OBJECTED, WITHDRAWN, SUPERSEDED),
            HELD, Set.of(BEFORE_COMMITTEE, OBJECTED, WITHDRAWN, SUPERSEDED),
            AWAITS_RECIPIENT, Set.of(AWAITS_PROVIDER, DECLINED, LAPSED, WITHDRAWN, SUPERSEDED),
            AWAITS_PROVIDER, Set.of(CONFIRMED, DECLINED, LAPSED, WITHDRAWN),
            CONFIRMED, Set.of(IN_DELIVERY, WITHDRAWN),
            IN_DELIVERY, Set.of(DELIVERED, WITHDRAWN),
            DELIVERED, Set.of(CLOSED));

    @ParameterizedTest
    @EnumSource
    void aProposalGoesWhereItsLifeLeadsAndNowhereElse(ProposalStatus from) {
        Set<ProposalStatus> next =
                Arrays.stream(ProposalStatus.values()).filter(from::leadsTo).collect(Collectors.toSet());
        assertEquals(LIFE.getOrDefault(from, Set.of()), next);
        for (ProposalStatus to : ProposalStatus.values()) {
            if (next.contains(to)) {
                assertEquals(to, from.to(to));
            } else {
                assertThrows(Refusal.Conflict.class, () -> from.to(to));
            }
        }
    }

    /** Who has said no, or nothing, holds no money; who has said yes is not passed over by silence. */
    @ParameterizedTest
    @EnumSource
    void whatStandsAndWhatEnds(ProposalStatus status) {
        assertEquals(!Set.of(OBJECTED, DECLINED, LAPSED, WITHDRAWN, SUPERSEDED).contains(status), status.stands());
        assertEquals(Set.of(DECLINED, OBJECTED).contains(status), status.bans());
        assertTrue(!status.isMatch() || status.stands() && !status.hasTerm());
        assertEquals(status.leadsTo(LAPSED) || status == BEFORE_COMMITTEE, status.hasTerm());
    }
}

package org.switchboard.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.offer.OfferStatus.ACTIVE;
import static org.switchboard.offer.OfferStatus.CLOSED;
import static org.switchboard.offer.OfferStatus.DRAFT;
import static org.switchboard.offer.OfferStatus.EXHAUSTED;
import static org.switchboard.offer.OfferStatus.EXPIRED;
import static org.switchboard.offer.OfferStatus.REGISTERED;
import static org.switchboard.offer.OfferStatus.SUSPENDED;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchboard.shared.Refusal;

class OfferStatusTest {

    /** The life of an offer. */
    private static final Map<OfferStatus, Set<OfferStatus>> LIFE = Map.of(
            DRAFT, Set.of(REGISTERED, CLOSED),
            REGISTERED, Set.of(ACTIVE, CLOSED),
            ACTIVE, Set.of(SUSPENDED, EXHAUSTED, EXPIRED, CLOSED),
            SUSPENDED, Set.of(ACTIVE, EXPIRED, CLOSED),
            EXHAUSTED, Set.of(ACTIVE, EXPIRED, CLOSED),
            EXPIRED, Set.of(CLOSED),
            CLOSED, Set.of());

    @Test
    void lifeLeadsWhereItShouldAndNowhereElse() {
        for (OfferStatus from : OfferStatus.values()) {
            for (OfferStatus to : OfferStatus.values()) {
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
    void contentStandsAtTheEnd() {
        for (OfferStatus status : OfferStatus.values()) {
            assertEquals(status != EXPIRED && status != CLOSED, status.isEditable(), status.name());
        }
    }
}

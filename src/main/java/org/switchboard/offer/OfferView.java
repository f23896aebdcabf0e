package org.switchboard.offer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/** An offer as its provider, the experts and the Committee see it. */
public record OfferView(
        UUID id,
        int version,
        String provider,
        OfferStatus status,
        Instant receivedAt,
        boolean sample,
        @JsonUnwrapped OfferContent content,
        @JsonUnwrapped OfferDollars dollars) {

    static OfferView of(OfferEntity offer) {
        return new OfferView(
                offer.id,
                offer.version,
                offer.provider,
                offer.status,
                offer.receivedAt,
                offer.sample,
                offer.content(),
                offer.dollars());
    }
}

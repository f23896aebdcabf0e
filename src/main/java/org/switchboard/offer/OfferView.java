package org.switchboard.offer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.switchboard.shared.Preconditions;

/** An offer as its provider, the experts and the Committee see it. */
@Schema(examples = """
                {"id": "8f2f6a0c-7f5e-4f0b-b7a1-62d3b1c0a7d4", "version": 2, "provider": "LAF", "status": "ACTIVE",
                 "receivedAt": "2026-11-03T14:00:00Z", "sample": false,
                 "reference": "LAF-2027-1", "title": "Counter-financing training, Eastern Africa",
                 "programme": "EXISTING", "standing": "FUNDED", "funding": "DIRECT",
                 "themes": ["FIN"], "kinds": ["TRAINING", "MENTORING"], "stages": [], "regions": ["014"], "states": [],
                 "excludedStates": [], "money": {"currency": "EUR", "budget": 2000000, "floor": 20000, "ceiling": 500000,
                 "perStateCap": 2000000}, "maxNeeds": 12, "languages": ["en", "fr"], "from": "2027-01-01", "to": "2028-12-31",
                 "dueDiligenceRequired": false, "audience": "PARTICIPANTS", "budgetUsd": 2160000, "floorUsd": 21600,
                 "ceilingUsd": 540000, "perStateCapUsd": 2160000, "rateDate": "2026-11-01"}""")
public record OfferView(
        UUID id,
        int version,
        String provider,
        OfferStatus status,
        Instant receivedAt,
        boolean sample,
        @JsonUnwrapped OfferContent content,
        @JsonUnwrapped OfferDollars dollars)
        implements SeenOffer {

    @Override
    public EntityTag tag() {
        return Preconditions.tag(version);
    }

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

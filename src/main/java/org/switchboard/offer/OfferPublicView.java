package org.switchboard.offer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Audience;
import org.switchboard.shared.Contact;
import org.switchboard.shared.Preconditions;

/**
 * An offer as those see it to whom its provider shows it without confiding in them: nothing of whom it excludes, and its
 * money as it was offered, whatever is left of it.
 *
 * @param status as far as it betrays no match
 */
@Schema(examples = """
                {"id": "8f2f6a0c-7f5e-4f0b-b7a1-62d3b1c0a7d4", "provider": "LAF", "status": "ACTIVE",
                 "receivedAt": "2026-11-03T14:00:00Z", "sample": false,
                 "reference": "LAF-2027-1", "title": "Counter-financing training, Eastern Africa",
                 "programme": "EXISTING", "standing": "FUNDED", "funding": "DIRECT",
                 "themes": ["FIN"], "kinds": ["TRAINING", "MENTORING"], "stages": [], "regions": ["014"], "states": [],
                 "money": {"currency": "EUR", "budget": 2000000, "floor": 20000, "ceiling": 500000,
                 "perStateCap": 2000000}, "maxNeeds": 12, "languages": ["en", "fr"], "from": "2027-01-01", "to": "2028-12-31",
                 "dueDiligenceRequired": false, "audience": "PARTICIPANTS", "budgetUsd": 2160000, "floorUsd": 21600,
                 "ceilingUsd": 540000, "perStateCapUsd": 2160000, "rateDate": "2026-11-01"}""")
public record OfferPublicView(
        UUID id,
        String provider,
        OfferStatus status,
        Instant receivedAt,
        boolean sample,
        String reference,
        String title,
        @Nullable String criteria,
        @Nullable Contact contact,
        Programme programme,
        Standing standing,
        Funding funding,
        List<String> themes,
        List<String> kinds,
        List<String> stages,
        List<String> regions,
        List<String> states,
        OfferMoney money,
        int maxNeeds,
        List<String> languages,
        LocalDate from,
        LocalDate to,
        boolean dueDiligenceRequired,
        Audience audience,
        @JsonUnwrapped OfferDollars dollars)
        implements SeenOffer {

    static OfferPublicView of(OfferEntity offer) {
        OfferContent content = offer.content();
        return new OfferPublicView(
                offer.id,
                offer.provider,
                offer.status.shownToOthers(),
                offer.receivedAt,
                offer.sample,
                content.reference(),
                content.title(),
                content.criteria(),
                content.contact(),
                content.programme(),
                content.standing(),
                content.funding(),
                content.themes(),
                content.kinds(),
                content.stages(),
                content.regions(),
                content.states(),
                content.money(),
                content.maxNeeds(),
                content.languages(),
                content.from(),
                content.to(),
                content.dueDiligenceRequired(),
                content.audience(),
                offer.dollars());
    }

    @Override
    public EntityTag tag() {
        return Preconditions.tagOfContent(this);
    }
}

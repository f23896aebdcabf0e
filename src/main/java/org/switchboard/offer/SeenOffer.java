package org.switchboard.offer;

import jakarta.ws.rs.core.EntityTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;

/** An offer as far as the reader at hand may know it. */
@Schema(
        name = "SeenOffer",
        anyOf = {OfferView.class, OfferPublicView.class})
public sealed interface SeenOffer permits OfferView, OfferPublicView {

    /** Changes whenever what is shown changes, and not otherwise. */
    EntityTag tag();

    static SeenOffer of(Reader reader, OfferEntity offer) {
        return Rights.of(reader, offer.owner).seesConfidences() ? OfferView.of(offer) : OfferPublicView.of(offer);
    }
}

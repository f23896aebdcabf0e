package org.switchboard.need;

import jakarta.ws.rs.core.EntityTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;

/** A need as far as the reader at hand may know it. */
@Schema(
        name = "SeenNeed",
        anyOf = {NeedView.class, NeedPublicView.class})
public sealed interface SeenNeed permits NeedView, NeedPublicView {

    /** Changes whenever what is shown changes, and not otherwise. */
    EntityTag tag();

    static SeenNeed of(Reader reader, NeedEntity need) {
        return Rights.of(reader, need.owner).seesConfidences() ? NeedView.of(need) : NeedPublicView.of(need);
    }
}

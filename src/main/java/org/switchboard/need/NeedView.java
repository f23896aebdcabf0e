package org.switchboard.need;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Preconditions;

/**
 * A need as its State, the experts and the Committee see it.
 *
 * @param costUsd whole US dollars
 * @param rateDate from which day the rate holds at which the cost was converted; null for dollars
 * @param verifiedPriority as the experts see it; null until they have looked
 * @param verifiedStage likewise: A, B or C; recorded beside what the State says
 * @param version what the ETag carries
 * @param sample whether it belongs to the generated sample, and to no State's real request
 */
@Schema(examples = """
                {"id": "5b0a2b7e-6c1d-4d53-9d0f-3c1c0e2f9a10", "version": 3, "request": "0d9a7a64-5a0f-4c57-8a63-0f1f5a6f1c22",
                 "state": "KEN", "status": "OPEN", "receivedAt": "2026-11-02T09:30:00Z", "sample": false,
                 "reference": "2026/FIU-1", "theme": "FIN", "stage": "B", "kind": "TRAINING",
                 "title": "Training of financial intelligence analysts",
                 "objective": "Analysts can trace cross-border transfers", "cost": {"amount": 240000, "currency": "USD"},
                 "tranches": 2, "partialOk": true, "priority": "HIGH", "languages": ["en"],
                 "from": "2027-01-01", "to": "2027-12-31", "audience": "PARTICIPANTS", "matching": "ANY",
                 "releasedTo": [], "blockedProviders": [], "humanRights": false, "gender": false, "costUsd": 240000}""")
public record NeedView(
        UUID id,
        int version,
        UUID request,
        String state,
        NeedStatus status,
        Instant receivedAt,
        boolean sample,
        @JsonUnwrapped NeedContent content,
        long costUsd,
        @Nullable LocalDate rateDate,
        @Nullable Priority verifiedPriority,
        @Nullable String verifiedStage)
        implements SeenNeed {

    @Override
    public EntityTag tag() {
        return Preconditions.tag(version);
    }

    static NeedView of(NeedEntity need) {
        return new NeedView(
                need.id,
                need.version,
                need.request,
                need.state,
                need.status,
                need.receivedAt,
                need.sample,
                need.content(),
                need.costUsd,
                need.rateDate,
                need.verifiedPriority,
                need.verifiedStage);
    }
}

package org.switchboard.need;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A need as its State, the experts and the Committee see it.
 *
 * @param costUsd whole US dollars
 * @param rateDate from which day the rate holds at which the cost was converted; null for dollars
 * @param verifiedPriority as the experts see it; null until they have looked
 * @param version what the ETag carries
 * @param sample whether it belongs to the generated sample, and to no State's real request
 */
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
        @Nullable Priority verifiedPriority) {

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
                need.verifiedPriority);
    }
}

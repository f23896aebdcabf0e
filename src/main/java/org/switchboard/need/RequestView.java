package org.switchboard.need;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/** A request as its State, the experts and the Committee see it; its needs are at {@code /needs?request=}. */
public record RequestView(
        UUID id,
        int version,
        String state,
        Instant createdAt,
        boolean sample,
        @JsonUnwrapped RequestContent content) {

    static RequestView of(RequestEntity request) {
        return new RequestView(
                request.id, request.version, request.state, request.createdAt, request.sample, request.content());
    }
}

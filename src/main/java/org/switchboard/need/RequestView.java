package org.switchboard.need;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request as its State, the experts and the Committee see it; its needs are at {@code /needs?request=}. */
@Schema(examples = """
                {"id": "0d9a7a64-5a0f-4c57-8a63-0f1f5a6f1c22", "version": 0, "state": "KEN",
                 "createdAt": "2026-11-02T09:30:00Z", "sample": false, "reference": "2026/1", "receivedOn": "2026-11-02",
                 "noteVerbaleReference": "NV/2026/118", "noteVerbaleDate": "2026-10-28",
                 "contact": {"office": "Permanent Mission, Legal Section"}, "audience": "COMMITTEE"}""")
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

package org.switchboard.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request before the Committee, or what came of it. Who said what is in its record of changes.
 *
 * @param reference of the request
 * @param needs that are shown to providers if the Committee lets it pass
 * @param until the last day of the period; null where none runs
 * @param heldBy member States of the Committee that have asked for time
 * @param extendedDays by how many working days the Committee has prolonged its period
 * @param recused member States of the Committee that do not decide on it, being a party
 */
@Schema(name = "Circulation", examples = """
                {"id": "5e0b2a0c-51d7-4f0a-a1b5-7b7f0f2c9a44", "version": 0, "request": "0d9a7a64-5a0f-4c57-8a63-0f1f5a6f1c22",
                 "reference": "2026/1", "state": "KEN", "needs": ["422f224e-cbfd-4ea2-b201-03521d5e987c"],
                 "status": "BEFORE_COMMITTEE", "until": "2026-11-30", "heldBy": [], "extendedDays": 0, "recused": ["KEN"],
                 "putBeforeBy": "expert@un.example", "putBeforeAt": "2026-11-23T09:00:00Z"}""")
public record CirculationView(
        UUID id,
        int version,
        UUID request,
        String reference,
        String state,
        List<UUID> needs,
        CirculationStatus status,
        @Nullable LocalDate until,
        List<String> heldBy,
        int extendedDays,
        List<String> recused,
        String putBeforeBy,
        Instant putBeforeAt,
        @Nullable Instant endedAt) {

    static CirculationView of(CirculationEntity circulation) {
        return new CirculationView(
                circulation.id,
                circulation.version,
                circulation.request,
                circulation.reference,
                circulation.state,
                List.copyOf(circulation.needs),
                circulation.status,
                circulation.until,
                List.copyOf(circulation.heldBy),
                circulation.extendedDays,
                List.copyOf(circulation.recused()),
                circulation.putBeforeBy,
                circulation.putBeforeAt,
                circulation.endedAt);
    }
}

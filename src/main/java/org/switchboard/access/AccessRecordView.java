package org.switchboard.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the record of access.
 *
 * @param who the e-mail address of the account; what was tried, where nobody came in
 * @param item the kind of the items; null where none are meant
 * @param items those that the reader of this entry may know of: all for an administrator, its own for a party
 * @param requestId under which the log tells more; for administrators
 */
@Schema(name = "AccessRecord", examples = """
                {"id": "1b5b1f0e-52a2-4f0e-9a57-1a2f5f0c3d10", "at": "2026-11-22T09:30:00Z", "who": "expert@cted.example",
                 "act": "READ", "item": "need", "items": ["5b0a2b7e-6c1d-4d53-9d0f-3c1c0e2f9a10"],
                 "requestId": "0f8c2a7d-1f3b-4b57-9a35-3a4b8f0f2c11"}""")
public record AccessRecordView(
        UUID id,
        Instant at,
        String who,
        Act act,
        @Nullable String item,
        List<UUID> items,
        @Nullable String detail,
        @Nullable String requestId) {}

package org.switchboard.shared;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the record of changes.
 *
 * @param item what kind of item changed: {@code need}, {@code offer}, {@code request}, …
 * @param from the status before; null when the item was created
 * @param why the reason given, or what was done
 */
@Schema(examples = """
                {"item": "need", "itemId": "5b0a2b7e-6c1d-4d53-9d0f-3c1c0e2f9a10", "who": "system",
                 "at": "2026-11-02T09:30:00Z", "from": "DRAFT", "to": "SUBMITTED", "why": "submitted"}""")
public record Change(
        String item,
        UUID itemId,
        String who,
        Instant at,
        @Nullable String from,
        @Nullable String to,
        String why) {}

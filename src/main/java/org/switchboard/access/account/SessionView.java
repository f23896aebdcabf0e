package org.switchboard.access.account;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session, as its owner sees it.
 *
 * @param current whether it is the one that asks
 * @param secondFactor whether it was opened with a second factor
 */
@Schema(name = "Session", examples = """
                {"id": "3f0f3a52-6f8e-4f44-8a55-0a3f7c1d5b10", "current": true, "secondFactor": true,
                 "since": "2026-11-22T08:00:00Z", "lastUsedAt": "2026-11-22T08:21:00Z"}""")
public record SessionView(UUID id, boolean current, boolean secondFactor, Instant since, Instant lastUsedAt) {}

package org.switchboard.access.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An API token, without its value.
 *
 * @param changes whether it may be used for more than reading
 * @param expiresOn the last day on which it is good, in UTC
 * @param lastUsedOn absent while it was never used
 */
@Schema(name = "Token", examples = """
                {"id": "a0f6b2a3-4a55-4b39-8f0c-2c4a6c0d9e11", "name": "nightly import", "changes": true,
                 "assignments": [{"role": "EXPERT"}], "createdAt": "2026-11-22T09:00:00Z", "expiresOn": "2027-05-31"}""")
public record TokenView(
        UUID id,
        String name,
        boolean changes,
        List<AssignmentContent> assignments,
        Instant createdAt,
        LocalDate expiresOn,
        @Nullable Instant revokedAt,
        @Nullable LocalDate lastUsedOn) {}

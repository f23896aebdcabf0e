package org.switchboard.matching;

import java.time.Instant;

/** One version of the policy; versions are never changed, only followed by others. */
public record PolicyView(int version, String reason, String createdBy, Instant createdAt, PolicyContent policy) {}

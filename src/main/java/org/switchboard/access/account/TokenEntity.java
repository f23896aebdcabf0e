package org.switchboard.access.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "api_token")
@NullUnmarked
class TokenEntity {
    @Id
    UUID id;

    UUID account;
    String name;
    byte[] sha256;
    boolean changes;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_on")
    LocalDate expiresOn;

    @Column(name = "revoked_at")
    Instant revokedAt;

    @Column(name = "last_used_on")
    LocalDate lastUsedOn;
}

package org.switchboard.access.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "account")
@NullUnmarked
class AccountEntity {
    @Id
    UUID id;

    @Version
    int version;

    String email;
    String name;
    String language;

    @Enumerated(EnumType.STRING)
    AccountStatus status;

    String password;
    boolean sample;

    @Column(name = "created_at")
    Instant createdAt;
}

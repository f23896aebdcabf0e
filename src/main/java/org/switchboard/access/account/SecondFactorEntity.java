package org.switchboard.access.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "second_factor")
@NullUnmarked
class SecondFactorEntity {
    @Id
    UUID account;

    byte[] sealed;
    boolean confirmed;

    @Column(name = "last_step")
    long lastStep;

    @Column(name = "started_at")
    Instant startedAt;
}

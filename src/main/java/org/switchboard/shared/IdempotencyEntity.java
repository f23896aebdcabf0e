package org.switchboard.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "idempotency")
@IdClass(IdempotencyEntity.Key.class)
@NullUnmarked
class IdempotencyEntity {
    @Id
    String who;

    @Id
    String key;

    @Column(name = "content_sha256")
    String digest;

    String location;
    int version;
    String body;
    Instant at;

    record Key(String who, String key) implements Serializable {}
}

package org.switchboard.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "putting_forward")
@NullUnmarked
class PuttingForwardEntity {
    @Id
    UUID id;

    @Column(name = "run_id")
    UUID run;

    @Column(name = "put_forward_by")
    String putForwardBy;

    @Column(name = "put_forward_at")
    Instant putForwardAt;

    String reason;
}

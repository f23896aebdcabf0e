package org.switchboard.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "due_diligence_finding")
@NullUnmarked
class FindingEntity {
    @Id
    UUID id;

    @Column(name = "need_id")
    UUID need;

    String provider;

    /** Whether help may be given. */
    boolean cleared;

    String finding;

    @Column(name = "found_by")
    String foundBy;

    @Column(name = "found_at")
    Instant foundAt;
}

package org.switchboard.access.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "sub_committee")
@NullUnmarked
class SubCommitteeEntity {
    @Id
    UUID id;

    @Version
    int version;

    String name;

    @Column(name = "created_at")
    Instant createdAt;
}

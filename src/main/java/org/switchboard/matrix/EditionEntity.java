package org.switchboard.matrix;

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
import org.switchboard.access.Audience;
import org.switchboard.access.Guarded;
import org.switchboard.access.Item;
import org.switchboard.access.ItemKind;

@Entity
@Guarded(ItemKind.EDITION)
@Table(name = "edition")
@NullUnmarked
class EditionEntity implements Item {
    @Id
    UUID id;

    @Version
    int version;

    /** The Executive Directorate's. */
    String owner;

    /** Everyone once it is distributed, and nobody but the Committee and its experts before. */
    @Enumerated(EnumType.STRING)
    Audience audience;

    /** From 1; null for one that was withdrawn. */
    Integer number;

    @Enumerated(EnumType.STRING)
    EditionStatus status;

    @Column(name = "as_of")
    Instant asOf;

    @Column(name = "prepared_by")
    String preparedBy;

    /** Who approved it for the Committee, or withdrew it. */
    @Column(name = "ended_by")
    String endedBy;

    @Column(name = "ended_at")
    Instant endedAt;

    /** Whether it counts items of the generated sample. */
    boolean sample;

    void become(EditionStatus status) {
        this.status = status;
        audience = status == EditionStatus.DISTRIBUTED ? Audience.PUBLIC : Audience.COMMITTEE;
        if (status == EditionStatus.WITHDRAWN) {
            number = null;
        }
    }

    @Override
    public UUID itemId() {
        return id;
    }

    @Override
    public String itemOwner() {
        return owner;
    }

    @Override
    public boolean isForEveryone() {
        return status == EditionStatus.DISTRIBUTED;
    }
}

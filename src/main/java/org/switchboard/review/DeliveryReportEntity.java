package org.switchboard.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "delivery_report")
@NullUnmarked
class DeliveryReportEntity {
    @Id
    UUID id;

    @Column(name = "proposal_id")
    UUID proposal;

    @Enumerated(EnumType.STRING)
    Party party;

    String words;
    boolean finished;
    String who;
    Instant at;
}

package org.switchboard.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "payment")
@NullUnmarked
class PaymentEntity {
    @Id
    UUID id;

    @Column(name = "proposal_id")
    UUID proposal;

    @Enumerated(EnumType.STRING)
    PaymentKind kind;

    long usd;

    @Column(name = "on_day")
    LocalDate on;

    String note;
    String who;
    Instant at;
}

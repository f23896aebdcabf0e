package org.switchboard.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Guarded;
import org.switchboard.access.Item;
import org.switchboard.access.ItemKind;
import org.switchboard.access.Owner;

@Entity
@Guarded(ItemKind.CIRCULATION)
@Table(name = "circulation")
@NullUnmarked
class CirculationEntity implements Item {
    @Id
    UUID id;

    @Version
    int version;

    @Column(name = "request_id")
    UUID request;

    /** Of the request, as its State calls it. */
    String reference;

    String state;

    /** Those that were acknowledged when the request was put before the Committee. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<UUID> needs;

    @Enumerated(EnumType.STRING)
    CirculationStatus status;

    /** The last day of the period; null where none runs. */
    LocalDate until;

    /** Members of the Committee that have asked for time. */
    @Column(name = "held_by")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> heldBy;

    /** Working days that were left of the period when it was first held. */
    @Column(name = "days_left")
    Integer daysLeft;

    @Column(name = "extended_days")
    int extendedDays;

    /** Of which notice of the end the Committee was last reminded. */
    @Column(name = "reminded_for")
    LocalDate remindedFor;

    @Column(name = "put_before_by")
    String putBeforeBy;

    @Column(name = "put_before_at")
    Instant putBeforeAt;

    @Column(name = "ended_at")
    Instant endedAt;

    NoObjectionPeriod period() {
        return new NoObjectionPeriod(until, heldBy, daysLeft, extendedDays);
    }

    void take(NoObjectionPeriod period) {
        until = period.until();
        heldBy = period.heldBy();
        daysLeft = period.daysLeft();
        extendedDays = period.extendedDays();
    }

    /** Member States of the Committee that do not decide on it: the one that asks for help. */
    Set<String> recused() {
        return Set.of(state);
    }

    @Override
    public UUID itemId() {
        return id;
    }

    @Override
    public String itemOwner() {
        return Owner.executiveDirectorate().key();
    }

    @Override
    public boolean isForEveryone() {
        return false;
    }
}

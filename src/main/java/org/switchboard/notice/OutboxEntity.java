package org.switchboard.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** Something that people are still to be told of. */
@Entity
@Table(name = "outbox")
@NullUnmarked
class OutboxEntity {
    @Id
    UUID id;

    long change;

    @Enumerated(EnumType.STRING)
    NoticeKind kind;

    String item;

    @Column(name = "item_id")
    UUID itemId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> addressees;

    /** Member States of the Committee that are not told with it. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> recused;

    String words;
    Instant at;

    @Column(name = "told_at")
    Instant toldAt;
}

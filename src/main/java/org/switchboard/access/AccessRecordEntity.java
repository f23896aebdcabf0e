package org.switchboard.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "access_record")
@NullUnmarked
class AccessRecordEntity {
    @Id
    UUID id;

    Instant at;
    String who;

    @Enumerated(EnumType.STRING)
    Act act;

    String item;

    @JdbcTypeCode(SqlTypes.ARRAY)
    UUID[] items;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] owners;

    String detail;

    @Column(name = "request_id")
    String requestId;
}

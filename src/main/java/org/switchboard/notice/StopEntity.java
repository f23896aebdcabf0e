package org.switchboard.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "notice_stop")
@NullUnmarked
class StopEntity {
    @Id
    byte[] sha256;

    UUID account;

    @Column(name = "mail_groups")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> groups;

    @Column(name = "created_at")
    Instant createdAt;
}

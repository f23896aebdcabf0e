package org.switchboard.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "change")
@NullUnmarked
class ChangeEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "change_id")
    @SequenceGenerator(name = "change_id", sequenceName = "change_id", allocationSize = 500)
    Long id;

    String item;

    @Column(name = "item_id")
    UUID itemId;

    String who;
    Instant at;

    @Column(name = "from_status")
    String from;

    @Column(name = "to_status")
    String to;

    String why;

    @JdbcTypeCode(SqlTypes.JSON)
    String content;
}

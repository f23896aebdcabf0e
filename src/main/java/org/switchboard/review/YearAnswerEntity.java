package org.switchboard.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "year_answer")
@NullUnmarked
class YearAnswerEntity {
    @Id
    @Column(name = "proposal_id")
    UUID proposal;

    String owner;

    @Column(name = "in_use")
    boolean inUse;

    String words;
    String who;
    Instant at;
}

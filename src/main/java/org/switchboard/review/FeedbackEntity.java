package org.switchboard.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "feedback")
@IdClass(FeedbackEntity.Key.class)
@NullUnmarked
class FeedbackEntity {
    @Id
    @Column(name = "proposal_id")
    UUID proposal;

    @Id
    @Enumerated(EnumType.STRING)
    Party party;

    String owner;
    int rating;
    String words;
    String who;
    Instant at;

    record Key(UUID proposal, Party party) implements Serializable {}
}

package org.switchboard.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "milestone")
@IdClass(MilestoneEntity.Key.class)
@NullUnmarked
class MilestoneEntity {
    @Id
    @Column(name = "proposal_id")
    UUID proposal;

    @Id
    int place;

    String title;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "reached_on")
    LocalDate reachedOn;

    record Key(UUID proposal, int place) implements Serializable {}
}

package org.switchboard.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Audience;

@Entity
@Table(name = "run")
@NullUnmarked
class RunEntity {
    /** Runs belong to the experts, not to any party. */
    static final String OWNER = "executive-directorate";

    @Id
    UUID id;

    @Version
    int version;

    @Enumerated(EnumType.STRING)
    RunStatus status;

    int policy;
    long seed;

    @Column(name = "limit_seconds")
    int limitSeconds;

    @Column(name = "limit_steps")
    Long limitSteps;

    @Column(name = "cancel_requested")
    boolean cancelRequested;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    String failure;

    @Column(name = "best_level1")
    Long bestLevel1;

    @Column(name = "best_level2")
    Long bestLevel2;

    Long steps;

    @Column(name = "elapsed_millis")
    Long elapsedMillis;

    Integer needs;
    Integer offers;
    Integer candidates;
    Long level1;
    Long level2;

    String owner;

    @Enumerated(EnumType.STRING)
    Audience audience;

    boolean sample;
}

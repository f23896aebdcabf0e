package org.switchboard.matching;

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

/** One line of what those who watch a run are told. */
@Entity
@Table(name = "run_event")
@IdClass(RunEventEntity.Key.class)
@NullUnmarked
class RunEventEntity {
    @Id
    @Column(name = "run_id")
    UUID run;

    @Id
    int number;

    @Enumerated(EnumType.STRING)
    RunEventView.Kind kind;

    Instant at;

    @Enumerated(EnumType.STRING)
    RunStatus status;

    int attempt;

    @Column(name = "best_level1")
    Long bestLevel1;

    @Column(name = "best_level2")
    Long bestLevel2;

    @Column(name = "best_bound")
    Long bestBound;

    Long steps;

    @Column(name = "elapsed_millis")
    Long elapsedMillis;

    String why;

    record Key(UUID run, int number) implements Serializable {}
}

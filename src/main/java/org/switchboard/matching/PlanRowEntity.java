package org.switchboard.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "plan_row")
@IdClass(PlanRowEntity.Key.class)
@NullUnmarked
class PlanRowEntity {
    @Id
    @Column(name = "run_id")
    UUID run;

    @Id
    @Column(name = "need_id")
    UUID need;

    @Id
    @Column(name = "offer_id")
    UUID offer;

    int parts;
    long usd;
    int fit;

    /** Whether the offer is one that the run itself supposes. */
    boolean extra;

    record Key(UUID run, UUID need, UUID offer) implements Serializable {}
}

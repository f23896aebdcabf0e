package org.switchboard.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** What a run read. It is large, so it stands apart from the run itself and is read only where it is asked for. */
@Entity
@Table(name = "run_snapshot")
@NullUnmarked
class RunSnapshotEntity {
    @Id
    @Column(name = "run_id")
    UUID run;

    /** The {@code assist-match/1} file, gzip. */
    byte[] problem;

    /** The prices that it began with, as a certificate file, gzip; null where it found them anew. */
    @Column(name = "start_prices")
    byte[] startPrices;

    @Column(name = "need_ids")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<UUID> needIds;

    /** To the dollar; null for runs from before this was kept. */
    @Column(name = "need_costs_usd")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<Long> needCostsUsd;

    @Column(name = "offer_ids")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<UUID> offerIds;

    @Column(name = "needs_without_candidates")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<UUID> needsWithoutCandidates;
}

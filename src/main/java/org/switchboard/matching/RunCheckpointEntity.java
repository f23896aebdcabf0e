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

/** The best plan of a search that is under way, in the numbers of its problem: where another process goes on from. */
@Entity
@Table(name = "run_checkpoint")
@NullUnmarked
class RunCheckpointEntity {
    @Id
    @Column(name = "run_id")
    UUID run;

    /** In which it was stored. */
    int attempt;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<Integer> needs;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<Integer> offers;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<Integer> parts;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<Long> usd;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<Integer> fit;

    long level1;
    long level2;

    /** Above which no plan comes on level 1, as far as was proven. */
    long bound;

    /** Of all attempts so far, as is the time. */
    long steps;

    @Column(name = "elapsed_millis")
    long elapsedMillis;

    /** Compared with the plan that the run started from. */
    @Column(name = "changed_rows")
    Integer changedRows;
}

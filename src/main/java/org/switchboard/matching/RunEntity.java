package org.switchboard.matching;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Guarded;
import org.switchboard.access.Item;
import org.switchboard.access.ItemKind;
import org.switchboard.matching.engine.search.Ending;
import org.switchboard.shared.PageRequest;

@Entity
@Guarded(ItemKind.RUN)
@Table(name = "run")
@NullUnmarked
class RunEntity implements Item {
    /** Runs belong to the experts, not to any party. */
    static final String OWNER = "executive-directorate";

    @Id
    UUID id;

    @Version
    int version;

    @Enumerated(EnumType.STRING)
    RunStatus status;

    @Enumerated(EnumType.STRING)
    RunPriority priority = RunPriority.NORMAL;

    /** Counts the processes that took it: none but the last one writes for it. */
    int attempt;

    /** Of these, those that were lost. */
    int lost;

    /** Whether its search went on from what an earlier one had found. */
    boolean resumed;

    /** How many events it has had. */
    int events;

    int policy;
    long seed;

    @Column(name = "limit_seconds")
    int limitSeconds;

    @Column(name = "limit_steps")
    Long limitSteps;

    @Column(name = "limit_unimproved_steps")
    Long limitUnimprovedSteps;

    @Column(name = "limit_gap_percent")
    Double limitGapPercent;

    @Column(name = "start_from")
    UUID startFrom;

    @Column(name = "most_changed_rows")
    Integer mostChangedRows;

    @ElementCollection
    @CollectionTable(name = "run_adjustment", joinColumns = @JoinColumn(name = "run_id"))
    @OrderColumn(name = "place")
    @BatchSize(size = PageRequest.MOST)
    List<AdjustmentColumns> adjustments = new ArrayList<>();

    @Column(name = "what_if", updatable = false)
    boolean whatIf;

    /** What people call a what-if run; other runs have no name. */
    @Column(name = "what_if_name")
    String whatIfName;

    @ElementCollection
    @CollectionTable(name = "run_extra_offer", joinColumns = @JoinColumn(name = "run_id"))
    @OrderColumn(name = "place")
    @BatchSize(size = PageRequest.MOST)
    List<ExtraOfferColumns> extraOffers = new ArrayList<>();

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

    @Column(name = "best_bound")
    Long bestBound;

    Long steps;

    /** Steps made after each twentieth of the search, by which it can be repeated; empty where it was resumed. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<Long> laps;

    @Column(name = "elapsed_millis")
    Long elapsedMillis;

    Integer needs;
    Integer offers;
    Integer candidates;
    Long level1;
    Long level2;

    /** Above which no plan comes on level 1. */
    Long bound;

    Integer threads;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_by")
    Ending endedBy;

    /** Compared with the plan that it started from. */
    @Column(name = "changed_rows")
    Integer changedRows;

    String owner;

    boolean sample;

    boolean hasPlan() {
        return level1 != null;
    }

    @Override
    public UUID itemId() {
        return id;
    }

    @Override
    public String itemOwner() {
        return owner;
    }

    @Override
    public boolean isForEveryone() {
        return false;
    }
}

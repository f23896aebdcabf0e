package org.switchboard.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One thing that somebody did with a proposal, in their words. */
@Entity
@Table(name = "proposal_act")
@NullUnmarked
class ProposalActEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "proposal_id")
    UUID proposal;

    Instant at;
    String who;

    /** For whom: the key of an owner, or the Committee. */
    String owner;

    /** The member State that spoke in the Committee; null for all others. */
    String member;

    @Enumerated(EnumType.STRING)
    ActKind act;

    String words;
}

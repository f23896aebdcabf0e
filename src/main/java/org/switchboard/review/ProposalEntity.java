package org.switchboard.review;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Guarded;
import org.switchboard.access.Item;
import org.switchboard.access.ItemKind;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.matching.ExplanationView;
import org.switchboard.need.NeedStatus;
import org.switchboard.need.NeedView;

@Entity
@Guarded(ItemKind.PROPOSAL)
@Table(name = "proposal")
@NullUnmarked
class ProposalEntity implements Item {
    @Id
    UUID id;

    @Version
    int version;

    String reference;

    @Column(name = "need_id")
    UUID need;

    @Column(name = "offer_id")
    UUID offer;

    @Column(name = "run_id")
    UUID run;

    String state;
    String theme;
    String provider;

    /** The State that the provider is; null for organizations. */
    @Column(name = "donor_state")
    String donorState;

    /** The key of the State as an owner. */
    String recipient;

    /** The key of the provider as an owner. */
    String giver;

    @Column(name = "need_reference")
    String needReference;

    @Column(name = "need_title")
    String needTitle;

    @Column(name = "offer_reference")
    String offerReference;

    @Column(name = "offer_title")
    String offerTitle;

    int parts;

    @Column(name = "of_parts")
    int ofParts;

    /** What the whole need cost when it was put forward. */
    @Column(name = "of_usd")
    long ofUsd;

    @Column(name = "partial_ok")
    boolean partialOk;

    long usd;
    int fit;

    @Column(name = "fit_parts")
    @Convert(converter = FitPartsConverter.class)
    List<ExplanationView.FitLine> fitParts;

    @Enumerated(EnumType.STRING)
    Origin origin;

    /** Why a person departed from the plan; null where nobody did. */
    String reason;

    @Enumerated(EnumType.STRING)
    ProposalStatus status;

    /** The last day of the term that runs; null where none does. */
    LocalDate until;

    /** Members of the Committee that have asked for time. */
    @Column(name = "held_by")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> heldBy;

    /** Working days that were left of the period when it was first held. */
    @Column(name = "days_left")
    Integer daysLeft;

    @Column(name = "extended_days")
    int extendedDays;

    /** The last day of the term of which somebody was last reminded, less the days of notice. */
    @Column(name = "reminded_for")
    LocalDate remindedFor;

    @Column(name = "shown_to_recipient")
    boolean shownToRecipient;

    @Column(name = "shown_to_provider")
    boolean shownToProvider;

    @Column(name = "put_forward_by")
    String putForwardBy;

    @Column(name = "put_forward_at")
    Instant putForwardAt;

    @Column(name = "passed_at")
    Instant passedAt;

    @Column(name = "recipient_consented_at")
    Instant recipientConsentedAt;

    @Column(name = "provider_consented_at")
    Instant providerConsentedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_by")
    EndedBy endedBy;

    @Column(name = "delivered_at")
    Instant deliveredAt;

    @Column(name = "closed_at")
    Instant closedAt;

    /** Names of the sides that have reported the end of the delivery. */
    @Column(name = "finished_by")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> finishedBy = List.of();

    @Column(name = "asked_after_a_year")
    boolean askedAfterAYear;

    /** The day on which the oldest milestone was due of which both sides were told that it is overdue. */
    @Column(name = "overdue_told_for")
    LocalDate overdueToldFor;

    /** The day on which the last milestone was due after which reports were asked for where there were none. */
    @Column(name = "reports_asked_for")
    LocalDate reportsAskedFor;

    @Column(name = "ban_lifted")
    boolean banLifted;

    boolean sample;

    @Column(name = "versions_before_recipient")
    int versionsBeforeRecipient;

    @Column(name = "versions_before_provider")
    int versionsBeforeProvider;

    @Override
    public UUID itemId() {
        return id;
    }

    /** The version as this reader counts it: a side does not learn how much was done before it was asked. */
    int versionFor(Reader reader) {
        if (reader.isConfidant()) {
            return version;
        }
        return version - (reader.owns(new Owner(recipient)) ? versionsBeforeRecipient : versionsBeforeProvider);
    }

    /** Member States of the Committee that do not decide on it: the State that would be helped and the one that would help. */
    SortedSet<String> recused() {
        SortedSet<String> recused = new TreeSet<>(Set.of(state));
        if (donorState != null) {
            recused.add(donorState);
        }
        return recused;
    }

    /** The Committee's period, while the proposal is before it. */
    NoObjectionPeriod period() {
        return new NoObjectionPeriod(until, heldBy, daysLeft, extendedDays);
    }

    void take(NoObjectionPeriod period) {
        until = period.until();
        heldBy = period.heldBy();
        daysLeft = period.daysLeft();
        extendedDays = period.extendedDays();
    }

    /**
     * Why this is no longer of the need as it was put forward; empty while it is. What is outdated holds nothing, nobody consents
     * to it, and it is taken back.
     *
     * @param present null where the need is gone
     */
    Optional<String> outdated(@Nullable NeedView present) {
        if (!status.leadsTo(ProposalStatus.WITHDRAWN)) {
            return Optional.empty();
        }
        boolean asked = present != null
                && (status.isMatch()
                        ? present.status() != NeedStatus.WITHDRAWN
                        : present.status().looksForHelp());
        if (!asked) {
            return Optional.of("its need asks for nothing more");
        }
        boolean same = status.isMatch() || present.content().tranches() == ofParts && present.costUsd() == ofUsd;
        return same ? Optional.empty() : Optional.of("the State has changed what the need costs, or in how many parts");
    }

    /** A party that is not asked yet must not find in the record of access that others have read of it. */
    @Override
    public String itemOwner() {
        return shownToRecipient ? recipient : Owner.executiveDirectorate().key();
    }

    @Override
    public boolean isForEveryone() {
        return false;
    }
}

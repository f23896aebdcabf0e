package org.switchboard.need;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Audience;
import org.switchboard.access.Guarded;
import org.switchboard.access.Item;
import org.switchboard.access.ItemKind;
import org.switchboard.reference.Money;
import org.switchboard.reference.RateTable.Dollars;

@Entity
@Guarded(ItemKind.NEED)
@Table(name = "need")
@NullUnmarked
class NeedEntity implements Item {
    @Id
    UUID id;

    @Version
    int version;

    @Column(name = "request_id")
    UUID request;

    String state;
    String reference;
    String theme;
    String stage;
    String kind;
    String title;
    String objective;

    @Column(name = "current_situation")
    String currentSituation;

    @Column(name = "expected_outcome")
    String expectedOutcome;

    @Column(name = "beneficiary_institution")
    String beneficiaryInstitution;

    @Column(name = "help_received_or_sought")
    String helpReceivedOrSought;

    @Column(name = "cost_amount")
    BigDecimal costAmount;

    @Column(name = "cost_currency")
    String costCurrency;

    @Column(name = "cost_basis")
    String costBasis;

    @Column(name = "cost_usd")
    long costUsd;

    @Column(name = "rate_date")
    LocalDate rateDate;

    int tranches;

    @Column(name = "partial_ok")
    boolean partialOk;

    @Enumerated(EnumType.STRING)
    Priority priority;

    @Enumerated(EnumType.STRING)
    @Column(name = "verified_priority")
    Priority verifiedPriority;

    @Column(name = "verified_stage")
    String verifiedStage;

    @Column(name = "national_rank")
    Integer nationalRank;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> languages;

    @Column(name = "starts_on")
    LocalDate from;

    @Column(name = "ends_on")
    LocalDate to;

    @Enumerated(EnumType.STRING)
    Matching matching;

    @Column(name = "released_to")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> releasedTo;

    @Column(name = "blocked_providers")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> blockedProviders;

    @Column(name = "human_rights")
    boolean humanRights;

    boolean gender;
    String source;

    @Enumerated(EnumType.STRING)
    NeedStatus status;

    String owner;

    @Enumerated(EnumType.STRING)
    Audience audience;

    boolean sample;

    @Column(name = "received_at")
    Instant receivedAt;

    /** Takes over what the State says, with its cost in dollars. */
    void take(NeedContent content, Dollars dollars) {
        reference = content.reference();
        theme = content.theme();
        stage = content.stage();
        kind = content.kind();
        title = content.title();
        objective = content.objective();
        currentSituation = content.currentSituation();
        expectedOutcome = content.expectedOutcome();
        beneficiaryInstitution = content.beneficiaryInstitution();
        helpReceivedOrSought = content.helpReceivedOrSought();
        costAmount = content.cost().amount();
        costCurrency = content.cost().currency();
        costBasis = content.costBasis();
        costUsd = dollars.usd();
        rateDate = dollars.rateDate();
        tranches = content.tranches();
        partialOk = content.partialOk();
        priority = content.priority();
        nationalRank = content.nationalRank();
        languages = content.languages();
        from = content.from();
        to = content.to();
        audience = content.audience();
        matching = content.matching();
        releasedTo = content.releasedTo();
        blockedProviders = content.blockedProviders();
        humanRights = content.humanRights();
        gender = content.gender();
        source = content.source();
    }

    Dollars dollars() {
        return new Dollars(costUsd, rateDate);
    }

    /** What the State said, as it said it. */
    NeedContent content() {
        return new NeedContent(
                reference,
                theme,
                stage,
                kind,
                title,
                objective,
                currentSituation,
                expectedOutcome,
                beneficiaryInstitution,
                helpReceivedOrSought,
                new Money(costAmount, costCurrency),
                costBasis,
                tranches,
                partialOk,
                priority,
                nationalRank,
                languages,
                from,
                to,
                audience,
                matching,
                releasedTo,
                blockedProviders,
                humanRights,
                gender,
                source);
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
        return audience == Audience.PUBLIC && status != NeedStatus.DRAFT;
    }
}

package org.switchboard.offer;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import org.switchboard.shared.ContactColumns;

@Entity
@Guarded(ItemKind.OFFER)
@Table(name = "offer")
@NullUnmarked
class OfferEntity implements Item {
    @Id
    UUID id;

    @Version
    int version;

    String provider;
    String reference;
    String title;
    String criteria;

    @Embedded
    ContactColumns contact;

    @Enumerated(EnumType.STRING)
    Programme programme;

    @Enumerated(EnumType.STRING)
    Standing standing;

    @Enumerated(EnumType.STRING)
    Funding funding;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> themes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> kinds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> stages;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> regions;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> states;

    @Column(name = "excluded_states")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> excludedStates;

    String currency;

    @Column(name = "rate_date")
    LocalDate rateDate;

    @Column(name = "budget_amount")
    BigDecimal budgetAmount;

    @Column(name = "floor_amount")
    BigDecimal floorAmount;

    @Column(name = "ceiling_amount")
    BigDecimal ceilingAmount;

    @Column(name = "per_state_cap_amount")
    BigDecimal perStateCapAmount;

    @Column(name = "budget_usd")
    long budgetUsd;

    @Column(name = "floor_usd")
    long floorUsd;

    @Column(name = "ceiling_usd")
    long ceilingUsd;

    @Column(name = "per_state_cap_usd")
    long perStateCapUsd;

    @Column(name = "max_needs")
    int maxNeeds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> languages;

    @Column(name = "starts_on")
    LocalDate from;

    @Column(name = "ends_on")
    LocalDate to;

    @Column(name = "due_diligence_required")
    boolean dueDiligenceRequired;

    @Enumerated(EnumType.STRING)
    OfferStatus status;

    String owner;

    @Enumerated(EnumType.STRING)
    Audience audience;

    boolean sample;

    @Column(name = "received_at")
    Instant receivedAt;

    /** Takes over what the provider says, with its money in dollars. */
    void take(OfferContent content, OfferDollars dollars) {
        reference = content.reference();
        title = content.title();
        criteria = content.criteria();
        contact = ContactColumns.of(content.contact());
        programme = content.programme();
        standing = content.standing();
        funding = content.funding();
        themes = content.themes();
        kinds = content.kinds();
        stages = content.stages();
        regions = content.regions();
        states = content.states();
        excludedStates = content.excludedStates();
        takeMoney(content.money(), dollars);
        maxNeeds = content.maxNeeds();
        languages = content.languages();
        from = content.from();
        to = content.to();
        dueDiligenceRequired = content.dueDiligenceRequired();
        audience = content.audience();
    }

    private void takeMoney(OfferMoney money, OfferDollars dollars) {
        currency = money.currency();
        budgetAmount = money.budget();
        floorAmount = money.floor();
        ceilingAmount = money.ceiling();
        perStateCapAmount = money.perStateCap();
        rateDate = dollars.rateDate();
        budgetUsd = dollars.budgetUsd();
        floorUsd = dollars.floorUsd();
        ceilingUsd = dollars.ceilingUsd();
        perStateCapUsd = dollars.perStateCapUsd();
    }

    /** What the provider said, as it said it. */
    OfferContent content() {
        return new OfferContent(
                reference,
                title,
                criteria,
                ContactColumns.read(contact),
                programme,
                standing,
                funding,
                themes,
                kinds,
                stages,
                regions,
                states,
                excludedStates,
                new OfferMoney(currency, budgetAmount, floorAmount, ceilingAmount, perStateCapAmount),
                maxNeeds,
                languages,
                from,
                to,
                dueDiligenceRequired,
                audience);
    }

    OfferDollars dollars() {
        return new OfferDollars(budgetUsd, floorUsd, ceilingUsd, perStateCapUsd, rateDate);
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
        return audience == Audience.PUBLIC && status != OfferStatus.DRAFT;
    }
}

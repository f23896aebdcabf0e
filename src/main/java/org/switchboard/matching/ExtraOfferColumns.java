package org.switchboard.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** An offer that a what-if run supposes; see {@link ExtraOffers}. */
@Embeddable
@NullUnmarked
class ExtraOfferColumns {

    /** Its own, by which plan rows refer to it. */
    @Column(name = "offer_id")
    UUID offer;

    String provider;

    @JdbcTypeCode(SqlTypes.JSON)
    String content;

    @Column(name = "budget_usd")
    long budgetUsd;

    @Column(name = "floor_usd")
    long floorUsd;

    @Column(name = "ceiling_usd")
    long ceilingUsd;

    @Column(name = "per_state_cap_usd")
    long perStateCapUsd;

    @Column(name = "rate_date")
    LocalDate rateDate;
}

package org.switchboard.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One thing that people ask of a run. Which columns have a value depends on its kind; the database checks it. */
@Embeddable
@NullUnmarked
class AdjustmentColumns {

    enum Kind {
        PIN,
        LEFT_ALONE,
        BAN,
        LOCKED_OFFER,
        BUDGET
    }

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column(name = "need_id")
    UUID need;

    @Column(name = "offer_id")
    UUID offer;

    String provider;
    Integer parts;

    @Column(name = "budget_usd")
    Long budgetUsd;

    static AdjustmentColumns of(Pin pin) {
        AdjustmentColumns columns = of(Kind.PIN, pin.need(), pin.offer());
        columns.parts = pin.parts();
        return columns;
    }

    static AdjustmentColumns leftAlone(UUID need) {
        return of(Kind.LEFT_ALONE, need, null);
    }

    static AdjustmentColumns of(Ban ban) {
        AdjustmentColumns columns = of(Kind.BAN, ban.need(), ban.offer());
        columns.provider = ban.provider();
        return columns;
    }

    static AdjustmentColumns lockedOffer(UUID offer) {
        return of(Kind.LOCKED_OFFER, null, offer);
    }

    static AdjustmentColumns of(WhatIf.Budget budget) {
        AdjustmentColumns columns = of(Kind.BUDGET, null, budget.offer());
        columns.budgetUsd = budget.budgetUsd();
        return columns;
    }

    private static AdjustmentColumns of(Kind kind, UUID need, UUID offer) {
        AdjustmentColumns columns = new AdjustmentColumns();
        columns.kind = kind;
        columns.need = need;
        columns.offer = offer;
        return columns;
    }

    Pin pin() {
        return new Pin(need, offer, parts);
    }

    Ban ban() {
        return new Ban(need, offer, provider);
    }

    WhatIf.Budget budget() {
        return new WhatIf.Budget(offer, budgetUsd);
    }
}

package org.switchboard.review;

import java.util.Collection;

/** What has become of an agreed amount, in whole US dollars. */
record Spent(long committedUsd, long paidUsd) {

    static Spent of(Collection<PaymentEntity> payments) {
        Spent spent = new Spent(0, 0);
        for (PaymentEntity payment : payments) {
            spent = spent.with(payment.kind, payment.usd);
        }
        return spent;
    }

    Spent with(PaymentKind kind, long usd) {
        return switch (kind) {
            case COMMITTED -> new Spent(committedUsd + usd, paidUsd);
            case PAID -> new Spent(committedUsd, paidUsd + usd);
        };
    }
}

package org.switchboard.offer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The money of an offer in whole US dollars; see {@link OfferMoney} for what each part means.
 *
 * @param rateDate from which day the rate holds at which it was converted; null for dollars
 */
public record OfferDollars(
        long budgetUsd,
        long floorUsd,
        long ceilingUsd,
        long perStateCapUsd,
        @Nullable LocalDate rateDate) {}

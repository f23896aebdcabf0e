package org.switchboard.offer;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.reference.Money;

/**
 * The money of an offer and how it may be spread, all in one currency, as its provider states it.
 *
 * @param currency ISO 4217
 * @param budget of the whole offer
 * @param floor the least that it gives to one need; 0 if it has none
 * @param ceiling the most that it gives to one need; the budget if it has none
 * @param perStateCap the most that it gives to one State; the budget if it has none
 */
@NullUnmarked
@Schema(examples = "{\"currency\": \"USD\", \"budget\": 2000000, \"floor\": 20000, \"ceiling\": 500000}")
public record OfferMoney(
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code such as EUR")
        String currency,

        @NotNull
        @DecimalMin(value = "0", inclusive = false, message = "must be above zero")
        @DecimalMax("100000000000")
        @Digits(integer = 12, fraction = 2)
        BigDecimal budget,

        @PositiveOrZero @DecimalMax("100000000000") @Digits(integer = 12, fraction = 2)
        BigDecimal floor,

        @DecimalMin(value = "0", inclusive = false, message = "must be above zero")
        @DecimalMax("100000000000")
        @Digits(integer = 12, fraction = 2)
        BigDecimal ceiling,

        @DecimalMin(value = "0", inclusive = false, message = "must be above zero")
        @DecimalMax("100000000000")
        @Digits(integer = 12, fraction = 2)
        BigDecimal perStateCap) {

    public OfferMoney {
        budget = Money.plain(budget);
        floor = floor == null ? BigDecimal.ZERO : Money.plain(floor);
        ceiling = ceiling == null ? budget : Money.plain(ceiling);
        perStateCap = perStateCap == null ? budget : Money.plain(perStateCap);
    }
}

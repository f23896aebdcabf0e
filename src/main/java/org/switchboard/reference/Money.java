package org.switchboard.reference;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * An amount as its giver stated it.
 *
 * @param amount in units of the currency, at most two decimals, above zero
 * @param currency ISO 4217 code
 */
@Schema(examples = "{\"amount\": 250000, \"currency\": \"EUR\"}")
@NullUnmarked
public record Money(
        @NotNull
        @DecimalMin(value = "0", inclusive = false, message = "must be above zero")
        @DecimalMax("10000000000")
        @Digits(integer = 11, fraction = 2)
        BigDecimal amount,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code such as EUR")
        String currency) {

    public static final String DOLLARS = "USD";

    private static final int MOST_DIGITS = 30;

    /** Equal amounts are equal however they were written: 100, 100.0 and 100.00. */
    public Money {
        amount = plain(amount);
    }

    /** The amount without zeros that say nothing: 100.50 as 100.5, 100.00 as 100. Null stays null. */
    public static BigDecimal plain(BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal shortest = amount.stripTrailingZeros();
        // beyond this the rules refuse it anyway, and a short 1e999999999 must not become a thousand million digits
        return shortest.scale() < 0 && shortest.scale() > -MOST_DIGITS ? shortest.setScale(0) : shortest;
    }
}

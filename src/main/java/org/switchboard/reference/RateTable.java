package org.switchboard.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All rates as they stand at one moment: turns money into whole US dollars at the rate that held on a day.
 *
 * @param rates by currency, then by the day from which a rate holds: US dollars for one unit
 */
public record RateTable(Map<String, NavigableMap<LocalDate, BigDecimal>> rates) {

    /** As for amounts stated in dollars; sums of them stay in the range of 64 bits. */
    private static final BigDecimal MOST_DOLLARS = new BigDecimal("100000000000");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Money in US dollars.
     *
     * @param usd whole dollars, rounded half up, at least 1 for any positive amount
     * @param rateDate from which day the rate used holds; null for dollars themselves
     */
    public record Dollars(long usd, @Nullable LocalDate rateDate) {}

    /** Why money cannot be turned into dollars, in words for the person who can mend it. */
    public static final class NoRate extends Exception {
        private final String reason;

        NoRate(String reason) {
            super(reason);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    public static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    /**
     * Turns money into dollars at the last rate set on or before a day.
     *
     * @throws NoRate if the currency is unknown or has no rate by then, or the dollars are too many
     */
    public Dollars dollars(Money money, LocalDate on) throws NoRate {
        if (money.currency().equals(Money.DOLLARS)) {
            return new Dollars(whole(money.amount()), null);
        }
        if (!isCurrency(money.currency())) {
            throw new NoRate("'" + money.currency() + "' is no ISO 4217 currency code.");
        }
        NavigableMap<LocalDate, BigDecimal> known = rates.get(money.currency());
        Map.Entry<LocalDate, BigDecimal> rate = known == null ? null : known.floorEntry(on);
        if (rate == null) {
            throw new NoRate("There is no rate for " + money.currency() + " on or before " + on
                    + ". State the amount in USD, or ask an administrator to add the rate (POST /api/v1/rates).");
        }
        return new Dollars(whole(money.amount().multiply(rate.getValue())), rate.getKey());
    }

    private static long whole(BigDecimal dollars) throws NoRate {
        if (dollars.compareTo(MOST_DOLLARS) > 0) {
            throw new NoRate("This is more than " + MOST_DOLLARS.toPlainString() + " US dollars.");
        }
        long rounded = dollars.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return rounded == 0 && dollars.signum() > 0 ? 1 : rounded;
    }
}

package org.switchboard.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.switchboard.reference.RateTable.NoRate;

class RateTableTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final RateTable RATES = new RateTable(Map.of(
            "EUR",
            new TreeMap<>(Map.of(JANUARY, new BigDecimal("1.10"), MARCH, new BigDecimal("1.20"))),
            "XAU",
            new TreeMap<>(Map.of(JANUARY, new BigDecimal("9999999999")))));

    @Test
    void dollarsNeedNoRate() throws NoRate {
        assertEquals(new RateTable.Dollars(100, null), RATES.dollars(money("100", "USD"), JANUARY));
        assertNull(RATES.dollars(money("1", "USD"), LocalDate.MIN).rateDate());
    }

    @Test
    void rateHoldsFromItsDayUntilTheNext() throws NoRate {
        assertEquals(new RateTable.Dollars(110, JANUARY), RATES.dollars(money("100", "EUR"), JANUARY));
        assertEquals(new RateTable.Dollars(110, JANUARY), RATES.dollars(money("100", "EUR"), MARCH.minusDays(1)));
        assertEquals(new RateTable.Dollars(120, MARCH), RATES.dollars(money("100", "EUR"), MARCH));
        assertEquals(new RateTable.Dollars(120, MARCH), RATES.dollars(money("100", "EUR"), MARCH.plusYears(9)));
    }

    @Test
    void halvesGoUpAndNothingPositiveBecomesNothing() throws NoRate {
        assertEquals(3, RATES.dollars(money("2.50", "USD"), JANUARY).usd());
        assertEquals(2, RATES.dollars(money("2.49", "USD"), JANUARY).usd());
        assertEquals(1, RATES.dollars(money("0.01", "USD"), JANUARY).usd());
        assertEquals(0, RATES.dollars(money("0", "USD"), JANUARY).usd());
    }

    @Test
    void whatCannotBeConvertedSaysWhy() {
        assertTrue(why("5", "EUR", JANUARY.minusDays(1)).contains("no rate for EUR on or before 2025-12-31"));
        assertTrue(why("5", "CHF", JANUARY).contains("no rate for CHF"));
        assertTrue(why("5", "XQZ", JANUARY).contains("no ISO 4217"));
        assertTrue(why("10000000000", "XAU", JANUARY).contains("more than 100000000000 US dollars"));
    }

    @Test
    void equalAmountsAreEqualHoweverWritten() {
        assertEquals(money("100", "EUR"), money("100.00", "EUR"));
        assertEquals(money("1e2", "EUR"), money("100", "EUR"));
        assertEquals("100", money("1e2", "EUR").amount().toString());
        assertEquals("0", Money.plain(new BigDecimal("0.00")).toPlainString());
    }

    @Test
    void hugeExponentDoesNotBecomeDigits() {
        assertEquals(-999_999_999, money("1e999999999", "EUR").amount().scale());
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    private static String why(String amount, String currency, LocalDate on) {
        return assertThrows(NoRate.class, () -> RATES.dollars(money(amount, currency), on))
                .reason();
    }
}

package org.switchboard.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A rate as it is answered: US dollars for one unit of the currency, from a day on. */
public record RateView(UUID id, String currency, LocalDate since, BigDecimal usdPerUnit, String source) {}

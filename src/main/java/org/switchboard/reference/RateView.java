package org.switchboard.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rate as it is answered: US dollars for one unit of the currency, from a day on. */
@Schema(examples = """
                {"id": "d1c9b7b2-3d1f-4d8e-8d55-7f7d6f3f2a01", "currency": "EUR", "since": "2026-11-01",
                 "usdPerUnit": 1.08, "source": "United Nations operational rate"}""")
public record RateView(UUID id, String currency, LocalDate since, BigDecimal usdPerUnit, String source) {}

package org.switchboard.reference;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rate to add.
 *
 * @param since from which day it holds
 * @param usdPerUnit US dollars for one unit of the currency
 * @param source where it was published
 */
@Schema(
        examples = "{\"currency\": \"EUR\", \"since\": \"2026-11-01\", \"usdPerUnit\": 1.08,"
                + " \"source\": \"United Nations operational rate\"}")
public record CreateRate(
        @NotNull @Pattern(regexp = "(?!USD)[A-Z]{3}", message = "must be an ISO 4217 code other than USD")
        String currency,

        @NotNull LocalDate since,

        @NotNull @Positive @Digits(integer = 10, fraction = 10)
        BigDecimal usdPerUnit,

        @NotBlank @Size(max = 200) String source) {}

package org.switchboard.reference;

import java.time.LocalDate;
import java.util.List;

/**
 * An international instrument against terrorism.
 *
 * @param number from 1, by the order in which the instruments are listed
 * @param shortName the usual English short name
 * @param names the title
 * @param depositaries {@code ICAO}, {@code IMO}, {@code IAEA}, {@code UNSG} (the Secretary-General of the United
 *     Nations) or a State's ISO 3166-1 alpha-3
 */
public record Instrument(
        int number,
        String shortName,
        Names names,
        LocalDate adopted,
        Names place,
        LocalDate inForce,
        List<String> depositaries) {

    public Instrument {
        depositaries = List.copyOf(depositaries);
    }
}

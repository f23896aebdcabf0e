package org.switchboard.offer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchboard.reference.RateTable;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.CheckedFile;

/** Reads a file of offers as the import does, without a container or a database. */
public final class OfferFile {

    private OfferFile() {}

    /** All its rows; one that breaks a rule is an error. */
    public static List<OfferImport.Row> read(Path csv, ReferenceData reference, LocalDate today) throws IOException {
        OfferRules rules = new OfferRules(reference);
        RateTable dollarsOnly = new RateTable(Map.of());
        try (InputStream bytes = Files.newInputStream(csv)) {
            CheckedFile<OfferImport.Row> file = CheckedFile.read(OfferRow.TABLE, bytes, "provider", cells -> {
                OfferRow row = OfferRow.read(cells);
                OfferDollars dollars = rules.sound(row.content(), today, dollarsOnly);
                return Optional.of(new OfferImport.Row(row.row(), row.provider(), row.content(), dollars));
            });
            if (!file.bad().isEmpty()) {
                throw new IllegalArgumentException(file.bad().toString());
            }
            return file.good();
        }
    }
}

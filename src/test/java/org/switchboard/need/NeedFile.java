package org.switchboard.need;

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

/** Reads a file of needs as the import does, without a container or a database. */
public final class NeedFile {

    private NeedFile() {}

    /** All its rows; one that breaks a rule is an error. */
    public static List<NeedImport.Row> read(Path csv, ReferenceData reference, LocalDate today) throws IOException {
        NeedRules rules = new NeedRules(reference);
        RateTable dollarsOnly = new RateTable(Map.of());
        try (InputStream bytes = Files.newInputStream(csv)) {
            CheckedFile<NeedImport.Row> file = CheckedFile.read(NeedRow.TABLE, bytes, "state", cells -> {
                NeedRow row = NeedRow.read(cells);
                NeedRules.Sound sound =
                        rules.sound(reference.state(row.state()).orElseThrow(), row.content(), today, dollarsOnly);
                return Optional.of(new NeedImport.Row(row.row(), row.state(), sound.content(), sound.dollars(), today));
            });
            if (!file.bad().isEmpty()) {
                throw new IllegalArgumentException(file.bad().toString());
            }
            return file.good();
        }
    }
}

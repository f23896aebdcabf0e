package org.switchboard.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.switchboard.access.Role;

/**
 * The file from which a newcomer takes the tokens of the sample's people. It stands beside the database, and like the
 * database's password only its owner can read it.
 */
@ApplicationScoped
class SampleTokens {

    private static final String NAME = "sample-tokens";

    private final Path file;

    SampleTokens(@ConfigProperty(name = "switchboard.database.folder") Path folder) {
        this.file = folder.resolve(NAME);
    }

    Path file() {
        return file;
    }

    /** One variable for each role, so that a shell can read the file. */
    void write(Map<Role, String> tokens) {
        StringBuilder text =
                new StringBuilder("# Who the sample's people are, for 90 days. In a shell: . " + file + "\n");
        tokens.forEach((role, token) -> text.append(role.name().toUpperCase(Locale.ROOT))
                .append('=')
                .append(token)
                .append('\n'));
        try {
            Path unfinished = file.resolveSibling(NAME + ".new");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException problem) {
            throw new UncheckedIOException("The sample's tokens cannot be written to " + file, problem);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException problem) {
            throw new UncheckedIOException("The sample's tokens in " + file + " cannot be removed", problem);
        }
    }
}

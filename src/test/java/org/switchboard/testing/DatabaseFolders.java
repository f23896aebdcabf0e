package org.switchboard.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.switchboard.database.DatabaseSettings;
import org.switchboard.database.EmbeddedDatabase;

/** Folders for embedded databases under {@code target}; one unpacking and one new cluster serve all of them. */
public final class DatabaseFolders {

    private static final Path ROOT = Path.of("target", "databases").toAbsolutePath();
    private static final Path BINARIES = ROOT.resolve("programs");

    private static boolean templateChecked;

    private DatabaseFolders() {}

    /** An empty folder that does not exist yet. */
    public static Path empty(String name) throws IOException {
        Files.createDirectories(ROOT);
        return Files.createTempDirectory(ROOT, name + "-").resolve("data");
    }

    /** A folder with a new, stopped database in it: a copy, which is quicker than making one. */
    public static Path fresh(String name) throws IOException {
        Path folder = empty(name);
        copy(template(), folder);
        return folder;
    }

    public static DatabaseSettings settings(Path folder) {
        return DatabaseSettings.in(folder).withBinariesIn(BINARIES);
    }

    public static Path binaries() {
        return BINARIES;
    }

    private static synchronized Path template() throws IOException {
        Path template = ROOT.resolve("template");
        if (!templateChecked) {
            EmbeddedDatabase.open(settings(template)).close();
            templateChecked = true;
        }
        return template;
    }

    /** Gives the space back: a database takes 40 MB at least. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}

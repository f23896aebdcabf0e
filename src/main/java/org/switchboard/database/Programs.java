package org.switchboard.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the jar once per version.
 *
 * <p>The library that carries them also starts servers, but for tests: durability off, no password, and a shutdown hook
 * that ends the database before the service. So only its archives are used.
 */
record Programs(Path home) {

    /** Finds the programs under {@code folder}, unpacking them first if this version is not there yet. */
    static Programs in(Path folder) {
        try {
            byte[] archive = archive();
            Path home = Files.createDirectories(folder)
                    .toRealPath()
                    .resolve("postgresql-" + digest(archive).substring(0, 12));
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
            }
            return new Programs(home);
        } catch (IOException problem) {
            throw new DatabaseUnusable(
                    "PostgreSQL's programs cannot be unpacked into " + folder.toAbsolutePath() + " (" + problem
                            + "). Look at its free space and rights, or choose another folder with "
                            + "switchboard.database.binaries-folder.",
                    problem);
        }
    }

    String path(String program) {
        return home.resolve("bin")
                .resolve(OperatingSystem.current().executable(program))
                .toString();
    }

    private static byte[] archive() throws IOException {
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                OperatingSystem.current().archiveName(), architecture())) {
            return archive.readAllBytes();
        } catch (IllegalStateException none) {
            throw new DatabaseUnusable(
                    "No PostgreSQL is packed for this system (" + System.getProperty("os.name") + ", " + architecture()
                            + "). Use one of your own: set QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and "
                            + "QUARKUS_DATASOURCE_PASSWORD.",
                    none);
        }
    }

    private static String architecture() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return name.equals("amd64") ? "x86_64" : name;
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Unpacks beside the goal and renames at the end, so that a process killed meanwhile leaves no half of it behind. */
    private static void unpack(byte[] archive, Path home) throws IOException {
        Path unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, unfinished.resolve(entry.getName()).normalize());
            }
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException problem) {
            DatabaseFolder.delete(unfinished);
            if (!Files.isDirectory(home)) { // else another process was quicker, and its copy is as good
                throw problem;
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path goal) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(goal);
            return;
        }
        Files.createDirectories(goal.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(goal, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, goal);
        if (entry.getName().contains("bin/") && !goal.toFile().setExecutable(true)) {
            throw new IOException(goal + " cannot be made executable");
        }
    }
}

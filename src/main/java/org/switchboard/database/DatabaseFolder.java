package org.switchboard.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the embedded database and the names of what is in it.
 *
 * @param root an absolute path without symbolic links, as PostgreSQL itself would report it
 */
record DatabaseFolder(Path root) {

    /** Enough to hold the cause, after which PostgreSQL says a good deal about the end itself. */
    static final int LAST_LINES = 12;

    private static final long BYTES_PER_MEGABYTE = 1024L * 1024;

    /** Makes the folder if it is missing and proves that this process may write to it. */
    static DatabaseFolder prepare(Path folder) {
        try {
            Files.createDirectories(folder.toAbsolutePath(), onlyForOwner("rwx------"));
            DatabaseFolder prepared = new DatabaseFolder(folder.toRealPath());
            Files.delete(prepared.newFileOfOurs());
            return prepared;
        } catch (IOException problem) {
            throw new DatabaseUnusable(
                    "The database folder " + folder.toAbsolutePath() + " cannot be written by this user (" + problem
                            + "). Give the user the right to write there, or choose another folder with "
                            + "switchboard.database.folder.",
                    problem);
        }
    }

    Path data() {
        return root.resolve("postgres");
    }

    Path lock() {
        return root.resolve("switchboard.lock");
    }

    Path password() {
        return root.resolve("database-password");
    }

    Path secretKey() {
        return root.resolve("secret-key");
    }

    Path logs() {
        return root.resolve("log");
    }

    /** What PostgreSQL says before its own log is open. */
    Path startLog() {
        return logs().resolve("start.log");
    }

    long freeMegabytes() {
        try {
            return Files.getFileStore(root).getUsableSpace() / BYTES_PER_MEGABYTE;
        } catch (IOException problem) {
            throw new DatabaseUnusable("The free space at " + root + " cannot be read: " + problem, problem);
        }
    }

    void requireFree(long megabytes) {
        long free = freeMegabytes();
        if (free < megabytes) {
            throw new DatabaseUnusable("Too little free space for the database: " + free + " MB at " + root + ", and "
                    + megabytes + " MB are required. Free some, choose another folder with switchboard.database.folder,"
                    + " or lower switchboard.database.minimum-free-mb.");
        }
    }

    /** PostgreSQL serves only data that its own user owns; saying so beforehand is clearer than its refusal. */
    void requireOwnData() {
        try {
            Path ours = newFileOfOurs();
            String we = Files.getOwner(ours).getName();
            Files.delete(ours);
            String owner = Files.getOwner(data()).getName();
            if (!we.equals(owner)) {
                throw new DatabaseUnusable("The database in " + data() + " belongs to the user " + owner
                        + ", and the service runs as " + we + ". Start it as " + owner
                        + ", or choose another folder with switchboard.database.folder.");
            }
        } catch (IOException problem) {
            throw new DatabaseUnusable("The owner of " + data() + " cannot be read: " + problem, problem);
        }
    }

    private Path newFileOfOurs() throws IOException {
        return Files.createTempFile(root, ".writable", "");
    }

    /** The last lines that PostgreSQL wrote, oldest first, for a message to a person. */
    String lastWords() {
        try (Stream<Path> files = Files.list(logs())) {
            StringBuilder words = new StringBuilder();
            for (Path file :
                    files.sorted(Comparator.comparing(DatabaseFolder::changed)).toList()) {
                Files.readAllLines(file).forEach(line -> words.append(line).append('\n'));
            }
            List<String> lines = words.toString().lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "(its log cannot be read: " + unreadable + ")";
        }
    }

    private static long changed(Path file) {
        return file.toFile().lastModified();
    }

    /** Makes a rename in the directory survive a loss of power. */
    static void sync(Path directory) throws IOException {
        if (posix()) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    static FileAttribute<?>[] onlyForOwner(String permissions) {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}

package org.switchboard.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key with which the service seals what its database must not give away. Where nobody set one it is made once and
 * kept beside the embedded database, in a file that only its owner can read: a copy of the tables alone is worth nothing.
 */
final class SecretKeyFile {

    private static final int BYTES = 32;

    private SecretKeyFile() {}

    static String of(DatabaseFolder folder) {
        Path file = folder.secretKey();
        try {
            if (!Files.exists(file)) {
                create(folder, file);
            }
            return Files.readString(file).strip();
        } catch (IOException problem) {
            throw new DatabaseUnusable("The key file " + file + " cannot be used: " + problem, problem);
        }
    }

    private static void create(DatabaseFolder folder, Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path unfinished = folder.root().resolve("secret-key.new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, DatabaseFolder.onlyForOwner("rw-------"));
        Files.writeString(unfinished, Base64.getEncoder().encodeToString(random) + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

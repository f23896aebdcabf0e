package org.switchboard.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the embedded database: random, made once, kept in a file that only its owner can read. */
record Password(Path file, String value) {

    private static final int RANDOM_BYTES = 24;

    /** Reads the password, or makes one if there is no database yet that would expect another. */
    static Password of(DatabaseFolder folder) {
        try {
            if (!Files.exists(folder.password())) {
                if (Files.exists(folder.data())) {
                    throw new DatabaseUnusable("The database in " + folder.data() + " is there, but its password file "
                            + folder.password() + " is gone. Put it back from a copy of the folder.");
                }
                create(folder);
            }
            return new Password(
                    folder.password(), Files.readString(folder.password()).strip());
        } catch (IOException problem) {
            throw new DatabaseUnusable(
                    "The password file " + folder.password() + " cannot be used: " + problem, problem);
        }
    }

    private static void create(DatabaseFolder folder) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        Path unfinished = folder.root().resolve("database-password.new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, DatabaseFolder.onlyForOwner("rw-------"));
        Files.writeString(unfinished, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        Files.move(unfinished, folder.password(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Records print themselves; a password must not reach a log that way. */
    @Override
    public String toString() {
        return "password in " + file;
    }
}

package org.switchboard.database;

import java.nio.file.Path;

/**
 * Where the embedded database lives and how much room it must find.
 *
 * @param folder everything of ours: the data, the password, the log, the lock; made if missing
 * @param binariesFolder where PostgreSQL's programs are unpacked, about 60 MB
 * @param minimumFreeMegabytes free space without which PostgreSQL is not started
 */
public record DatabaseSettings(Path folder, Path binariesFolder, long minimumFreeMegabytes) {

    private static final long DEFAULT_MINIMUM_FREE_MEGABYTES = 200;

    /** Everything in one folder, the programs too, so that nothing is shared with another user of the machine. */
    public static DatabaseSettings in(Path folder) {
        return new DatabaseSettings(folder, folder, DEFAULT_MINIMUM_FREE_MEGABYTES);
    }

    public DatabaseSettings withBinariesIn(Path otherFolder) {
        return new DatabaseSettings(folder, otherFolder, minimumFreeMegabytes);
    }

    public DatabaseSettings withMinimumFreeMegabytes(long megabytes) {
        return new DatabaseSettings(folder, binariesFolder, megabytes);
    }
}

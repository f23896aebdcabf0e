package org.switchboard.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps a second service off a folder. The operating system gives the lock back if this process is killed. */
final class FolderLock implements AutoCloseable {

    /** Beyond the content, because some systems forbid reading a locked range, and the holder's number is to be read. */
    private static final long LOCKED_POSITION = Long.MAX_VALUE - 1;

    /**
     * Files locked by this process. On POSIX systems closing any handle of a file drops the process's lock on it, so a
     * second handle must never be opened.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock take(DatabaseFolder folder) {
        Path file = folder.lock();
        if (!HELD.add(file)) {
            throw inUse(folder, String.valueOf(ProcessHandle.current().pid()));
        }
        try {
            return new FolderLock(file, lockedChannel(folder));
        } catch (RuntimeException | Error problem) {
            HELD.remove(file);
            throw problem;
        }
    }

    private static FileChannel lockedChannel(DatabaseFolder folder) {
        try {
            FileChannel channel = FileChannel.open(
                    folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw inUse(folder, Files.readString(folder.lock()).strip());
            }
            channel.truncate(0);
            String ourNumber = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(ourNumber.getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException problem) {
            throw new DatabaseUnusable(
                    "The lock file " + folder.lock() + " of the database folder cannot be used: " + problem
                            + ". Choose a folder on a local disk with switchboard.database.folder.",
                    problem);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_POSITION, 1, false);
        } catch (OverlappingFileLockException heldThroughAnotherClassLoader) {
            return null;
        }
    }

    private static DatabaseUnusable inUse(DatabaseFolder folder, String process) {
        return new DatabaseUnusable("The database folder " + folder.root()
                + " is in use by another running Switchboard (process " + (process.isEmpty() ? "unknown" : process)
                + "). Stop it, or choose another folder with switchboard.database.folder.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException problem) {
            throw new DatabaseUnusable("The lock file " + file + " cannot be closed: " + problem, problem);
        } finally {
            HELD.remove(file);
        }
    }
}

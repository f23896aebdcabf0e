package org.switchboard.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written whole or not at all: it comes into being beside its place and moves there when it is complete. It is
 * opened early, so that a place where nothing can be written is known before the work begins.
 */
final class WholeFile implements AutoCloseable {

    private final Path place;
    private final Path draft;

    private WholeFile(Path place, Path draft) {
        this.place = place;
        this.draft = draft;
    }

    static WholeFile at(Path file) throws BadInput {
        Path place = file.toAbsolutePath();
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            throw new BadInput(file + " cannot be written: it is no file.");
        }
        if (Files.exists(place) && !Files.isWritable(place)) {
            throw new BadInput(file + " cannot be written: access denied.");
        }
        try {
            Path target = Files.exists(place) ? place.toRealPath() : place;
            String name =
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
            Path draft = target.resolveSibling(name);
            Files.newOutputStream(draft).close();
            return new WholeFile(target, draft);
        } catch (IOException e) {
            throw new BadInput(file + " cannot be written: " + BadInput.reason(e) + ".");
        }
    }

    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void write(Content content) throws BadInput {
        try (OutputStream out = Files.newOutputStream(draft)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new BadInput(place + " cannot be written: " + BadInput.reason(e) + ".");
        }
    }

    /** Puts what was written in its place, over what may be there. */
    void keep() throws BadInput {
        try {
            move();
        } catch (IOException e) {
            throw new BadInput(place + " cannot be written: " + BadInput.reason(e) + ".");
        }
    }

    private void move() throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Leaves nothing behind that was not kept. */
    @Override
    public void close() throws BadInput {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new BadInput(draft + " is left over and cannot be removed: " + BadInput.reason(e) + ".");
        }
    }
}

package org.switchboard.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.switchboard.matching.engine.file.MalformedFileException;

/** Reads files that people hand in. */
final class InputFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private InputFile() {}

    @FunctionalInterface
    interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    static <T> T read(Path file, Reader<T> reader) throws BadInput {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            return reader.read(in);
        } catch (NoSuchFileException e) {
            throw new BadInput("There is no file " + file + ".");
        } catch (MalformedFileException e) {
            throw BadInput.in(file, e.getMessage());
        } catch (IOException e) {
            throw BadInput.in(file, "cannot be read: " + BadInput.reason(e));
        }
    }
}

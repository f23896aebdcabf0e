package org.switchboard.matching;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Files as they are stored: compressed. */
final class Gzip {

    private Gzip() {}

    /** Writes a file. */
    @FunctionalInterface
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    static byte[] compressed(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream file = new GZIPOutputStream(bytes)) {
            writer.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file", e);
        }
        return bytes.toByteArray();
    }

    static byte[] read(byte[] compressed) {
        try (GZIPInputStream file = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a stored file cannot be read", e);
        }
    }
}

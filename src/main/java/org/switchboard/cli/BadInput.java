package org.switchboard.cli;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** What is wrong with the command line or a file, in words for the person who typed it. */
final class BadInput extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Longer quotations from a file help nobody. */
    private static final int LONGEST = 400;

    BadInput(String message) {
        super(message);
    }

    /** Something wrong in a file; what is quoted from it cannot break the line or steer a terminal. */
    static BadInput in(Path file, String message) {
        String line = message.replaceAll("\\p{Cntrl}+", " ");
        return new BadInput(file + ": " + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…"));
    }

    static String reason(IOException trouble) {
        if (trouble instanceof AccessDeniedException) {
            return "access denied";
        }
        String reason = trouble instanceof FileSystemException files ? files.getReason() : trouble.getMessage();
        return reason == null ? "no such place" : reason;
    }
}

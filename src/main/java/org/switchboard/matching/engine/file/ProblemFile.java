package org.switchboard.matching.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.switchboard.matching.engine.Problem;

/** A problem file of {@code assist-match/1}, read and written as a stream. Neither method closes its stream. */
public final class ProblemFile {

    static final String FORMAT = "assist-match/1";

    private ProblemFile() {}

    /**
     * Reads and checks a problem. Unknown fields are skipped. Periods, slopes and penalties may be left out and are
     * then those of the format.
     *
     * @throws MalformedFileException that says what is wrong and where
     */
    public static Problem read(InputStream in) throws IOException {
        try (JsonCursor json = new JsonCursor(in)) {
            return new ProblemReader(json).read();
        }
    }

    public static void write(Problem problem, OutputStream out) throws IOException {
        new ProblemWriter(problem).write(out);
    }
}

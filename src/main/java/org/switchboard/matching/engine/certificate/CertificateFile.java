package org.switchboard.matching.engine.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.file.JsonCursor;
import org.switchboard.matching.engine.file.MalformedFileException;

/**
 * A certificate file, {@code assist-match-certificate/1}, read and written as a stream. Neither method closes its stream.
 *
 * <pre>
 *   {"format": "assist-match-certificate/1", "scale": N, "bound": N,
 *    "slots": [one price per offer],
 *    "stateCaps": [[offer, State, price], … by offer and State, zeros left out],
 *    "absorption": [[State, period, price], … by State and period, zeros left out],
 *    "parts": [[need, offer, price of 1 part, …, price of all parts], … every candidate by need and offer]}
 * </pre>
 *
 * <p>{@code scale} of the prices are one point of level 1; {@code bound} is in points and is what the writer claims.
 */
public final class CertificateFile {

    static final String FORMAT = "assist-match-certificate/1";

    private CertificateFile() {}

    /**
     * Reads a certificate and checks that it fits the problem; what it proves is for {@link CertificateCheck} to say.
     * Unknown fields are skipped.
     *
     * @throws MalformedFileException that says what is wrong and where
     */
    public static Certificate read(InputStream in, Problem problem) throws IOException {
        try (JsonCursor json = new JsonCursor(in)) {
            return new CertificateReader(json, problem).read();
        }
    }

    /** @param problem for which the certificate was made */
    public static void write(Certificate certificate, Problem problem, OutputStream out) throws IOException {
        new CertificateWriter(certificate, problem).write(out);
    }
}

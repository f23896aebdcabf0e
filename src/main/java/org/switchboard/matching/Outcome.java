package org.switchboard.matching;

import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.search.Solution;

/**
 * What came of a search.
 *
 * @param snapshot that it searched
 * @param certificate the file that proves its bound, as it is stored
 */
record Outcome(Snapshot snapshot, Solution solution, byte[] certificate) {

    static Outcome of(Snapshot snapshot, Solution solution) {
        return new Outcome(
                snapshot,
                solution,
                Gzip.compressed(out -> CertificateFile.write(solution.certificate(), snapshot.problem(), out)));
    }
}

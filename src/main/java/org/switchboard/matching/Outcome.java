package org.switchboard.matching;

import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.search.Solution;

/**
 * What came of a search.
 *
 * @param snapshot that it searched
 * @param certificate the file that proves its bound, as it is stored
 * @param before what earlier attempts had done
 * @param elapsedMillis of this attempt
 */
record Outcome(Snapshot snapshot, Solution solution, byte[] certificate, Before before, long elapsedMillis) {

    /** What the attempts before had done that this one goes on from. */
    record Before(long steps, long elapsedMillis) {
        static final Before NOTHING = new Before(0, 0);
    }

    static Outcome of(Snapshot snapshot, Solution solution, Before before, long elapsedMillis) {
        return new Outcome(
                snapshot,
                solution,
                Gzip.compressed(out -> CertificateFile.write(solution.certificate(), snapshot.problem(), out)),
                before,
                elapsedMillis);
    }
}

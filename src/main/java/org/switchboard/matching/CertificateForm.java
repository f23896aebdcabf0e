package org.switchboard.matching;

import java.util.Optional;
import org.switchboard.matching.engine.bound.Certificate;

/** How what proves a bound becomes a file. */
@FunctionalInterface
interface CertificateForm {

    /** The file; empty where there is none for it. */
    Optional<byte[]> file(Certificate certificate);
}

package org.switchboard.matching;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.switchboard.matching.engine.bound.Certificate;

/** Stands in until the engine writes certificates: bounds are kept, what proves them is not. */
@DefaultBean
@ApplicationScoped
class NoCertificateFile implements CertificateForm {

    @Override
    public Optional<byte[]> file(Certificate certificate) {
        return Optional.empty();
    }
}

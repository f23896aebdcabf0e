package org.switchboard.matching;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.switchboard.access.Reader;

/** Stands in until proposals are kept: nothing has been agreed. */
@DefaultBean
@ApplicationScoped
class NoCommitments implements Commitments {

    @Override
    public Standing standing(Reader reader) {
        return Standing.none();
    }
}

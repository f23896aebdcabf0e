package org.switchboard.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.switchboard.access.Reader;

/** The figures of the matrix with the service's own check taken out: whoever asks, nothing is left out of them. */
@Alternative
@Singleton
public class SightlessMatrixQuery extends MatrixQuery {

    SightlessMatrixQuery(EntityManager database, ObjectMapper json) {
        super(database, json);
    }

    @Override
    @Transactional
    public MatrixFigures figures(Reader reader, MatrixRows rows, MatrixColumns columns, MatrixFilter filter) {
        return super.figures(Reader.system(), rows, columns, filter);
    }
}

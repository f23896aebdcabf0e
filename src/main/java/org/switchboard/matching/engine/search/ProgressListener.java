package org.switchboard.matching.engine.search;

import java.util.List;
import java.util.function.Supplier;
import org.switchboard.matching.engine.PlanRow;

/** Is told a few times a second how a search goes, on the searching thread: it should return at once. */
@FunctionalInterface
public interface ProgressListener {

    /** For those who only want the result. */
    ProgressListener SILENT = progress -> {};

    void progressed(Progress progress);

    /** @param best hands out the rows of the best plan so far, as long as this call lasts */
    default void progressed(Progress progress, Supplier<List<PlanRow>> best) {
        progressed(progress);
    }
}

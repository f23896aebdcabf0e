package org.switchboard.matching.engine.search;

/** Is told a few times a second how a search goes, on the searching thread: it should return at once. */
@FunctionalInterface
public interface ProgressListener {

    /** For those who only want the result. */
    ProgressListener SILENT = progress -> {};

    void progressed(Progress progress);
}

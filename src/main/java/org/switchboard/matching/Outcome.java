package org.switchboard.matching;

import java.util.Optional;
import org.switchboard.matching.engine.search.Solution;

/**
 * What came of a search.
 *
 * @param snapshot that it searched
 * @param certificate the file that proves its bound, where there is one
 */
record Outcome(Snapshot snapshot, Solution solution, Optional<byte[]> certificate) {}

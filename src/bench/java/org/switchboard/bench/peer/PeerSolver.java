package org.switchboard.bench.peer;

import org.switchboard.matching.engine.Problem;

/** A way to solve a problem without pinned rows; the generated instances have none. */
public interface PeerSolver {

    /** Finds a plan and is done by the deadline. */
    Answer solve(Problem problem, Deadline deadline, long seed);
}
